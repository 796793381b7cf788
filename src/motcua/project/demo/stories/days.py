"""Working days of the stories, by the national calendar."""

from datetime import date, timedelta

from motcua.calendars.queries import calendar_for

_ONE_DAY = timedelta(days=1)


def is_open(day: date) -> bool:
    return bool(calendar_for(None, day).spans_on(day))


def working_day(day: date, steps: int) -> date:
    """The working day so many steps after a day, before it when the steps are below zero."""
    step = _ONE_DAY if steps > 0 else -_ONE_DAY
    for _step in range(abs(steps)):
        day += step
        while not is_open(day):
            day += step
    return day


def working_days(first: date, last: date) -> list[date]:
    """All working days between two days, both included."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if is_open(day)]
