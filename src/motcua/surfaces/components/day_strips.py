"""How a promised day was counted, as a strip of small days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from motcua.calendars.explanation import DayCount, Explanation
from motcua.surfaces.components.due_chips import short_weekday

FULL = 8  # days that fit side by side; a longer count folds its quiet middle


@dataclass(frozen=True, slots=True)
class DayBox:
    """One day: ``kind`` is "" (received), ``in`` (counted), ``off`` (hatched), ``due`` (lit) or ``gap``."""

    kind: str
    weekday: str
    day: str
    words: str


def day_strip(explanation: Explanation) -> list[DayBox]:
    """Return the boxes from reception to the due day, the middle of a long count folded."""
    days = explanation.days
    if len(days) <= FULL:
        return [_box(day, days) for day in days]
    first, middle, last = days[:3], days[3:-4], days[-4:]
    counted = sum(1 for day in middle if not day.is_off)
    gap = DayBox("gap", "", "…", _("%(n)d ngày làm việc") % {"n": counted})
    return [*(_box(day, days) for day in first), gap, *(_box(day, days) for day in last)]


def _box(day: DayCount, days: Sequence[DayCount]) -> DayBox:
    number = str(day.day.day) if _one_month([d.day for d in days]) else f"{day.day:%d/%m}"
    if day.is_due:
        return DayBox("due", short_weekday(day.day), number, _("hẹn trả"))
    if day.is_off:
        return DayBox("off", short_weekday(day.day), number, day.label or _("nghỉ"))
    if day.day == days[0].day:
        return DayBox("", short_weekday(day.day), number, day.label)
    words = _("ngày %(n)s") % {"n": day.ordinal} if day.ordinal is not None else day.label
    return DayBox("in", short_weekday(day.day), number, words)


def _one_month(days: Sequence[date]) -> bool:
    return len(list(groupby(days, key=lambda day: (day.year, day.month)))) == 1
