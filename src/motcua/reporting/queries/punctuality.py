"""Expected, sent, on time: three counts kept apart, for each unit and up the tree."""

from datetime import date
from typing import Self

import msgspec

from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit, UnitPlacement
from motcua.organisation.models.periods import valid_on
from motcua.reporting.models import Obligation, Report, ReportVersion
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import State


class Counts(msgspec.Struct, frozen=True):
    """How many reports were expected; how many of those were sent; how many of those by the due day."""

    expected: int = 0
    sent: int = 0
    on_time: int = 0
    accepted: int = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.expected + other.expected,
            self.sent + other.sent,
            self.on_time + other.on_time,
            self.accepted + other.accepted,
        )

    @property
    def late(self) -> int:
        """Sent, but after the due day."""
        return self.sent - self.on_time

    @property
    def missing(self) -> int:
        return self.expected - self.sent


class Node(msgspec.Struct, frozen=True):
    """A unit with what it owed itself (``own``) and with all below it (``counts``)."""

    unit: Unit
    own: Counts
    counts: Counts
    children: list["Node"]


def expected_sent_on_time(unit: Unit, period: ReportingPeriod, *, form: str = "") -> Counts:
    """Count the reports of a period of a unit and all below it."""
    return punctuality(unit, period, form=form).counts


def punctuality(unit: Unit, period: ReportingPeriod, *, form: str = "") -> Node:
    """Count the reports of a period up the tree, as it stood in the period's last month; blank form: all forms.

    A unit that did not exist then stands above those that it has taken over.
    """
    on = period.due_on()
    tops = (
        [unit]
        if unit.valid_from <= on
        else [one for one in organisation.predecessors(unit) if _was_there(one, on)]
    )
    below = [one for top in tops for one in organisation.descendants(top, on=on)]
    units = {one.pk: one for one in [unit, *tops, *below]}
    own = _own(list(units), period, form)
    children = _children(list(units), on)
    if tops != [unit]:
        placed = {pk for many in children.values() for pk in many}
        children[unit.pk] = [top.pk for top in tops if top.pk not in placed]
    return _node(unit, units, own, children)


def _was_there(unit: Unit, on: date) -> bool:
    return unit.valid_from <= on and (unit.valid_to is None or unit.valid_to >= on)


def _node(unit: Unit, units: dict[int, Unit], own: dict[int, Counts], children: dict[int, list[int]]) -> Node:
    below = [_node(units[pk], units, own, children) for pk in children.get(unit.pk, []) if pk in units]
    mine = own.get(unit.pk, Counts())
    return Node(unit, mine, sum((child.counts for child in below), mine), below)


def _own(unit_ids: list[int], period: ReportingPeriod, form: str) -> dict[int, Counts]:
    duties = Obligation.objects.filter(unit__in=unit_ids).select_related("unit")
    duties = duties.filter(form=form) if form else duties
    owed = [duty for duty in duties if duty.holds_for(period)]
    reports = Report.objects.filter(unit__in=unit_ids, period=period.key)
    by_unit = {(report.unit_id, report.form): report for report in reports}
    accepted = set(
        ReportVersion.objects.filter(report__in=reports, state=State.ACCEPTED).values_list(
            "report_id", flat=True
        )
    )
    found: dict[int, Counts] = {}
    for duty in owed:
        report = by_unit.get((duty.unit_id, duty.form))
        sent = report is not None and report.first_sent_at is not None
        counts = Counts(
            expected=1,
            sent=int(sent),
            on_time=int(report is not None and report.on_time is True),
            accepted=int(report is not None and report.pk in accepted),
        )
        found[duty.unit_id] = found.get(duty.unit_id, Counts()) + counts
    return found


def _children(unit_ids: list[int], on: date) -> dict[int, list[int]]:
    rows = UnitPlacement.objects.filter(valid_on(on), parent__in=unit_ids)
    found: dict[int, list[int]] = {}
    for parent_id, unit_id in rows.order_by("unit__code").values_list("parent_id", "unit_id"):
        found.setdefault(parent_id, []).append(unit_id)
    return found
