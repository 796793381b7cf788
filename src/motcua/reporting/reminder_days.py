"""On which days before the due day of a report a reminder goes out."""

from datetime import date, timedelta

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import CalendarNotPublished

DAYS_BEFORE = (7, 3, 1)
SATURDAY = 5
ONE_DAY = timedelta(days=1)


def reminder_days(due_on: date, unit_id: int | None = None) -> list[int]:
    """Return calendar days before the due day, farthest first: 7, 3, 1 and the working day before it."""
    before = (due_on - working_day_before(due_on, unit_id)).days
    return sorted({*DAYS_BEFORE, before}, reverse=True)


def working_day_before(due_on: date, unit_id: int | None = None) -> date:
    """The last working day before the due day, by the unit's calendar; in a year that nobody has published,
    by Saturdays and Sundays."""
    calendar = calendar_for(unit_id, around=due_on)
    step = due_on - ONE_DAY
    while not _works(calendar, step):
        step -= ONE_DAY
    return step


def _works(calendar: object, on: date) -> bool:
    try:
        return bool(calendar.is_working_day(on))  # type: ignore[attr-defined]
    except CalendarNotPublished:
        return on.weekday() < SATURDAY
