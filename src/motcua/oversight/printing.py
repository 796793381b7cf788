"""What the papers of commendations say; ``documents`` draws them."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.documents.papers import awards
from motcua.documents.papers.content import Line, Signer
from motcua.kernel.vietnamese import number
from motcua.organisation import queries as organisation
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.oversight.award_states import RecipientKind
from motcua.oversight.certificates import certificate_of
from motcua.oversight.grounds import grounds_on
from motcua.oversight.models import AwardDecision, AwardRound, Commendation, Proposal

#: How the head of an office is called by the first words of its name; of every other it is Trưởng phòng, Trưởng ban.
HEADS = {
    "Sở": gettext_lazy("Giám đốc"),
    "Trung tâm": gettext_lazy("Giám đốc"),
    "Văn phòng": gettext_lazy("Chánh"),
}


def authority_of(unit: Unit, *, on: date) -> str:
    """Who commends: ``Chủ tịch Ủy ban nhân dân huyện Châu Thành``, ``Trưởng phòng Nội vụ``, ``Giám đốc Sở Nội vụ``."""
    if unit.level != Level.DIVISION:
        return _("Chủ tịch %(agency)s") % {"agency": unit.agency_name}
    above = organisation.parent(unit, on=on)
    place = above.name_in_sentence if above else ""
    head = next((str(title) for words, title in HEADS.items() if unit.name.startswith(f"{words} ")), "")
    office = f"{head} {unit.name}" if head else f"{_('Trưởng')} {unit.name[0].lower()}{unit.name[1:]}"
    return f"{office} {place}".strip()


def decision_paper(
    decision: AwardDecision, proposals: Sequence[Proposal], *, grounds: Sequence[str], signer: Signer
) -> awards.AwardDecision:
    """The decision with its list, as the day of its signing knows the unit."""
    unit, on = decision.unit, decision.decided_on
    who = _counted(proposals)
    about = _("tặng %(certificate)s cho %(who)s có thành tích xuất sắc trong %(title)s") % {
        "who": who.lower(), "title": decision.round.title, "certificate": certificate_of(unit),
    }  # fmt: skip
    submitter = decision.round.submission.data["agency"] if decision.round.submission else ""
    asked = (
        _("Theo đề nghị của %(office)s.") % {"office": submitter}
        if submitter
        else _("Theo đề nghị của Hội đồng Thi đua – Khen thưởng %(unit)s.") % {"unit": unit.name_in_sentence}
    )
    return awards.AwardDecision(
        **organisation.letterhead(unit, on=on),
        number=decision.number,
        issued_on=on,
        about=_("Về việc %(about)s") % {"about": about},
        authority=authority_of(unit, on=on),
        grounds=[*(grounds or grounds_on(on)), asked],
        articles=_articles(decision, proposals),
        rows=[_row(one) for one in proposals],
        list_about=_("%(who)s có thành tích xuất sắc trong %(title)s được tặng %(certificate)s")
        % {"who": who, "title": decision.round.title, "certificate": certificate_of(unit)},
        recipients=[_("Như Điều 3"), _("Lưu: VT")],
        signer=signer,
    )


def _articles(decision: AwardDecision, proposals: Sequence[Proposal]) -> list[Line]:
    bonus = sum(one.bonus_vnd or 0 for one in proposals)
    words = {
        "who": _numbered(proposals), "title": decision.round.title, "total": number(bonus),
        "certificate": certificate_of(decision.unit),
    }  # fmt: skip
    money = (
        _(
            "Tiền thưởng kèm theo %(certificate)s là %(total)s đồng, chi từ quỹ thi đua, khen thưởng của đơn vị."
        )
        if bonus
        else _("%(certificate)s được vào sổ khen thưởng và trao cho tập thể, cá nhân có tên trong danh sách.")
    )
    return [
        Line(
            label=_("Điều 1"),
            value=_("Tặng %(certificate)s cho %(who)s có thành tích xuất sắc trong %(title)s "
                    "(danh sách kèm theo).") % words,
        ),
        Line(label=_("Điều 2"), value=money % words),
        Line(
            label=_("Điều 3"),
            value=_("Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên trong danh sách "
                    "chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký."),
        ),
    ]  # fmt: skip


def certificates_of(
    decision: AwardDecision, rows: Sequence[Commendation], *, signer: Signer
) -> awards.Commendation:
    """The certificates of a decision, one on a page, in the order of the book."""
    unit, on = decision.unit, decision.decided_on
    head = organisation.letterhead(unit, on=on)
    return awards.Commendation(
        agency=head["agency"],
        place=head["place"],
        number=decision.number,
        issued_on=on,
        authority=authority_of(unit, on=on),
        signer=signer,
        called=certificate_of(unit),
        certificates=[
            awards.Certificate(
                kind="collective" if row.kind == RecipientKind.COLLECTIVE else "individual",
                recipient=row.recipient,
                title=row.title,
                achievement=row.achievement,
                book=row.code,
            )
            for row in rows
        ],
    )


def submission_paper(
    award_round: AwardRound,
    proposals: Sequence[Proposal],
    *,
    unit: Unit,
    number: str,
    on: date,
    signer: Signer,
) -> awards.AwardSubmission:
    """The tờ trình to whoever commends, with the figures behind each name."""
    words = {
        "who": _numbered(proposals), "title": award_round.title, "certificate": certificate_of(award_round.unit),
    }  # fmt: skip
    return awards.AwardSubmission(
        **organisation.letterhead(unit, on=on),
        number=number,
        issued_on=on,
        about=_("Về việc đề nghị tặng %(certificate)s cho tập thể, cá nhân có thành tích xuất sắc trong "
                "%(title)s") % words,
        to=[authority_of(award_round.unit, on=on)],
        paragraphs=[
            _("Qua kết quả thực hiện %(title)s, Hội đồng Thi đua – Khen thưởng đã họp xét và biểu quyết. %(unit)s "
              "đề nghị tặng %(certificate)s cho %(who)s có tên dưới đây. Số liệu kèm theo ghi rõ lấy từ đâu để đếm lại "
              "được.") % {**words, "unit": unit.agency_name},
        ],
        closing=[_("Kính trình xem xét, quyết định.")],
        rows=[_row(one) for one in proposals],
        recipients=[_("Như trên"), _("Lưu: VT")],
        signer=signer,
    )  # fmt: skip


def _row(one: Proposal) -> awards.AwardRow:
    return awards.AwardRow(
        kind="collective" if one.kind == RecipientKind.COLLECTIVE else "individual",
        name=one.name,
        title=one.title,
        achievement=_("Đã có thành tích %(what)s") % {"what": one.achievement},
        evidence=[
            f"{figure['label']}: {_shown(figure['value'])} ({figure['source']})" for figure in one.evidence
        ],
        bonus_vnd=one.bonus_vnd,
    )


def _shown(value: int | str) -> str:
    return number(value) if isinstance(value, int) else value


def _kinds(proposals: Sequence[Proposal]) -> tuple[int, int]:
    collectives = sum(one.kind == RecipientKind.COLLECTIVE for one in proposals)
    return collectives, len(proposals) - collectives


def _counted(proposals: Sequence[Proposal]) -> str:
    """Which kinds are on the list, without numbers."""
    collectives, persons = _kinds(proposals)
    if not persons:
        return _("Các tập thể")
    return _("Các tập thể, cá nhân") if collectives else _("Các cá nhân")


def _numbered(proposals: Sequence[Proposal]) -> str:
    """How many of each kind: ``09 tập thể và 17 cá nhân``."""
    collectives, persons = _kinds(proposals)
    parts = [
        _("%(count)s tập thể") % {"count": f"{collectives:02}"} if collectives else "",
        _("%(count)s cá nhân") % {"count": f"{persons:02}"} if persons else "",
    ]
    return _(" và ").join(filter(None, parts))
