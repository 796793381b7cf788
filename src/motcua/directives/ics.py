"""A calendar as text (RFC 5545): whole-day events with alarms. Pure: no database, no clock."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

import msgspec

_MOST_OCTETS = 75
_ALARM_HOUR = 7
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One day in the calendar.

    Args:
        uid: the same for the same thing for ever, so that a calendar program moves it instead of doubling it.
        sequence: grows with each change of the thing.
        alarm_days: so many days before, at seven in the morning, the telephone rings.
    """

    uid: str
    on: date
    summary: str
    description: str = ""
    url: str = ""
    sequence: int = 0
    changed_at: datetime
    alarm_days: tuple[int, ...] = ()


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """Return the file that calendar programs fetch: UTF-8, CRLF, lines of at most 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Motcua//Motcua//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        *(line for entry in entries for line in _event(entry)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def escaped(text: str) -> str:
    """A TEXT value (3.3.11): backslash, semicolon, comma and line ends escaped, other control letters gone."""
    plain = "\n".join(text.splitlines())
    return "".join(letter for letter in plain if letter >= " " or letter == "\n").translate(_ESCAPES)


def folded(line: str) -> str:
    """Fold a content line (3.1) into parts of at most 75 octets, never inside a letter."""
    parts, part, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _MOST_OCTETS:
            parts.append(part)
            part, size = " ", 1
        part += letter
        size += octets
    return "\r\n".join([*parts, part])


def _event(entry: Entry) -> Iterator[str]:
    changed = entry.changed_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.uid)}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"
    for days in entry.alarm_days:
        yield from _alarm(entry, days)
    yield "END:VEVENT"


def _alarm(entry: Entry, days: int) -> Iterator[str]:
    before = timedelta(days=days) - timedelta(hours=_ALARM_HOUR)
    hours = int(before.total_seconds() // 3600)
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(entry.summary)}"
    yield f"TRIGGER:-P{hours // 24}DT{hours % 24}H"
    yield "END:VALARM"
