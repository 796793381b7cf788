"""Working time: what the law's days and hours mean on a clock. Pure: no database, no "now".

Every day of the calendar stands in one row of whole working minutes, one after the other. The *position* of an
instant is the number of working minutes before it, so nights, weekends and holidays have no length at all and
every rule becomes arithmetic on one integer. Sums by day and one bisection lead to the row and back.

Instants may be naive (local wall clock) or aware; the answer is of the same kind, in Asia/Ho_Chi_Minh. Seconds
are left out: what is received at 09:12:40 counts from 09:12, the minute that the receipt prints.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from motcua.calendars.explanation import DayFacts, Explanation, explain
from motcua.calendars.hours import DayHours, DayNote, Spans
from motcua.calendars.time_limits import BadTimeLimit, TimeLimit, TimeUnit
from motcua.calendars.wall_clock import LOCAL, MINUTES, like, midnight, midnights, wall
from motcua.kernel.refusals import Refusal

__all__ = [
    "LOCAL",
    "BadPause",
    "BadTimeLimit",
    "CalendarNotPublished",
    "Count",
    "Explanation",
    "Pause",
    "TimeLimit",
    "TimeUnit",
    "WorkingCalendar",
]

#: A time that the limit leaves out: from when to when.
Pause = tuple[datetime, datetime]


class CalendarNotPublished(Refusal):
    """The count leaves the years whose calendar is known."""

    def __init__(self, year: int) -> None:
        super().__init__(
            _(
                "Chưa có lịch làm việc năm %(year)d nên chưa hẹn được ngày. "
                "Nhờ người quản trị nhập lịch nghỉ năm %(year)d, rồi tính lại."
            )
            % {"year": year}
        )
        self.year = year


class BadPause(Refusal):
    """A pause ends before it begins."""


@dataclass(frozen=True, slots=True)
class Count:
    """How one limit was counted, in positions.

    Args:
        start: position of the reception.
        due: position of the due instant.
        pauses: the parts of pauses that moved it, in order, apart from each other.
    """

    start: int
    due: int
    pauses: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class WorkingCalendar:
    """One version of the working time (lịch làm việc) of one unit; it never changes.

    Args:
        first_day: the first day that it knows, 1 January of its first year.
        hours: the hours of each day from then on, whole years, without gaps.
        notes: why a day differs from its weekday.
        standard_minutes: working minutes of one "working day" of the law; 480 unless the unit keeps other hours.
        provisional_years: years counted by rule because the official announcement is not out yet.
        version: names the state of the data from which it was made.
    """

    first_day: date
    hours: Sequence[DayHours]
    notes: Mapping[date, DayNote] = field(default_factory=dict)
    standard_minutes: int = 480
    provisional_years: frozenset[int] = frozenset()
    version: str = ""

    _first: int = field(init=False)
    _sums: list[int] = field(init=False)
    _midnights: Sequence[datetime] = field(init=False)
    _elapsed: list[tuple[int, ...]] = field(init=False)
    _begins: list[tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        sums = [0]
        for day in self.hours:
            sums.append(sums[-1] + day.minutes)
        known = {
            "_first": self.first_day.toordinal(),
            "_sums": sums,
            "_midnights": midnights(self.first_day.toordinal(), len(self.hours)),
            "_elapsed": [day.elapsed for day in self.hours],
            "_begins": [day.begins for day in self.hours],
        }
        for name, value in known.items():
            object.__setattr__(self, name, value)

    # Counting

    def due(self, received: datetime, limit: TimeLimit, pauses: Iterable[Pause] = ()) -> datetime:
        """Return the instant at which a limit ends (hạn trả kết quả); it always lies in working time.

        A start outside hours counts from the next opening; an end that would fall on an opening is the close
        before it. ``n`` working days are ``n`` times the standard minutes from reception, hours are working
        hours. A limit in calendar days ends at the close of the n-th day after receipt, or of the next working
        day when that day is not one. ``immediate`` ends at the close of the day of receipt, or of the next working
        day from the cut-off on. A pause adds exactly the working minutes that it covered between the reception and the
        due instant as it stood when the pause began; minutes in two pauses count once.

        Never earlier for a later reception; with the units immediate and calendar_day this presumes that no
        pause begins before reception.

        Raises:
            CalendarNotPublished: the count leaves the published years.
            BadPause: a pause ends before it begins.
        Source: Civil Code 2015 (91/2015/QH13) arts. 147 and 148(5); common practice where it is silent.
        """
        return like(self._instant(self.count(received, limit, pauses).due), received)

    def dues(self, received: Sequence[datetime], limit: TimeLimit) -> list[datetime]:
        """Return the due instants of many receptions at once: ``[due(r, limit) for r in received]``, faster."""
        if not received:
            return []
        kinds = {instant.tzinfo for instant in received}
        if None in kinds and len(kinds) > 1:
            return [self.due(instant, limit) for instant in received]
        zone = None if kinds == {None} else LOCAL
        local = received if kinds == {zone} else [instant.astimezone(LOCAL) for instant in received]
        self._day_index(min(local))
        self._day_index(max(local))

        first, sums, elapsed, begins = self._first, self._sums, self._elapsed, self._begins
        starts = [
            sums[day := at.toordinal() - first] + elapsed[day][at.hour * 60 + at.minute] for at in local
        ]
        ends = list(map(self._rule(limit), starts))
        if max(ends) > sums[-1]:
            raise self._not_published_after()
        at_midnight = midnights(first, len(self.hours), zone)
        return [
            at_midnight[day := bisect_left(sums, end) - 1] + MINUTES[begins[day][end - sums[day] - 1] + 1]
            for end in ends
        ]

    def count(self, received: datetime, limit: TimeLimit, pauses: Iterable[Pause] = ()) -> Count:
        """Return the positions behind ``due``, for whoever has to show them."""
        start = self.position(received)
        due = self._rule(limit)(start)
        if due > self._sums[-1]:
            raise self._not_published_after()
        covered = []
        frontier = start  # minutes before it count no more: not received yet, or already in a pause
        for begin, end in sorted(map(_in_order, pauses)):
            from_ = max(self._position_or_edge(begin), frontier)
            if from_ >= due:
                break
            if end > wall(received) and (to := self.position(end)) > from_:
                covered.append((from_, to))
                due += to - from_
                frontier = to
        return Count(start=start, due=due, pauses=tuple(covered))

    def explain(self, received: datetime, limit: TimeLimit, pauses: Iterable[Pause] = ()) -> Explanation:
        """Say how each day from reception to the due instant was counted, and why, in Vietnamese.

        Raises: as ``due``.
        """
        count = self.count(received, limit, pauses)
        start, due = wall(received), self._instant(count.due)
        days = range(self._day_index(start), self._day_index(due) + 1)
        told = explain(
            received=start,
            counts_from=self._opening(count.start),
            due=due,
            limit=limit,
            days=[self._facts(day, count) for day in days],
            standard_minutes=self.standard_minutes,
            paused_minutes=sum(to - from_ for from_, to in count.pauses),
            provisional_years=self.provisional_between(start, due),
        )
        return replace(
            told, received=received, counts_from=like(told.counts_from, received), due=like(due, received)
        )

    def provisional_between(self, start: datetime, end: datetime) -> tuple[int, ...]:
        """The years from ``start`` to ``end`` that are counted, but not yet officially announced."""
        return tuple(
            year for year in range(wall(start).year, wall(end).year + 1) if year in self.provisional_years
        )

    # Arithmetic

    def position(self, instant: datetime) -> int:
        """Return the working minutes from the beginning of the calendar to an instant.

        Raises:
            CalendarNotPublished: the instant lies outside the published years.
        """
        at = wall(instant)
        day = self._day_index(at)
        return self._sums[day] + self._elapsed[day][at.hour * 60 + at.minute]

    def working_minutes(self, start: datetime, end: datetime) -> int:
        """Return the working minutes from ``start`` to ``end``; negative when ``end`` comes first."""
        return self.position(end) - self.position(start)

    def add(self, instant: datetime, minutes: int) -> datetime:
        """Return the instant at which so many more working minutes have passed; minutes may be negative.

        Like every due instant it is a close rather than the opening after it: 0 minutes from 07:30 on a Monday is
        17:00 on the Friday before.
        """
        return like(self._instant(self.position(instant) + minutes), instant)

    def next_opening(self, instant: datetime) -> datetime:
        """Return the first instant of working time, not before the given one; inside hours that is its own minute."""
        return like(self._opening(self.position(instant)), instant)

    def is_open(self, instant: datetime) -> bool:
        """Whether an instant lies inside hours: the opening does, the close does not."""
        at = wall(instant)
        minute = at.hour * 60 + at.minute
        return any(start <= minute < end for start, end in self.spans_on(at.date()))

    # Days

    def spans_on(self, day: date) -> Spans:
        """The sessions of one day, in minutes after midnight; none on a day off."""
        return self.hours[self._day_index(midnight(day))].spans

    def is_working_day(self, day: date) -> bool:
        return bool(self.spans_on(day))

    def close_of(self, day: date) -> datetime:
        """Return the close of a day, or of the next working day when that day is not one (naive, local)."""
        return self._instant(self._close_from(self._day_index(midnight(day))))

    def next_working_day(self, day: date) -> date:
        """Return the first working day after ``day``."""
        return self.close_of(day + timedelta(days=1)).date()

    @property
    def last_day(self) -> date:
        """The last day that it knows, 31 December of its last year; the day before ``first_day`` if it is empty."""
        return self.first_day + timedelta(days=len(self.hours) - 1)

    # Inside

    def _rule(self, limit: TimeLimit) -> Callable[[int], int]:
        """The position at which a limit ends, as a function of the position at which it starts."""
        match limit.unit:
            case TimeUnit.HOUR:
                return (limit.value * 60).__add__
            case TimeUnit.WORKING_DAY:
                return (limit.value * self.standard_minutes).__add__
            case TimeUnit.CALENDAR_DAY:
                return lambda start: self._close_from(self._opening_day(start) + limit.value)
            case TimeUnit.IMMEDIATE:
                cutoff = limit.cutoff.hour * 60 + limit.cutoff.minute
                return lambda start: self._immediate(start, cutoff)

    def _immediate(self, start: int, cutoff: int) -> int:
        day = self._opening_day(start)
        received = self._begins[day][start - self._sums[day]]
        return self._close_from(day if received < cutoff else day + 1)

    def _opening_day(self, position: int) -> int:
        """The day on which the working minute after a position begins."""
        day = bisect_right(self._sums, position) - 1
        if day >= len(self.hours):
            raise self._not_published_after()
        return day

    def _close_from(self, day: int) -> int:
        """The position of the close of a day, or of the first working day after it."""
        if day >= len(self.hours):
            raise self._not_published_after()
        following = bisect_right(self._sums, self._sums[day])
        if following > len(self.hours):
            raise self._not_published_after()
        return self._sums[following]

    def _opening(self, position: int) -> datetime:
        day = self._opening_day(position)
        return self._midnights[day] + MINUTES[self._begins[day][position - self._sums[day]]]

    def _instant(self, position: int) -> datetime:
        """The instant at which so many working minutes have passed: a close rather than an opening."""
        if position < 1:
            raise CalendarNotPublished(self.first_day.year - 1)
        if position > self._sums[-1]:
            raise self._not_published_after()
        day = bisect_left(self._sums, position) - 1
        return self._midnights[day] + MINUTES[self._begins[day][position - self._sums[day] - 1] + 1]

    def _position_or_edge(self, at: datetime) -> int:
        """The position of a wall-clock time, or of the calendar's edge when the time lies beyond it."""
        day = at.toordinal() - self._first
        if day < 0:
            return 0
        return self.position(at) if day < len(self.hours) else self._sums[-1]

    def _day_index(self, at: datetime) -> int:
        day = at.toordinal() - self._first
        if not 0 <= day < len(self.hours):
            raise CalendarNotPublished(at.year)
        return day

    def _facts(self, day: int, count: Count) -> DayFacts:
        opens, closes = self._sums[day], self._sums[day + 1]
        on = self._midnights[day].date()
        return DayFacts(
            day=on,
            spans=self.hours[day].spans,
            note=self.notes.get(on),
            minutes=_overlap((opens, closes), (count.start, count.due)),
            paused_minutes=sum(_overlap((opens, closes), pause) for pause in count.pauses),
        )

    def _not_published_after(self) -> CalendarNotPublished:
        return CalendarNotPublished(self.last_day.year + 1)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


def _in_order(pause: Pause) -> Pause:
    begin, end = map(wall, pause)
    if begin > end:
        raise BadPause(
            _("Khoảng dừng phải bắt đầu trước khi kết thúc, không thể từ %(begin)s đến %(end)s.")
            % {"begin": f"{begin:%H:%M %d/%m/%Y}", "end": f"{end:%H:%M %d/%m/%Y}"}
        )
    return begin, end
