"""The calendar of a unit, put together once and kept until somebody changes it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from motcua.calendars.assembly import OwnDay, Week, WeekdayHours, YearPlan, assemble, run_of_years
from motcua.calendars.models import CalendarYear, DayOff, UnitDay, UnitHours, WorkedDay
from motcua.calendars.working_time import WorkingCalendar
from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit

STAMP = "SELECT stamp FROM calendars_calendarversion ORDER BY id LIMIT 1"

Line = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Stored:
    """All that the tables say under one stamp, and the calendars made of it so far.

    Args:
        above: units whose hours hold for units below them.
    """

    stamp: str
    years: tuple[YearPlan, ...]
    common_hours: list[WeekdayHours]
    own_hours: Mapping[int, list[WeekdayHours]]
    own_days: Mapping[int, dict[date, OwnDay]]
    above: frozenset[int]
    weeks: dict[Line, Week] = field(default_factory=dict)
    calendars: dict[tuple[int | None, Line, int, int], WorkingCalendar] = field(default_factory=dict)


_kept: _Stored | None = None


def calendar_for(unit_id: int | None, around: date) -> WorkingCalendar:
    """Return the calendar by which a unit counts what it receives on a day.

    It covers all stored years (the run without a gap to which ``around`` belongs). When nothing has changed
    this costs one query of one row.

    Args:
        unit_id: ``None`` for the common calendar.
        around: the day of reception: the unit's place in the hierarchy and its length of a working day are
            those of that day.
    """
    stored = _current()
    line = _line(stored, unit_id, around) if unit_id else ()
    week = stored.weeks.get(line)
    if week is None:
        layers = [*(stored.own_hours[above] for above in line), stored.common_hours]
        week = stored.weeks[line] = Week(layers)
    own_days = stored.own_days.get(unit_id) if unit_id else None
    run = run_of_years(stored.years, around.year)
    if not run:
        return assemble([], week=week, around=around, version=stored.stamp)
    key = (unit_id if own_days else None, line, week.standard_minutes(around), run[0].year)
    calendar = stored.calendars.get(key)
    if calendar is None:
        calendar = assemble(run, week=week, around=around, own_days=own_days, version=stored.stamp)
        stored.calendars[key] = calendar
    return calendar


def year_plan(year: int) -> YearPlan | None:
    """Return what is stored for a year, or nothing."""
    return next((plan for plan in _current().years if plan.year == year), None)


def _current() -> _Stored:
    global _kept  # noqa: PLW0603 - one process, one memory of the tables
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        row = cursor.fetchone()
    stamp = row[0] if row else ""
    kept = _kept
    if kept is None or kept.stamp != stamp:
        _kept = kept = _read(stamp)
    return kept


def _line(stored: _Stored, unit_id: int, on: date) -> Line:
    """The unit and those above it that have hours of their own, nearest first."""
    own: Line = (unit_id,) if unit_id in stored.own_hours else ()
    if stored.above <= {unit_id}:
        return own
    unit = Unit.objects.filter(pk=unit_id).first()
    higher = organisation.ancestors(unit, on=on) if unit else []
    return own + tuple(step.pk for step in higher if step.pk in stored.own_hours)


def _read(stamp: str) -> _Stored:
    days_off: dict[int, dict[date, DayOff]] = defaultdict(dict)
    for off in DayOff.objects.order_by("day"):
        days_off[off.day.year][off.day] = off
    worked: dict[int, dict[date, date | None]] = defaultdict(dict)
    for day in WorkedDay.objects.order_by("day"):
        worked[day.day.year][day.day] = day.instead_of
    common: list[WeekdayHours] = []
    own_hours: dict[int, list[WeekdayHours]] = {}
    for row in UnitHours.objects.order_by("pk"):
        hours = WeekdayHours(row.weekday, row.sessions, row.valid_from, row.valid_to)
        (own_hours.setdefault(row.unit_id, []) if row.unit_id else common).append(hours)
    own_days: dict[int, dict[date, OwnDay]] = defaultdict(dict)
    for own in UnitDay.objects.order_by("pk"):
        own_days[own.unit_id][own.day] = OwnDay(own.sessions, own.reason)
    return _Stored(
        stamp=stamp,
        years=tuple(
            YearPlan(
                year=row.year,
                provisional=row.status == CalendarYear.Status.PROVISIONAL,
                days_off={day: off.note for day, off in days_off[row.year].items()},
                worked_days=worked[row.year],
            )
            for row in CalendarYear.objects.order_by("year")
        ),
        common_hours=common,
        own_hours=own_hours,
        own_days=dict(own_days),
        above=frozenset(
            Unit.objects.filter(hours__isnull=False, child_placements__isnull=False).values_list(
                "pk", flat=True
            )
        ),
    )
