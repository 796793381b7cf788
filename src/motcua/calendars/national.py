"""The calendar of the whole country as it is announced (lịch nghỉ lễ, nghỉ bù, hoán đổi ngày làm việc)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from motcua.calendars.assembly import Week, WeekdayHours, YearPlan, assemble
from motcua.calendars.hours import DayNote, NoteKind, Spans, read_spans
from motcua.calendars.working_time import WorkingCalendar

_SWAPPED_VI = "Nghỉ hoán đổi"
_WORKING_WEEK = range(5)


@dataclass(frozen=True, slots=True)
class NationalCalendar:
    """The published data: years with their source, and the usual hours."""

    years: tuple[YearPlan, ...]
    sources: Mapping[int, str]
    usual_hours: tuple[WeekdayHours, ...]


@lru_cache(maxsize=1)
def published() -> NationalCalendar:
    """Read the announced years that come with the package (``data/holidays.yaml``)."""
    text = (files(__package__) / "data" / "holidays.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    names = {holiday["id"]: holiday["vi"] for holiday in data["rules"]["holidays"]}
    years = tuple(_year(int(year), content, names) for year, content in sorted(data["years"].items()))
    spans = _usual_spans(data["rules"]["working_hours_default"])
    since = date(years[0].year, 1, 1)
    return NationalCalendar(
        years=years,
        sources={int(year): content.get("note", "") for year, content in data["years"].items()},
        usual_hours=tuple(WeekdayHours(weekday, spans, since) for weekday in _WORKING_WEEK),
    )


@lru_cache(maxsize=1)
def national_calendar() -> WorkingCalendar:
    """The calendar of an office with the usual hours, without any database."""
    data = published()
    return assemble(
        data.years, week=Week([data.usual_hours]), around=date(data.years[0].year, 1, 1), version="national"
    )


def _year(year: int, content: Mapping[str, Any], names: Mapping[str, str]) -> YearPlan:
    swapped = {
        date.fromisoformat(day["work_instead"]): date.fromisoformat(day["date"])
        for day in content["days_off"]
        if day["kind"] == NoteKind.SWAPPED_OFF
    }
    return YearPlan(
        year=year,
        provisional=content["source"] == "unsure",
        days_off={
            date.fromisoformat(day["date"]): DayNote(NoteKind(day["kind"]), names.get(day["id"], _SWAPPED_VI))
            for day in content["days_off"]
        },
        worked_days={day: swapped.get(day) for day in map(date.fromisoformat, content["working_saturdays"])},
    )


def _usual_spans(hours: Mapping[str, Any]) -> Spans:
    return read_spans([hours["morning"], hours["afternoon"]])
