from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives.models import Directive
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import sees
from motcua.reporting.access import require_collector
from motcua.reporting.inputs import Duty
from motcua.reporting.models import Obligation
from motcua.reporting.rules import require_reason, require_there


class ObligedTwice(Refusal):
    """The unit has this duty already in these days."""


class NotBelow(Refusal):
    """The unit does not stand below whoever orders the report."""


@transaction.atomic
def oblige(*, duty: Duty, by: Officer, at: datetime) -> list[Obligation]:
    """Oblige units to report (giao chế độ báo cáo), all or none.

    Raises:
        UnitNotThere: a unit did not exist on the first day.
        ObligedTwice: a unit stands in the list twice, or has the duty already.
        NotBelow: a unit is the collector itself, or none of those below it.
        NotAllowed: the officer does not collect reports at the collector.
    """
    collector = Unit.objects.get(pk=duty.collector_id)
    require_collector(by, collector)
    if duty.ends_on is not None and duty.ends_on < duty.starts_on:
        raise Refusal(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="ends_on")
    if not (1 <= duty.due_day <= 31 and 1 <= duty.cut_off_day <= 31):
        raise Refusal(_("Ngày gửi và ngày chốt là ngày trong tháng, từ 1 đến 31."), field="due_day")
    _require_issued(duty.directive_id)
    below = sees(by)
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=duty.unit_ids)}
    made: list[Obligation] = []
    for unit_id in duty.unit_ids:
        require_there(units[unit_id], on=duty.starts_on)
        _require_below(units[unit_id], collector, below)
        made.append(_oblige(units[unit_id], duty, account_id=by.account_id, at=at))
    return made


def _require_issued(directive_id: int | None) -> None:
    if directive_id is None or Directive.objects.issued().filter(pk=directive_id).exists():
        return
    raise Refusal(
        _("Văn bản chưa ban hành hoặc đã thu hồi, chưa giao báo cáo theo văn bản này được."),
        field="directive",
    )


def _require_below(unit: Unit, collector: Unit, below: Collection[int]) -> None:
    if unit.pk == collector.pk or unit.pk not in below:
        words = {"unit": unit.name, "collector": collector.name_in_sentence}
        raise NotBelow(
            _("%(unit)s không phải đơn vị dưới quyền %(collector)s, không giao báo cáo được.") % words,
            field="units",
        )


def _oblige(unit: Unit, duty: Duty, *, account_id: int, at: datetime) -> Obligation:
    _require_new(unit, duty)
    made = Obligation.objects.create(
        unit=unit, collector_id=duty.collector_id, form=duty.form, directive_id=duty.directive_id,
        due_day=duty.due_day, cut_off_day=duty.cut_off_day, starts_on=duty.starts_on, ends_on=duty.ends_on,
        set_at=at, set_by_id=account_id,
    )  # fmt: skip
    _record(made, "oblige", account_id=account_id, at=at)
    return made


def _require_new(unit: Unit, duty: Duty) -> None:
    last = duty.ends_on or date.max
    for other in Obligation.objects.filter(unit=unit, form=duty.form):
        if other.starts_on <= last and duty.starts_on <= (other.ends_on or date.max):
            raise ObligedTwice(
                _("%(unit)s đã được giao biểu báo cáo này trong thời gian đó.") % {"unit": unit.name},
                field="units",
            )


def _record(
    obligation: Obligation, verb: str, *, account_id: int | None, at: datetime, reason: str = ""
) -> None:
    payload = {"after": obligation.snapshot(), "details": {"reason": reason}}
    ledger.append(obligation.stream, verb=verb, payload=payload, at=at, by_id=account_id)


@transaction.atomic
def end_obligation(
    *, obligation_id: int, ends_on: date, reason: str, by: Officer, at: datetime
) -> Obligation:
    """End a duty to report (thôi giao báo cáo) after a day, with the reason; what was sent stays.

    Raises:
        Refusal: the duty ends before that day already, or begins after it.
        Incomplete: no reason.
        NotAllowed: the officer does not collect reports at the collector.
    """
    obligation = (
        Obligation.objects.select_for_update(of=("self",))
        .select_related("collector", "unit")
        .get(pk=obligation_id)
    )
    require_collector(by, obligation.collector)
    if ends_on < obligation.starts_on:
        raise Refusal(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="ends_on")
    if obligation.ends_on is not None and obligation.ends_on <= ends_on:
        words = {"unit": obligation.unit.name, "day": day(obligation.ends_on)}
        raise Refusal(
            _("%(unit)s chỉ phải báo cáo đến hết ngày %(day)s, không kéo dài thêm bằng cách thôi giao.")
            % words,
            field="ends_on",
        )
    obligation.ended_reason = require_reason(reason)
    obligation.ends_on, obligation.ended_at, obligation.ended_by_id = ends_on, at, by.account_id
    obligation.save()
    _record(obligation, "end", account_id=by.account_id, at=at, reason=obligation.ended_reason)
    return obligation


def pass_on(*, at: datetime) -> list[Obligation]:
    """Give open duties of units that have ended to their heirs (đơn vị kế tục báo cáo tiếp), once.

    The old duty ends with its unit; the heir reports from the next day, to the same collector, or where that has
    ended too, to the unit now above the heir. Duties with an end of their own are not passed on.
    """
    ended = Obligation.objects.filter(ends_on=None, unit__valid_to__lt=timezone.localdate(at)).select_related(
        "unit", "collector"
    )
    return [made for obligation in ended.order_by("pk") for made in _pass_on(obligation, at=at)]


@transaction.atomic
def _pass_on(obligation: Obligation, *, at: datetime) -> list[Obligation]:
    unit, made = obligation.unit, []
    assert unit.valid_to is not None
    obligation.ends_on = max(unit.valid_to, obligation.starts_on)
    obligation.save(update_fields=["ends_on"])
    _record(obligation, "pass_on", account_id=None, at=at)
    begins = unit.valid_to + timedelta(days=1)
    for heir in organisation.successors(unit):
        if heir.valid_to is not None:
            continue
        starts_on = max(begins, heir.valid_from)
        collector = obligation.collector
        if collector.valid_to is not None and collector.valid_to < starts_on:
            above = organisation.parent(heir, on=starts_on)
            if above is None:
                continue
            collector = above
        duty = Duty(
            unit_ids=(heir.pk,), collector_id=collector.pk, form=obligation.form, starts_on=starts_on,
            due_day=obligation.due_day, cut_off_day=obligation.cut_off_day, directive_id=obligation.directive_id,
        )  # fmt: skip
        try:
            made.append(_oblige(heir, duty, account_id=obligation.set_by_id, at=at))
        except ObligedTwice:
            continue
    return made
