"""The hours of one day, and why a day is not like the others."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal

MINUTES_A_DAY = 24 * 60

#: From and to, in minutes after midnight; a day's hours are several, in order, apart from each other.
Span = tuple[int, int]
Spans = tuple[Span, ...]

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


class BadHours(Refusal):
    """The hours of a day are not a list of times in order."""


class NoteKind(StrEnum):
    """Why a day differs from its weekday's usual hours."""

    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    SWAPPED_OFF = "swapped_off"
    WORKED_SATURDAY = "worked_saturday"
    UNIT_CLOSED = "unit_closed"
    UNIT_HOURS = "unit_hours"


@dataclass(frozen=True, slots=True)
class DayNote:
    """The reason of one day, in Vietnamese words: the holiday's name, or why the unit keeps other hours."""

    kind: NoteKind
    name_vi: str


@dataclass(frozen=True, slots=True, eq=False)
class DayHours:
    """The working hours of one day as two tables, so that counting is looking up.

    Args:
        spans: from and to of each session, in minutes after midnight.
        elapsed: for each minute of the clock, the working minutes that have passed by then.
        begins: for each working minute of the day, the minute of the clock at which it begins.
    """

    spans: Spans
    elapsed: tuple[int, ...]
    begins: tuple[int, ...]

    @property
    def minutes(self) -> int:
        return len(self.begins)


@lru_cache(maxsize=4096)
def day_hours(spans: Spans) -> DayHours:
    """Return the one object for these hours; days with the same hours share it.

    Raises:
        BadHours: a session ends before it begins, overlaps the one before, or leaves the day.
    """
    for (start, end), (_start, previous_end) in zip(spans, ((0, 0), *spans), strict=False):
        if not previous_end <= start < end < MINUTES_A_DAY:
            raise BadHours(
                _(
                    "Các buổi làm việc phải theo thứ tự, không chồng lên nhau. Ví dụ: 07:30–11:30, 13:00–17:00."
                )
            )
    begins = tuple(minute for start, end in spans for minute in range(start, end))
    elapsed = tuple(
        sum(min(max(minute - start, 0), end - start) for start, end in spans)
        for minute in range(MINUTES_A_DAY)
    )
    return DayHours(spans=spans, elapsed=elapsed, begins=begins)


CLOSED = day_hours(())


def read_spans(texts: object) -> Spans:
    """Read hours as they are stored: ``[["07:30", "11:30"], ["13:00", "17:00"]]``; ``[]`` is a closed day.

    Raises:
        BadHours: the text is no such list, or the sessions are not in order.
    """
    if not isinstance(texts, list | tuple):
        raise _not_hours()
    spans = []
    for pair in texts:
        if not isinstance(pair, list | tuple) or len(pair) != 2:
            raise _not_hours()
        spans.append((_minute(pair[0]), _minute(pair[1])))
    return day_hours(tuple(spans)).spans


def write_spans(spans: Iterable[Span]) -> list[list[str]]:
    """Write hours as they are stored; the reverse of ``read_spans``."""
    return [[clock(start), clock(end)] for start, end in spans]


def clock(minute: int) -> str:
    """``450`` → ``07:30``."""
    return f"{minute // 60:02}:{minute % 60:02}"


def in_words(spans: Sequence[Span]) -> str:
    """``07:30–11:30, 13:00–17:00``."""
    return ", ".join(f"{clock(start)}–{clock(end)}" for start, end in spans)


def _minute(text: object) -> int:
    match = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise _not_hours()
    return int(match[1]) * 60 + int(match[2])


def _not_hours() -> BadHours:
    return BadHours(_("Giờ làm việc ghi theo từng buổi, ví dụ: 07:30–11:30, 13:00–17:00."))
