"""Days as officers type them: 14/03/1988, 14-3-1988, 14031988, 1988-03-14."""

import re
from datetime import date

_TYPED = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})|([0-9]{2})([0-9]{2})([0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")


def day_of(text: str) -> date | None:
    """Return the day, None for an empty text.

    Raises:
        ValueError: this is no day of the calendar.
    """
    text = text.strip()
    if not text:
        return None
    match = _TYPED.fullmatch(text)
    if match is None:
        return date.fromisoformat(text)
    day, month, year = (int(part) for part in match.groups() if part)
    return date(year, month, day)


def year_of(text: str) -> int | None:
    """Return the year when only a year was typed, as for old people whose day of birth nobody knows."""
    return int(text) if _YEAR.fullmatch(text.strip()) else None
