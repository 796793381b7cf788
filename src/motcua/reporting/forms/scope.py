"""Whose records, and of which days, a report counts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from motcua.organisation.models import Succession, Unit
from motcua.reporting.periods import ReportingPeriod


class Window(NamedTuple):
    """Local days, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Scope:
    """One unit in one period; ``last`` is the cut-off, or today if that comes first.

    ``unit_ids`` are the unit and those that it took over within the window: what they did in its first days is
    reported by the heir, once.
    """

    unit: Unit
    unit_ids: tuple[int, ...]
    period: ReportingPeriod
    first: date
    last: date
    cut_off: date
    year_first: date
    at: datetime


def scope_of(unit: Unit, period: ReportingPeriod, window: Window, *, at: datetime) -> Scope:
    """Return what a report counts as the records are at an instant."""
    last = max(window.first, min(window.last, timezone.localdate(at)))
    cut_off_day = window.last.day
    return Scope(
        unit=unit,
        unit_ids=(unit.pk, *merged_within(unit, window)),
        period=period,
        first=window.first,
        last=last,
        cut_off=window.last,
        year_first=period.first_of_year.data_from(31 if window.last == period.last else cut_off_day),
        at=at,
    )


def merged_within(unit: Unit, window: Window) -> list[int]:
    """Units that ended inside the window and whose first heir is this unit.

    A unit that was split has several heirs; the first by code reports its last days, so that nothing counts twice.
    """
    found = []
    ended = Succession.objects.filter(
        successor=unit, predecessor__valid_to__gte=window.first, predecessor__valid_to__lt=window.last
    )
    for before in ended.order_by("predecessor__code").values_list("predecessor_id", flat=True):
        heirs = Succession.objects.filter(predecessor=before).order_by("successor__code")
        first_heir = heirs.values_list("successor_id", flat=True).first()
        if first_heir == unit.pk:
            found.append(before)
    return found
