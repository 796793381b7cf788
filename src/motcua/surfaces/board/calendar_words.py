"""Periods in an address: ``2026-W47``, ``2026-11``, ``2026-Q4``, ``2026``."""

import re
from datetime import date

from motcua.statistics import periods
from motcua.statistics.periods import Period

SHAPES = {
    "week": re.compile(r"(\d{4})-W(\d{2})", re.ASCII),
    "quarter": re.compile(r"(\d{4})-Q([1-4])", re.ASCII),
    "month": re.compile(r"(\d{4})-(\d{2})", re.ASCII),
    "year": re.compile(r"(\d{4})", re.ASCII),
}


def read(text: str) -> Period | None:
    """Return the period that an address names; None when it names none."""
    for kind, shape in SHAPES.items():
        if found := shape.fullmatch(text):
            try:
                return _made(kind, [int(number) for number in found.groups()])
            except (ValueError, OverflowError):
                return None
    return None


def _made(kind: str, numbers: list[int]) -> Period:
    year, *number = numbers
    if kind == "week":
        return periods.week(date.fromisocalendar(year, number[0], 1))
    if kind == "month":
        return periods.month(date(year, number[0], 1))
    if kind == "quarter":
        return periods.quarter(year, number[0])
    return Period(date(year, 1, 1), date(year, 12, 31))


def write(period: Period) -> str:
    """Return how an address names a week, month, quarter or year."""
    first = period.first
    year, week, _day = first.isocalendar()
    names = {
        f"{year}-W{week:02}": periods.week(first),
        f"{first:%Y-%m}": periods.month(first),
        f"{first.year}-Q{(first.month + 2) // 3}": periods.quarter(first.year, (first.month + 2) // 3),
    }
    return next((name for name, one in names.items() if one == period), f"{first.year}")


def kind(period: Period) -> str:
    """``week``, ``month``, ``quarter`` or ``year``."""
    name = write(period)
    return next(kind for kind, shape in SHAPES.items() if shape.fullmatch(name))


def around(day: date) -> dict[str, Period]:
    """The week, month and quarter that hold a day."""
    return {
        "week": periods.week(day),
        "month": periods.month(day),
        "quarter": periods.quarter(day.year, (day.month + 2) // 3),
    }
