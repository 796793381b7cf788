"""Why this day: how each day of a limit was counted, for the strip of days on the screen and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext as _

from motcua.calendars.hours import DayNote, NoteKind, Spans, in_words
from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.kernel.vietnamese import weekday


class DayKind(StrEnum):
    """What one day was for the count."""

    RECEIVED = "received"
    COUNTED = "counted"
    HALF = "half"
    WORKED_SATURDAY = "worked_saturday"
    PAUSED = "paused"
    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    SWAPPED_OFF = "swapped_off"
    WEEKEND = "weekend"
    UNIT_CLOSED = "unit_closed"


_OFF_KINDS = {
    NoteKind.HOLIDAY: DayKind.HOLIDAY,
    NoteKind.COMPENSATORY: DayKind.COMPENSATORY,
    NoteKind.SWAPPED_OFF: DayKind.SWAPPED_OFF,
    NoteKind.UNIT_CLOSED: DayKind.UNIT_CLOSED,
}
OFF = frozenset({*_OFF_KINDS.values(), DayKind.WEEKEND})


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What the calendar knows of one day of a limit.

    Args:
        minutes: its working minutes between reception and due instant.
        paused_minutes: those of them that a pause took out.
    """

    day: date
    spans: Spans
    note: DayNote | None
    minutes: int
    paused_minutes: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """How one day was counted.

    Args:
        name_vi: the holiday, or the unit's reason for other hours; "" for an ordinary day.
        minutes: working minutes that this day gave to the limit.
        ordinal: the limit's n-th day, if one was completed on this day.
        is_due: whether the limit ends on this day.
    """

    day: date
    kind: DayKind
    name_vi: str
    minutes: int
    ordinal: int | None
    is_due: bool
    spans: Spans

    @property
    def is_off(self) -> bool:
        """Whether nobody works on this day."""
        return not self.spans

    @property
    def label(self) -> str:
        """The one or two words under the day in the strip."""
        if self.ordinal is not None:
            return str(self.ordinal)
        return _labels().get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A due instant with its reasons (vì sao hẹn ngày này).

    Args:
        counts_from: the reception, or the next opening when it was outside hours.
        due: the due instant.
        provisional_years: the years that were counted, but are not officially announced yet.
        days: every day from the reception to the due instant.
        promise: the due instant in a whole sentence.
        sentences: the whole count in sentences, in the order in which one would tell it.
    """

    received: datetime
    counts_from: datetime
    due: datetime
    limit: TimeLimit
    provisional_years: tuple[int, ...]
    days: tuple[DayCount, ...]
    promise: str
    sentences: tuple[str, ...]

    @property
    def provisional(self) -> bool:
        """Whether the day may still move, because a year is not officially announced yet."""
        return bool(self.provisional_years)


def explain(
    *,
    received: datetime,
    counts_from: datetime,
    due: datetime,
    limit: TimeLimit,
    days: Sequence[DayFacts],
    standard_minutes: int,
    paused_minutes: int,
    provisional_years: Sequence[int],
) -> Explanation:
    """Put the facts of each day into the kinds, numbers and words that people read."""
    counted = tuple(_day_counts(days, received, counts_from, due, limit, standard_minutes))
    promise = _promise(due, limit)
    sentences = [
        _reception(received, counts_from, due, limit),
        *_days_off(counted, limit),
        *_other_hours(counted, limit),
        *_pauses(paused_minutes),
        promise,
        *(provisional_remark(year) for year in provisional_years),
    ]
    return Explanation(
        received=received,
        counts_from=counts_from,
        due=due,
        limit=limit,
        provisional_years=tuple(provisional_years),
        days=counted,
        promise=promise,
        sentences=tuple(sentences),
    )


def provisional_remark(year: int) -> str:
    """What to say beside a day that was counted in a year not announced yet."""
    return _("Lịch nghỉ năm %(year)d mới là dự kiến, ngày hẹn có thể đổi khi có thông báo chính thức.") % {
        "year": year
    }


def _day_counts(
    days: Sequence[DayFacts],
    received: datetime,
    counts_from: datetime,
    due: datetime,
    limit: TimeLimit,
    standard_minutes: int,
) -> Iterator[DayCount]:
    minutes = completed = 0
    for facts in days:
        kind = _kind(facts, received.date(), standard_minutes)
        minutes += facts.minutes - facts.paused_minutes
        before, ordinal = completed, None
        if limit.unit == TimeUnit.WORKING_DAY:
            completed = minutes // standard_minutes
        elif (
            limit.unit == TimeUnit.CALENDAR_DAY and facts.day > counts_from.date() and kind != DayKind.PAUSED
        ):
            completed = min(completed + 1, limit.value)
        if completed > before:
            ordinal = completed
        yield DayCount(
            day=facts.day,
            kind=kind,
            name_vi=facts.note.name_vi if facts.note else "",
            minutes=facts.minutes - facts.paused_minutes,
            ordinal=ordinal,
            is_due=facts.day == due.date(),
            spans=facts.spans,
        )


def _kind(facts: DayFacts, received_on: date, standard_minutes: int) -> DayKind:
    if facts.day == received_on:
        return DayKind.RECEIVED
    if not facts.spans:
        return _OFF_KINDS.get(facts.note.kind, DayKind.WEEKEND) if facts.note else DayKind.WEEKEND
    if 0 < facts.minutes == facts.paused_minutes:
        return DayKind.PAUSED
    if facts.note and facts.note.kind == NoteKind.WORKED_SATURDAY:
        return DayKind.WORKED_SATURDAY
    if sum(end - start for start, end in facts.spans) < standard_minutes:
        return DayKind.HALF
    return DayKind.COUNTED


def _reception(received: datetime, counts_from: datetime, due: datetime, limit: TimeLimit) -> str:
    words = {
        "hour": f"{received:%H:%M}",
        "day": _day_and_year(received),
        "cutoff": f"{limit.cutoff:%H:%M}",
        "opening": f"{counts_from:%H:%M} {_day(counts_from)}",
    }
    if received.replace(second=0, microsecond=0) != counts_from:
        return _("Nhận lúc %(hour)s %(day)s, ngoài giờ làm việc, nên tính từ %(opening)s.") % words
    if limit.unit != TimeUnit.IMMEDIATE:
        return _("Nhận lúc %(hour)s %(day)s.") % words
    if received.time() < limit.cutoff:
        return _("Nhận lúc %(hour)s, trước %(cutoff)s, nên trả trong ngày.") % words
    return _("Nhận lúc %(hour)s, từ %(cutoff)s trở đi, nên trả trong ngày làm việc tiếp theo.") % words


def _promise(due: datetime, limit: TimeLimit) -> str:
    words = {"hour": f"{due:%H:%M}", "day": _day_and_year(due), "limit": limit.in_words}
    if limit.unit == TimeUnit.IMMEDIATE:
        return _("Hẹn trả %(hour)s %(day)s.") % words
    return _("Hẹn trả %(hour)s %(day)s (%(limit)s).") % words


def _days_off(days: Sequence[DayCount], limit: TimeLimit) -> Iterator[str]:
    """Say which days did not count; of calendar days only whether the last one had to move."""
    off = [day for day in days if day.kind in OFF]
    if limit.unit == TimeUnit.CALENDAR_DAY:
        yield _("Tính cả ngày nghỉ.")
        for day in off:
            if day.ordinal == limit.value:
                yield _("Ngày thứ %(n)d là %(day)s, %(reason)s, nên trả vào ngày làm việc tiếp theo.") % {
                    "n": limit.value, "day": _day(day.day), "reason": _reason(day),
                }  # fmt: skip
        return
    named = (day for day in off if day.kind != DayKind.WEEKEND)
    for _key, group in groupby(
        enumerate(named), lambda item: (_reason(item[1]), item[1].day.toordinal() - item[0])
    ):
        run = [day for _index, day in group]
        yield _("%(days)s %(reason)s nên không tính.") % {"days": _run(run), "reason": _reason(run[0])}
    weekend = sorted({day.day.weekday(): day.day for day in off if day.kind == DayKind.WEEKEND}.items())
    if weekend:
        names = ", ".join(weekday(day) for _number, day in weekend)
        yield _("%(days)s không làm việc nên không tính.") % {"days": names}


def _other_hours(days: Sequence[DayCount], limit: TimeLimit) -> Iterator[str]:
    """Say which days were worked although one would not expect it, and which were short."""
    if limit.unit not in {TimeUnit.HOUR, TimeUnit.WORKING_DAY}:
        return
    for day in days:
        words = {"day": _day(day.day), "spans": in_words(day.spans), "name": day.name_vi}
        if day.kind == DayKind.WORKED_SATURDAY:
            yield _("%(day)s làm bù nên có tính.") % words
        elif day.spans and day.name_vi:
            yield _("%(day)s làm việc %(spans)s (%(name)s).") % words
        elif day.kind == DayKind.HALF:
            yield _("%(day)s chỉ làm việc %(spans)s.") % words


def _pauses(minutes: int) -> Iterator[str]:
    if minutes:
        yield _("Thời gian dừng không tính: %(hours)d giờ %(minutes)02d phút làm việc.") % {
            "hours": minutes // 60,
            "minutes": minutes % 60,
        }


def _reason(day: DayCount) -> str:
    match day.kind:
        case DayKind.HOLIDAY:
            return _("nghỉ %(name)s") % {"name": day.name_vi}
        case DayKind.COMPENSATORY:
            return _("nghỉ bù %(name)s") % {"name": day.name_vi}
        case DayKind.SWAPPED_OFF:
            return _("nghỉ hoán đổi")
        case DayKind.UNIT_CLOSED:
            return _("cơ quan nghỉ (%(name)s)") % {"name": day.name_vi}
        case _:
            return _("không làm việc")


def _run(days: Sequence[DayCount]) -> str:
    if len(days) == 1:
        return _day(days[0].day)
    return _("Từ %(first)s đến %(last)s") % {"first": _day(days[0].day), "last": _day(days[-1].day)}


def _day(on: date) -> str:
    return f"{weekday(on)} {on:%d/%m}"


def _day_and_year(on: date) -> str:
    return f"{weekday(on)} {on:%d/%m/%Y}"


def _labels() -> dict[DayKind, str]:
    return {
        DayKind.RECEIVED: _("nhận"),
        DayKind.HALF: _("nửa ngày"),
        DayKind.WORKED_SATURDAY: _("làm bù"),
        DayKind.PAUSED: _("dừng"),
        DayKind.HOLIDAY: _("lễ"),
        DayKind.COMPENSATORY: _("nghỉ bù"),
        DayKind.SWAPPED_OFF: _("hoán đổi"),
        DayKind.WEEKEND: _("nghỉ"),
        DayKind.UNIT_CLOSED: _("nghỉ"),
    }
