"""What must hold: shares that make a whole, fields that are filled, councils that can judge."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.initiatives.gaps import gaps
from motcua.initiatives.inputs import AuthorInput, CouncilInput, CriterionInput, InitiativeInput, PilotInput
from motcua.initiatives.models import CouncilMember, CriteriaSet, Initiative, Round
from motcua.kernel.refusals import Incomplete, Refusal, require_words
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.quorum import Quorum

WHOLE = 100


class WrongShares(Refusal):
    """The shares of the authors do not make 100 percent, or one of them is none."""


class WrongDay(Refusal):
    """A day before another that must come first, outside its round, in the future or too far ahead."""


class WrongCouncil(Refusal):
    """Too few members, no chair, somebody twice."""


class WrongPoints(Refusal):
    """Points missing, too many, or for a criterion that the set does not have."""


def require_reason(reason: str) -> str:
    return require_words(reason, _("Ghi lý do, để sổ sách rõ ràng về sau."), field="reason")


def require_authors(authors: Sequence[AuthorInput]) -> None:
    """Refuse nameless authors, somebody twice, and shares that are not 100 percent together."""
    seen: set[str] = set()
    for author in authors:
        name = require_words(author.name, _("Ghi họ và tên của từng tác giả."), field="authors")
        key = str(author.account_id or (name, clean(author.title)))
        if key in seen:
            raise WrongShares(
                _("%(name)s có tên hai lần. Gộp thành một dòng.") % {"name": name}, field="authors"
            )
        seen.add(key)
        if not 1 <= author.share_percent <= WHOLE:
            raise WrongShares(
                _("Tỷ lệ đóng góp của %(name)s phải từ 1 đến 100 %%.") % {"name": name}, field="authors"
            )
    total = sum(author.share_percent for author in authors)
    if authors and total != WHOLE:
        words = {"total": total, "difference": abs(WHOLE - total)}
        sentence = (
            _("Tổng tỷ lệ đóng góp mới là %(total)d %%, còn thiếu %(difference)d %%. Chia lại cho đủ 100 %%.")
            if total < WHOLE
            else _("Tổng tỷ lệ đóng góp là %(total)d %%, thừa %(difference)d %%. Chia lại cho đúng 100 %%.")
        )
        raise WrongShares(sentence % words, field="authors")


def require_facts(facts: InitiativeInput) -> None:
    """Judge what is written, whole or not: a title, and authors that make a whole if there are any."""
    title = require_words(facts.title, _("Ghi tên mô hình, sáng kiến."), field="title")
    longest = Initiative._meta.get_field("title").max_length or 0
    if len(title) > longest:
        raise Incomplete(_("Tên dài quá %(most)d chữ. Rút gọn lại.") % {"most": longest}, field="title")
    require_authors(facts.authors)


def require_complete(initiative: Initiative) -> None:
    """Refuse to send a registration that lacks what the register asks for, naming every gap."""
    missing = gaps(initiative)
    if missing:
        raise Incomplete(" ".join(missing.values()), field=next(iter(missing)), gaps=missing)


def require_in_round(round_: Round | None, *, year: int, on: date) -> Round:
    """Refuse a registration of a year that nobody opened, or outside its days."""
    if round_ is None:
        raise WrongDay(
            _("Chưa có đợt đăng ký năm %(year)d cho đơn vị này. Bản soạn vẫn giữ nguyên.") % {"year": year}
        )
    words = {"year": year, "opens": day(round_.opens_on), "closes": day(round_.closes_on)}
    if on < round_.opens_on:
        raise WrongDay(_("Đợt đăng ký năm %(year)d nhận từ ngày %(opens)s. Bản soạn vẫn giữ nguyên.") % words)
    if on > round_.closes_on:
        raise WrongDay(
            _("Đợt đăng ký năm %(year)d đã kết thúc nhận ngày %(closes)s. Bản soạn vẫn giữ nguyên.") % words
        )
    return round_


def require_round(*, opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise WrongDay(_("Ngày kết thúc nhận phải từ ngày bắt đầu trở đi."), field="closes_on")


def require_pilot(pilot: PilotInput) -> None:
    """Judge the plan of a pilot."""
    if pilot.ends_on is not None and pilot.ends_on < pilot.begins_on:
        raise WrongDay(_("Ngày kết thúc thí điểm phải từ ngày bắt đầu trở đi."), field="ends_on")
    require_words(pilot.area, _("Ghi địa bàn thí điểm."), field="area")
    require_words(pilot.person, _("Ghi người phụ trách thí điểm."), field="person")
    if not any(map(clean, pilot.counters)):
        raise Incomplete(_("Ghi ít nhất một số liệu sẽ đếm khi thí điểm."), field="counters")


def require_criteria(items: Sequence[CriterionInput], *, pass_mark: int) -> None:
    """Refuse criteria without name or points, and a pass mark that cannot be reached."""
    if not items:
        raise Incomplete(_("Ghi ít nhất một tiêu chí."), field="items")
    for item in items:
        label = require_words(item.label, _("Ghi tên của từng tiêu chí."), field="items")
        if item.most < 1:
            raise WrongPoints(
                _("Điểm tối đa của “%(label)s” phải từ 1 trở lên.") % {"label": label}, field="items"
            )
    total = sum(item.most for item in items)
    if not 1 <= pass_mark <= total:
        raise WrongPoints(_("Điểm đạt phải từ 1 đến %(total)d.") % {"total": total}, field="pass_mark")


def require_council(facts: CouncilInput, *, fewest: int) -> None:
    """Refuse a council that cannot judge: too few, nobody or two in the chair, somebody twice."""
    require_words(facts.name, _("Ghi tên hội đồng."), field="name")
    accounts = [member.account_id for member in facts.members]
    if len(set(accounts)) < len(accounts):
        raise WrongCouncil(_("Có người được chọn hai lần trong hội đồng."), field="members")
    if len(accounts) < fewest:
        words = {"fewest": fewest, "count": len(accounts)}
        raise WrongCouncil(
            _(
                "Hội đồng phải có ít nhất %(fewest)d thành viên, hiện mới có %(count)d. Một người không thể tự xét."
            )
            % words,
            field="members",
        )
    chairs = sum(member.position == CouncilMember.Position.CHAIR for member in facts.members)
    if chairs != 1:
        raise WrongCouncil(_("Hội đồng phải có đúng một chủ tịch."), field="members")


def require_judges(*, members: int, judges: int, fewest: int) -> None:
    """Refuse a council of which so many are authors that the others are no majority of it, or fewer than ``fewest``.

    No law says how many may abstain: what a minority decides is not the council's.
    """
    if judges < fewest or 2 * judges <= members:
        words = {"judges": judges, "members": members}
        raise WrongCouncil(
            _(
                "Phần lớn thành viên hội đồng là tác giả, chỉ còn %(judges)d trên %(members)d người chấm. "
                "Lập hội đồng khác."
            )
            % words,
            field="council",
        )


def require_points(points: Mapping[str, int | None], criteria: CriteriaSet) -> dict[str, int]:
    """Return the points by criterion when each is there and within its most."""
    known = {str(item["id"]) for item in criteria.items}
    if set(points) - known:
        raise WrongPoints(_("Phiếu chấm có tiêu chí không thuộc bộ tiêu chí của hội đồng."), field="points")
    return {str(item["id"]): _points_of(item, points.get(str(item["id"]))) for item in criteria.items}


def _points_of(item: Mapping[str, Any], given: int | None) -> int:
    if given is None:
        raise WrongPoints(_("Chấm điểm “%(label)s”.") % {"label": item["label_vi"]}, field=str(item["id"]))
    if not 0 <= given <= int(item["max"]):
        words = {"label": item["label_vi"], "most": item["max"]}
        raise WrongPoints(_("Điểm “%(label)s” từ 0 đến %(most)s.") % words, field=str(item["id"]))
    return given


def require_quorum(
    *, eligible: Collection[int], scored: Collection[int], absent: Collection[int], quorum: Quorum
) -> None:
    """Refuse to conclude before every member present has scored, and with too few or only one of the sheets."""
    missing = set(eligible) - set(scored) - set(absent)
    if missing:
        raise WrongCouncil(
            _("Còn %(count)d thành viên có mặt chưa chấm. Chờ họ chấm, hoặc ghi họ vắng mặt.")
            % {"count": len(missing)},
            field="absent_ids",
        )
    if len(scored) < max(2, quorum.needed(len(eligible))):
        words = {"scored": len(scored), "eligible": len(eligible), "quorum": str(quorum)}
        raise WrongCouncil(
            _("Mới có %(scored)d trong %(eligible)d phiếu chấm, chưa đủ %(quorum)s để kết luận.") % words,
            field="absent_ids",
        )
