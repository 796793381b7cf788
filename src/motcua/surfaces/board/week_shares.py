"""Weeks with their share settled in time."""

from dataclasses import dataclass
from datetime import date, timedelta

from motcua.statistics import periods
from motcua.statistics.periods import Period
from motcua.statistics.queries import Weeks, in_time, settled
from motcua.surfaces.board.percents import percent, share

ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WeekShare:
    """One week: how many were settled, how many of them early or on time."""

    monday: date
    good: int
    whole: int

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def share(self) -> float | None:
        """In percent; None when nothing was settled."""
        return share(self.good, self.whole) if self.whole else None

    @property
    def words(self) -> str:
        return percent(self.good, self.whole)

    @property
    def period(self) -> Period:
        return periods.week(self.monday)


def shares(weeks: Weeks, mondays: list[date]) -> list[WeekShare]:
    """The shares of some weeks, in their order; a week without facts has nothing settled."""
    counts = [weeks.get(monday) for monday in mondays]
    return [
        WeekShare(monday, in_time(count), settled(count)) if count else WeekShare(monday, 0, 0)
        for monday, count in zip(mondays, counts, strict=True)
    ]


def weeks_of(year: int) -> list[date]:
    """The Mondays of all weeks of a year, as ISO 8601 counts them."""
    first = date.fromisocalendar(year, 1, 1)
    return [first + index * ONE_WEEK for index in range(date(year, 12, 28).isocalendar().week)]


def weeks_up_to(monday: date, count: int) -> list[date]:
    """So many weeks, the last of them that of ``monday``."""
    return [monday - (count - 1 - index) * ONE_WEEK for index in range(count)]


def a_year_before(monday: date) -> date:
    """The week of the same number a year earlier; week 53 answers to week 52."""
    year, week, _day = monday.isocalendar()
    weeks = date(year - 1, 12, 28).isocalendar().week
    return date.fromisocalendar(year - 1, min(week, weeks), 1)


def floor_of(values: list[float]) -> int:
    """Where a scale that ends at 100 % begins: under the lowest value, in steps of 5, at most 90."""
    return int(min([90.0, *(value - value % 5 for value in values)]))
