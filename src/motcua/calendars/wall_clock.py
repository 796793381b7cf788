"""Instants as the clock on the office wall shows them: naive local ones, and aware ones of any zone."""

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

#: Statutory days and hours are those of this wall clock.
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")

#: A length for each minute of the clock, made once.
MINUTES = tuple(timedelta(minutes=minute) for minute in range(24 * 60 + 1))


def wall(instant: datetime) -> datetime:
    """The instant as a naive local wall clock shows it."""
    return instant if instant.tzinfo is None else instant.astimezone(LOCAL).replace(tzinfo=None)


def like(on_the_wall: datetime, origin: datetime) -> datetime:
    """The wall-clock time as the same kind of instant as ``origin``: naive, or aware in ``LOCAL``."""
    return on_the_wall if origin.tzinfo is None else on_the_wall.replace(tzinfo=LOCAL)


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


@lru_cache(maxsize=16)
def midnights(first: int, days: int, zone: tzinfo | None = None) -> tuple[datetime, ...]:
    """The midnights of a run of days from an ordinal on; the calendars of all units share them."""
    return tuple(datetime.fromordinal(day).replace(tzinfo=zone) for day in range(first, first + days))
