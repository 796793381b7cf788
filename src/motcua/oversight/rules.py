"""What must hold of what people write down: something to say, nobody twice, whole amounts, days in order."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.kernel.refusals import Incomplete, Refusal, require_words
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.models import Unit
from motcua.oversight.award_states import RecipientKind, Seat
from motcua.oversight.inputs import EvidenceInput, MemberInput, ProposalInput
from motcua.oversight.models import AwardRound, Proposal


class NamedTwice(Refusal):
    """Somebody would stand twice in a list, a council or a team."""


class CouncilTooSmall(Refusal):
    """A council of one or two decides nothing."""


class UnitNotThere(Refusal):
    """The unit does not exist on that day: nothing goes out in its name."""


def require_there(unit: Unit, *, on: date) -> None:
    """Refuse to act in the name of a unit that is not there yet, or no longer."""
    if not Unit.objects.valid(on=on).filter(pk=unit.pk).exists():
        words = {"unit": unit.name, "day": day(on)}
        raise UnitNotThere(_("%(unit)s không hoạt động vào ngày %(day)s.") % words, field="unit")


def require_reason(reason: str) -> str:
    return require_words(reason, _("Ghi lý do, để người sau hiểu và sổ sách rõ ràng."), field="reason")


def require_proposals(award_round: AwardRound, rows: Sequence[ProposalInput]) -> None:
    """Judge a whole list before any line of it is written; each broken line is named by its place.

    Raises:
        Incomplete: no line, no name, no achievement, a figure without its source, a bonus below zero.
        NamedTwice: the same recipient stands in the list already, or twice in this one.
    """
    if not rows:
        raise Incomplete(_("Ghi ít nhất một tập thể hoặc cá nhân."), field="rows")
    known = set(
        Proposal.objects.filter(round=award_round, withdrawn_at=None).values_list("kind", "name", "title")
    )
    faults: list[str] = []
    for number, row in enumerate(rows, 1):
        place = number if row.place is None else row.place
        if sentence := _fault(row):
            faults.append(_at(place, sentence))
        key = (row.kind, clean(row.name), clean(row.title))
        if key in known:
            sentence = _("%(name)s đã có trong danh sách đề nghị.") % {"name": key[1]}
            raise NamedTwice(_at(place, sentence), field="rows")
        known.add(key)
    if faults:
        raise Incomplete(" ".join(faults), field="rows")


def _at(place: int, sentence: str) -> str:
    """Name the line of a list; what stands alone begins a sentence of its own."""
    if not place:
        return f"{sentence[0].upper()}{sentence[1:]}"
    return _("Dòng %(place)d: %(fault)s") % {"place": place, "fault": sentence}


def _fault(row: ProposalInput) -> str:
    if row.kind not in RecipientKind:
        return _("chọn tập thể hoặc cá nhân.")
    if not clean(row.name):
        return _("ghi tên tập thể hoặc họ tên cá nhân.")
    if not clean(row.achievement):
        return _("ghi thành tích của %(name)s.") % {"name": clean(row.name)}
    if len(clean(row.name)) > 200 or len(clean(row.title)) > 300 or len(clean(row.achievement)) > 500:
        return _("tên, chức vụ hoặc thành tích của %(name)s dài quá, bằng khen, giấy khen không đủ chỗ.") % {
            "name": clean(row.name)[:60]
        }
    if row.bonus_vnd is not None and row.bonus_vnd < 0:
        return _("tiền thưởng của %(name)s không thể dưới 0 đồng.") % {"name": clean(row.name)}
    return _evidence_fault(row.evidence)


def _evidence_fault(figures: Iterable[EvidenceInput]) -> str:
    for figure in figures:
        if not clean(figure.label) or not clean(str(figure.value)):
            return _("số liệu phải có tên và giá trị.")
        if not clean(figure.source):
            return _("số liệu “%(label)s” chưa ghi lấy từ đâu.") % {"label": clean(figure.label)}
    return ""


def require_council(members: Sequence[MemberInput], *, fewest: int) -> None:
    """Judge who is to vote: enough of them, one at the head, nobody twice."""
    require_team(members, head=_("Hội đồng phải có đúng một chủ tịch."))
    if len(members) < fewest:
        raise CouncilTooSmall(
            _("Hội đồng phải có ít nhất %(least)d người, hiện mới có %(count)d.")
            % {"least": fewest, "count": len(members)},
            field="members",
        )


def require_team(members: Sequence[MemberInput], *, head: str) -> None:
    """Nobody twice, everybody known, exactly one at the head (``head`` is the sentence otherwise)."""
    seen: set[int] = set()
    for member in members:
        if member.account_id in seen:
            name = Account.objects.get(pk=member.account_id)
            raise NamedTwice(_("%(name)s đã có trong danh sách.") % {"name": name}, field="members")
        if member.seat not in Seat:
            raise Incomplete(_("Chọn vai trò của từng người."), field="members")
        seen.add(member.account_id)
    if Account.objects.filter(pk__in=seen, is_active=True).count() != len(seen):
        raise Incomplete(_("Có người không còn tài khoản đang dùng. Chọn người khác."), field="members")
    if sum(member.seat == Seat.HEAD for member in members) != 1:
        raise Incomplete(head, field="members")
