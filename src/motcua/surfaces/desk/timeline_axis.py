"""The seven columns over the lanes: hours of one day, days, or longer stretches, whichever holds the whole life."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.hours import NoteKind
from motcua.calendars.working_time import CalendarNotPublished, WorkingCalendar
from motcua.surfaces.components.due_chips import short_weekday

COLUMNS = 7
ONE_DAY = timedelta(days=1)
LINES = 2 * COLUMNS + 1


@dataclass(frozen=True, slots=True)
class Column:
    """One stretch of time, from its first to its last working instant; ``off``: nobody works then."""

    start: datetime
    end: datetime
    weekday: str
    day: str
    off: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Seven columns of two halves: fifteen grid lines."""

    columns: tuple[Column, ...]

    def line(self, at: datetime) -> int:
        """The grid line (1–15) nearest to an instant; what lies outside hangs at the edge."""
        for place, column in enumerate(self.columns):
            if at <= column.start:
                return 2 * place + 1
            if at <= column.end:
                return 2 * place + 1 + round(2 * (at - column.start) / (column.end - column.start))
        return LINES

    def holds(self, at: datetime) -> bool:
        return self.columns[0].start <= at <= self.columns[-1].end


def axis(first: datetime, last: datetime, calendar: WorkingCalendar) -> Axis:
    """Return the finest columns in which everything from ``first`` to ``last`` has room."""
    start, end = timezone.localtime(first), timezone.localtime(last)
    if start.date() == end.date():
        return Axis(tuple(_hours(start, end)))
    days = list(_days(start.date(), calendar, until=end.date()))
    if len(days) <= COLUMNS:
        return Axis(tuple(islice(_days(start.date(), calendar), COLUMNS)))
    return Axis(tuple(_stretches(start.date(), end.date())))


def _hours(start: datetime, end: datetime) -> Iterator[Column]:
    """Stretches of one day, whole half hours long, from the hour of the start."""
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    first = start.hour * 60
    length = 30 * max(1, -(-(end.hour * 60 + end.minute - first) // (30 * COLUMNS)))
    first = max(0, min(first, 1440 - COLUMNS * length))
    for place in range(COLUMNS):
        begin = midnight + timedelta(minutes=first + place * length)
        yield Column(begin, begin + timedelta(minutes=length), short_weekday(begin), f"{begin:%H:%M}")


def _days(first: date, calendar: WorkingCalendar, until: date = date.max) -> Iterator[Column]:
    """Working days, and days off that have a name; quiet weekends are left out."""
    day = first
    while day <= until:
        try:
            spans = calendar.spans_on(day)
        except CalendarNotPublished:
            spans = ((450, 1020),)
        note = calendar.notes.get(day)
        if spans:
            yield Column(_at(day, spans[0][0]), _at(day, spans[-1][1]), short_weekday(day), f"{day:%d/%m}")
        elif note is not None or day == first:
            yield Column(
                _at(day, 0), _at(day, 1439), _off(day, note is not None and note.kind), f"{day:%d/%m}", True
            )
        day += ONE_DAY


def _off(day: date, kind: NoteKind | bool) -> str:
    words = {"weekday": short_weekday(day)}
    if kind == NoteKind.HOLIDAY:
        return _("%(weekday)s lễ") % words
    return _("%(weekday)s nghỉ") % words


def _stretches(first: date, last: date) -> Iterator[Column]:
    """Equal stretches of whole days; from a week on they begin on Mondays."""
    length = -(-((last - first).days + 1) // COLUMNS)
    if length >= 5:
        first -= timedelta(days=first.weekday())
        length = 7 * -(-((last - first).days + 1) // (7 * COLUMNS))
    for place in range(COLUMNS):
        begin = first + timedelta(days=place * length)
        yield Column(
            _at(begin, 0), _at(begin + timedelta(days=length), 0),
            _("từ %(weekday)s") % {"weekday": short_weekday(begin)}, f"{begin:%d/%m}",
        )  # fmt: skip


def _at(day: date, minute: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()) + timedelta(minutes=minute))
