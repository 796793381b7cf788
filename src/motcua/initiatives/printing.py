"""What the papers of a council and of a recognition say; ``documents`` draws them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.documents.models import Paper
from motcua.documents.papers.content import Line, Signer
from motcua.documents.papers.initiatives import (
    Attendee,
    CriterionMean,
    InitiativeCertificate,
    InitiativeMinutes,
    RecognisedRow,
    RecognitionDecision,
)
from motcua.initiatives.models import CouncilMember, Initiative, Review
from motcua.initiatives.queries.councils import judges_of, members_of
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


def tenths(value: int) -> str:
    """Tenths of a point as people write them: 865 is ``86,5``, 700 is ``70``."""
    whole, rest = divmod(value, 10)
    return f"{whole},{rest}" if rest else str(whole)


def minutes_of(review: Review) -> InitiativeMinutes:
    """Return the minutes of a review whose meeting and mean are known."""
    assert review.held_on is not None
    assert review.average_tenths is not None
    council, initiative = review.council, review.initiative
    members = members_of(council)
    judges = {member.pk for member in judges_of(review)}
    absent = [name for name in map(clean, review.not_present.split(",")) if name]
    named = {member.position: member.account.display_name for member in members}
    secretary = named.get(CouncilMember.Position.SECRETARY)
    return InitiativeMinutes(
        agency=council.unit.agency_name,
        place=council.unit.short_name,
        council=council.name,
        decision=council.decision,
        held_on=review.held_on,
        place_held=review.place,
        initiative=initiative.title,
        code=initiative.code,
        authors=authors_of(initiative),
        present=[_attendee(member) for member in members if member.account.display_name not in absent],
        absent=absent,
        abstaining=[member.account.display_name for member in members if member.pk not in judges],
        paragraphs=[line for line in map(clean, review.minutes.splitlines()) if line],
        criteria=_means(review),
        sheets=review.scores.count(),
        judges=len(judges),
        quorum=str(council.criteria.quorum),
        mean=tenths(review.average_tenths),
        pass_mark=council.criteria.pass_mark,
        passed=bool(review.passed),
        chair=Signer(name=named[CouncilMember.Position.CHAIR], title=_("Chủ tịch hội đồng")),
        secretary=Signer(name=secretary, title=_("Thư ký")) if secretary else None,
    )


def decision_of(
    chosen: Sequence[Initiative], unit: Unit, *, scope: str, by: Officer, on: date
) -> RecognitionDecision:
    """Return the decision that names these initiatives."""
    reviews = [initiative.review for initiative in chosen]
    papers = dict.fromkeys(
        f"{it.paper.number} ngày {day(it.held_on)}" for it in reviews if it.paper and it.held_on
    )
    units = dict.fromkeys(initiative.unit_text for initiative in chosen)
    return RecognitionDecision(
        **_head(unit, by=by, on=on),
        about=_("Về việc công nhận sáng kiến năm %(year)d") % {"year": chosen[0].year},
        authority=_chair_of(unit),
        grounds=[
            _("Căn cứ Luật Tổ chức chính quyền địa phương;"),
            _("Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến;"),
            _("Căn cứ biên bản họp hội đồng sáng kiến số %(papers)s.") % {"papers": ", ".join(papers)},
        ],
        articles=[
            Line(
                label=_("Điều 1"),
                value=_("Công nhận %(count)02d sáng kiến năm %(year)d có tên trong danh sách kèm theo.")
                % {"count": len(chosen), "year": chosen[0].year},
            ),
            Line(
                label=_("Điều 2"),
                value=_("Tác giả sáng kiến được cấp giấy chứng nhận và hưởng quyền lợi theo quy định hiện hành."),
            ),
            Line(
                label=_("Điều 3"),
                value=_("Quyết định này có hiệu lực từ ngày ký. %(units)s và các tác giả có tên ở Điều 1 thi hành "
                        "Quyết định này.") % {"units": ", ".join(units)},
            ),
        ],
        rows=[_row(initiative, scope) for initiative in chosen],
        recipients=[_("Như Điều 3"), _("Lưu: VT")],
    )  # fmt: skip


def certificate_of(
    initiative: Initiative, decision: Paper, *, scope: str, by: Officer, on: date
) -> InitiativeCertificate:
    """Return the certificate of one initiative in a decision."""
    return InitiativeCertificate(
        **_head(decision.unit, by=by, on=on),
        authority=_chair_of(decision.unit),
        title=initiative.title,
        authors=authors_of(initiative),
        unit=initiative.unit_text,
        scope=scope,
        decision=f"{decision.number} ngày {day(on)}",
        summary=_short(initiative.novelty),
    )


def authors_of(initiative: Initiative) -> list[str]:
    """The authors with their shares: ``Trần Văn Ba, công chức (60 %)``."""
    rows = initiative.authors.order_by("pk")
    return [f"{', '.join(filter(None, [row.name, row.title]))} ({row.share_percent} %)" for row in rows]


def _row(initiative: Initiative, scope: str) -> RecognisedRow:
    return RecognisedRow(
        code=initiative.code,
        title=initiative.title,
        authors=authors_of(initiative),
        unit=initiative.unit_text,
        scope=scope,
    )


def _means(review: Review) -> list[CriterionMean]:
    given = list(review.scores.values_list("points", flat=True))
    count = len(given)
    return [
        CriterionMean(
            label=item["label_vi"],
            most=item["max"],
            mean=tenths((20 * sum(points[item["id"]] for points in given) + count) // (2 * count)),
        )
        for item in review.council.criteria.items
    ]


def _attendee(member: CouncilMember) -> Attendee:
    position = str(CouncilMember.Position(member.position).label)
    return Attendee(name=member.account.display_name, title=member.title, position=position)


def _head(unit: Unit, *, by: Officer, on: date) -> dict[str, Any]:
    return {
        "agency": unit.agency_name,
        "place": unit.short_name,
        "issued_on": on,
        "signer": _signer(by),
    }


def _signer(by: Officer) -> Signer:
    """Who signs: a deputy signs for the chair (ký thay; Nghị định 30/2020/NĐ-CP, art. 13)."""
    title = by.rank or _("Chủ tịch")
    deputy = title.lower().startswith("phó")
    return Signer(name=by.name, title=title, authority=_("KT. Chủ tịch") if deputy else "")


def _chair_of(unit: Unit) -> str:
    return _("Chủ tịch %(agency)s") % {"agency": unit.agency_name}


def _short(text: str, most: int = 220) -> str:
    """The first sentence or so, for a certificate that has one line for it."""
    words = clean(text)
    if len(words) <= most:
        return words
    return words[:most].rpartition(" ")[0] + "…"
