"""Periods of whole local days, and where facts by month can stand for rows."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.statistics.measures import local_day, midnight, month_of, next_month, week_of

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2900
ROMAN = "I", "II", "III", "IV"


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from ``first`` to ``last``, both included; one that is not over is counted up to now.

    Raises:
        Refusal: a year that no office counts in, beyond which dates and their neighbours would overflow.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first.year < FIRST_YEAR or self.last.year > LAST_YEAR:
            words = {"first": FIRST_YEAR, "last": LAST_YEAR}
            raise Refusal(_("Kỳ phải nằm trong các năm từ %(first)d đến %(last)d.") % words)

    @property
    def begin(self) -> datetime:
        """The first instant."""
        return midnight(self.first)

    @property
    def end(self) -> datetime:
        """The first instant after it."""
        return midnight(self.last + ONE_DAY)

    def cut(self, now: datetime) -> datetime:
        """The instant at which pending dossiers are looked at: the end, or now if that comes first."""
        return min(self.end, now)

    def is_over(self, now: datetime) -> bool:
        return self.end <= now

    @property
    def name(self) -> str:
        """``Quý IV năm 2026``, ``Tháng 11 năm 2026``, ``Năm 2026``, ``Tuần 47 năm 2026``, or its days."""
        year, months = self.first.year, self._months if self._is_whole_months else 0
        if months == 12 and self.first.month == 1:
            return _("Năm %(year)d") % {"year": year}
        if months == 3 and self.first.month % 3 == 1:
            return _("Quý %(number)s năm %(year)d") % {"number": ROMAN[self.first.month // 3], "year": year}
        if months == 1:
            return _("Tháng %(month)d năm %(year)d") % {"month": self.first.month, "year": year}
        if self == week(self.first):
            number = self.first.isocalendar()
            return _("Tuần %(number)d năm %(year)d") % {"number": number.week, "year": number.year}
        return _("Từ %(first)s đến %(last)s") % {"first": day(self.first), "last": day(self.last)}

    @property
    def before(self) -> "Period":
        """The period of the same kind just before: the quarter before a quarter, else as many days."""
        if self._is_whole_months:
            return Period(months_after(self.first, -self._months), self.first - ONE_DAY)
        return Period(self.first - (self.last - self.first) - ONE_DAY, self.first - ONE_DAY)

    @property
    def after(self) -> "Period":
        """The period of the same kind just after."""
        if self._is_whole_months:
            return Period(self.last + ONE_DAY, months_after(self.last + ONE_DAY, self._months) - ONE_DAY)
        return Period(self.last + ONE_DAY, self.last + (self.last - self.first) + ONE_DAY)

    @property
    def _is_whole_months(self) -> bool:
        return self.first.day == 1 and self.last + ONE_DAY == months_after(self.first, self._months)

    @property
    def _months(self) -> int:
        following = self.last + ONE_DAY
        return (following.year - self.first.year) * 12 + following.month - self.first.month


def months_after(month: date, count: int) -> date:
    """Return the first day of the month so many months after a month (before, if negative)."""
    number = month.year * 12 + month.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def week(on: date) -> Period:
    """Monday to Sunday."""
    return Period(week_of(on), week_of(on) + timedelta(days=6))


def month(on: date) -> Period:
    """The month of a day."""
    return Period(month_of(on), next_month(month_of(on)) - ONE_DAY)


def quarter(year: int, number: int) -> Period:
    """One of the four quarters of a year."""
    first = date(year, 3 * number - 2, 1)
    return Period(first, months_after(first, 3) - ONE_DAY)


class Span(NamedTuple):
    """Whole months from ``low`` up to but without ``high``; None is without end."""

    low: date | None
    high: date | None

    def holds(self, month: date) -> bool:
        return (self.low is None or self.low <= month) and (self.high is None or month < self.high)


class Edge(NamedTuple):
    """The instants between a month boundary and the odd end of a period; the latter is left out."""

    begin: datetime
    end: datetime


def split(period: Period, *, now: datetime) -> tuple[list[Span], list[Edge]]:
    """Cut what happens in a period into whole months and odd edges.

    Nothing happens after now, so that the current month is whole even before its end.
    """
    first = period.first if period.first.day == 1 else next_month(month_of(period.first))
    last = None if period.end > now else month_of(local_day(period.end))
    if first > (last or month_of(local_day(now))):
        return [], [Edge(period.begin, period.end)]
    edges = [Edge(period.begin, midnight(first))]
    if last is not None:
        edges.append(Edge(midnight(last), period.end))
    return [Span(first, last)], [edge for edge in edges if edge.begin < edge.end]


def up_to(at: datetime) -> tuple[list[Span], list[Edge]]:
    """Cut all that happened before an instant into whole months and an odd edge."""
    boundary = month_of(local_day(at))
    edge = Edge(midnight(boundary), at)
    return [Span(None, boundary)], [edge] if edge.begin < edge.end else []
