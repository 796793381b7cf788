"""Beside the form: the day that would be promised now and why, what it costs, where the result goes, who gets it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.explanation import Explanation
from motcua.catalogue.fees import FeeAssessment
from motcua.catalogue.models import ProcedureVersion
from motcua.dossiers.queries import preview_due, preview_fee
from motcua.dossiers.states import Channel
from motcua.identity.models import Person
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import hour, number, vnd, weekday
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.queries import holders
from motcua.organisation.roles import Role
from motcua.process.definitions import WorkflowDefinition
from motcua.process.queries import workflow_for
from motcua.surfaces.components.day_strips import DayBox, day_strip


@dataclass(slots=True)
class Promise:
    """The day as it stands in large letters; ``refused`` says why none can be promised."""

    day: str = ""
    limit: str = ""
    sentences: list[str] = field(default_factory=list)
    strip: list[DayBox] = field(default_factory=list)
    refused: str = ""


@dataclass(slots=True)
class Price:
    """What it costs: the sum, then how it came about, line by line."""

    total: str = ""
    rule: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    result: str = ""
    promise: Promise | None = None
    price: Price | None = None
    way_back: str = ""
    next_hands: str = ""


def summary(
    version: ProcedureVersion,
    *,
    answers: Mapping[str, Any],
    case_id: str,
    channel: str,
    return_channel: str,
    return_address: str,
    limit_days: int | None,
    person: Person | None,
    officer: Officer,
    at: datetime,
) -> Summary:
    unit = Unit.objects.get(pk=officer.unit_id)
    results = version.definition.results
    return Summary(
        result=results[0].name_vi if results else "",
        promise=_promise(version, case_id=case_id, channel=channel, limit_days=limit_days, unit=unit, at=at),
        price=_price(
            version, answers=answers, case_id=case_id, channel=channel, person=person, unit=unit, at=at
        ),
        way_back=way_back(return_channel, return_address),
        next_hands=_next_hands(version, unit, at),
    )


def big_day(due: datetime, now: datetime) -> str:
    """``Hôm nay, 17:00``; ``Thứ Sáu 27/11, 17:00``; another year is named."""
    if due.date() == now.date():
        return _("Hôm nay, %(hour)s") % {"hour": hour(due)}
    shape = "%d/%m" if due.year == now.year else "%d/%m/%Y"
    return f"{weekday(due)} {due.strftime(shape)}, {hour(due)}"


def way_back(channel: str, address: str) -> str:
    match channel:
        case Channel.POSTAL:
            return _("Bưu chính, %(address)s") % {"address": address} if address else _("Qua bưu chính")
        case Channel.HOME:
            return _("Tận nhà, %(address)s") % {"address": address} if address else _("Tận nhà")
        case Channel.ONLINE:
            return _("Bản điện tử, qua VNeID")
        case Channel.MOBILE:
            return _("Điểm phục vụ lưu động")
    return _("Quầy một cửa")


def _promise(
    version: ProcedureVersion, *, case_id: str, channel: str, limit_days: int | None, unit: Unit, at: datetime
) -> Promise:
    try:
        preview = preview_due(version, case_id, channel, unit.pk, at, limit_days=limit_days)
    except Refusal as refusal:
        return Promise(refused=str(refusal))
    if preview.due_at is None or preview.explanation is None:
        return Promise(
            refused=preview.warning
            or _("Chưa có thời hạn chung. Ghi số ngày hẹn và lý do ở phần Nhận và trả.")
        )
    return _told(preview.explanation, timezone.localtime(preview.due_at), at)


def _told(explanation: Explanation, due: datetime, now: datetime) -> Promise:
    *why, _promise_sentence = _before_promise(explanation)
    strip = day_strip(explanation)
    return Promise(
        day=big_day(due, now),
        limit=explanation.limit.in_words,
        sentences=why,
        strip=strip if len(strip) > 1 else [],
    )


def _before_promise(explanation: Explanation) -> list[str]:
    """The sentences of the count; the promise itself stands above them in large letters, so it goes last."""
    told = [sentence for sentence in explanation.sentences if sentence != explanation.promise]
    return [*told, explanation.promise]


def _price(
    version: ProcedureVersion,
    *,
    answers: Mapping[str, Any],
    case_id: str,
    channel: str,
    person: Person | None,
    unit: Unit,
    at: datetime,
) -> Price:
    if not version.definition.fee.items:
        return Price(total=_("Không thu"))
    assessment = preview_fee(
        version,
        case_id=case_id,
        channel=channel,
        answers=answers,
        person=person,
        unit_id=unit.pk,
        on=at.date(),
    )
    return price_words(assessment)


def price_words(assessment: FeeAssessment) -> Price:
    if not assessment.lines:
        return Price(total=_("Chưa tính được"), rule=_("Điền tờ khai thì có mức thu."))
    lines = [(line.label_vi, _line_words(line)) for line in assessment.lines]
    if assessment.exempt_ground:
        return Price(
            vnd(assessment.total_vnd), _("Miễn: %(ground)s") % {"ground": assessment.exempt_ground}, lines
        )
    if assessment.unknown:
        return Price(
            _("Theo mức của tỉnh"),
            _("chưa nhập mức thu nên chưa thu được"),
            lines,
        )
    if len(lines) == 1 and assessment.lines[0].quantity == 1 and not assessment.lines[0].note_vi:
        return Price(vnd(assessment.total_vnd), assessment.lines[0].label_vi)
    return Price(vnd(assessment.total_vnd), "", lines)


def _line_words(line: Any) -> str:
    if line.unit_price_vnd is None:
        return str(line.note_vi)
    times = _("%(n)s %(unit)s × %(price)s") % {
        "n": number(line.quantity), "unit": line.unit_vi, "price": vnd(line.unit_price_vnd),
    }  # fmt: skip
    return f"{times}. {line.note_vi}" if line.note_vi else times


def _next_hands(version: ProcedureVersion, unit: Unit, at: datetime) -> str:
    """Who gets it after the counter, by name where one person holds the post."""
    try:
        workflow = workflow_for(version, unit_id=unit.pk, on=at.date())
    except Refusal:
        return ""
    role = _role_after_intake(workflow)
    if not role:
        return ""
    label = str(Role(role).label) if role in Role.values else role
    people = holders(unit, role, at.date())
    return f"{people[0].display_name}, {label[:1].lower()}{label[1:]}" if len(people) == 1 else label


def _role_after_intake(workflow: WorkflowDefinition) -> str:
    intake = workflow.intake.key
    return next((step.role for step in workflow.steps if intake in step.after and not step.optional), "")
