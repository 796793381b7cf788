"""A calendar is put together from facts: the years' holidays, the weeks' hours, a unit's own days."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from motcua.calendars.hours import CLOSED, DayHours, DayNote, NoteKind, Spans, day_hours
from motcua.calendars.working_time import WorkingCalendar

DEFAULT_STANDARD_MINUTES = 480  # one working day is eight hours (Bộ luật Lao động 45/2019/QH14, art. 105)
MONDAY = 0


@dataclass(frozen=True, slots=True)
class YearPlan:
    """What is announced for one year.

    Args:
        provisional: whether it is computed by rule, not announced yet.
        days_off: holidays, days in lieu and swapped days.
        worked_days: days of rest that are worked, each with the day off given in exchange, if known.
    """

    year: int
    provisional: bool = False
    days_off: Mapping[date, DayNote] = field(default_factory=dict)
    worked_days: Mapping[date, date | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WeekdayHours:
    """The hours of one weekday (Monday is 0) while they are valid; no spans: closed on that weekday."""

    weekday: int
    spans: Spans
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One day on which a unit keeps hours of its own, whatever the week and the holidays say."""

    spans: Spans
    reason: str


class Week:
    """The weekly hours of a unit over time.

    Args:
        layers: the unit's own hours first, then those of the units above it, the common ones last. A layer
            answers for the weekdays it names; of several valid rows in one layer the latest begun is meant, so
            that summer hours cover the usual ones and give way when they end.
    """

    def __init__(self, layers: Sequence[Sequence[WeekdayHours]]) -> None:
        self._rows: list[list[WeekdayHours]] = [
            [
                row
                for layer in layers
                for row in sorted(layer, key=lambda row: row.valid_from, reverse=True)
                if row.weekday == weekday
            ]
            for weekday in range(7)
        ]

    def hours(self, weekday: int, on: date) -> DayHours:
        """The hours that a weekday has while ``on`` is in force."""
        for row in self._rows[weekday]:
            if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to):
                return day_hours(row.spans)
        return CLOSED

    def standard_minutes(self, on: date) -> int:
        """The minutes of one working day: what most weekdays have; the longer one of two equally frequent."""
        lengths = Counter(self.hours(weekday, on).minutes for weekday in range(7))
        del lengths[0]
        return max(lengths, key=lambda minutes: (lengths[minutes], minutes), default=DEFAULT_STANDARD_MINUTES)


def assemble(
    years: Sequence[YearPlan],
    *,
    week: Week,
    around: date,
    own_days: Mapping[date, OwnDay] | None = None,
    version: str = "",
) -> WorkingCalendar:
    """Put a calendar together from the run of years, without a gap, to which ``around`` belongs.

    When the year of ``around`` is not there, the calendar is empty and each count says so. The length of one
    working day is that of the week in force on ``around``, the day of reception.
    """
    run = run_of_years(years, around.year)
    own = own_days or {}
    hours: list[DayHours] = []
    notes: dict[date, DayNote] = {}
    for plan in run:
        for day in _days(plan.year):
            day_is, note = _one_day(day, plan, week, own.get(day))
            hours.append(day_is)
            if note:
                notes[day] = note
    return WorkingCalendar(
        first_day=date(run[0].year if run else around.year, 1, 1),
        hours=hours,
        notes=notes,
        standard_minutes=week.standard_minutes(around),
        provisional_years=frozenset(plan.year for plan in run if plan.provisional),
        version=version,
    )


def _one_day(day: date, plan: YearPlan, week: Week, own: OwnDay | None) -> tuple[DayHours, DayNote | None]:
    """The hours of a day and the reason for them: the unit's own day, then holidays, then worked days, the week."""
    if own is not None:
        kind = NoteKind.UNIT_HOURS if own.spans else NoteKind.UNIT_CLOSED
        return day_hours(own.spans), DayNote(kind, own.reason)
    if day in plan.days_off:
        return CLOSED, plan.days_off[day]
    if day in plan.worked_days:
        instead = plan.worked_days[day]
        weekday = instead.weekday() if instead else MONDAY
        return week.hours(weekday, day), DayNote(NoteKind.WORKED_SATURDAY, "")
    return week.hours(day.weekday(), day), None


def run_of_years(years: Sequence[YearPlan], year: int) -> list[YearPlan]:
    """The years around ``year`` without a gap, in order; none if ``year`` itself is not there."""
    by_year = {plan.year: plan for plan in years}
    first = last = year
    while first - 1 in by_year:
        first -= 1
    while last in by_year:
        last += 1
    return [by_year[known] for known in range(first, last)] if year in by_year else []


def _days(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)
