"""The promised day in a word: its kind, its words, and only working days counted."""

from datetime import datetime

import pytest

from motcua.calendars.national import national_calendar
from motcua.calendars.working_time import LOCAL
from motcua.surfaces.components.due_chips import due_chip

CALENDAR = national_calendar()
MONDAY = "2026-11-23T09:41"  # the next day is a public holiday


def chip(due: str | None, *, state: str = "running", now: str = MONDAY, finished: str | None = None):
    at = [
        datetime.fromisoformat(text).replace(tzinfo=LOCAL) if text else None for text in (due, now, finished)
    ]
    return due_chip(due_at=at[0], state_kind=state, now=at[1], calendar=CALENDAR, finished_at=at[2])


@pytest.mark.parametrize(
    ("due", "kind", "words"),
    [
        ("2026-11-18T17:00", "late", "Trễ 3 ngày"),
        ("2026-11-20T17:00", "late", "Trễ 1 ngày"),
        ("2026-11-23T08:00", "late", "Trễ 1 giờ"),
        ("2026-11-23T09:30", "late", "Trễ 11 phút"),
        ("2026-11-23T17:00", "today", "17:00"),
        ("2026-11-25T17:00", "soon", "T4 25/11"),
        ("2026-11-26T09:12", "ok", "T5 26/11"),
    ],
)
def test_a_running_dossier_says_how_its_day_stands(due, kind, words):
    found = chip(due)

    assert (found.kind, found.words) == (kind, words)


def test_another_year_is_named():
    assert chip("2026-01-05T09:00", now="2025-12-22T09:00").words == "T2 05/01/2026"


def test_a_stopped_clock_is_dashed_and_says_what_it_waits_for():
    assert [
        (chip(None, state=state).kind, chip(None, state=state).words) for state in ("supplement", "payment")
    ] == [
        ("pause", "Chờ bổ sung"),
        ("pause", "Chờ nộp tiền"),
    ]


@pytest.mark.parametrize(
    ("finished", "words"),
    [
        (MONDAY, "Xong sớm 1 ngày"),
        ("2026-11-25T16:00", "Xong đúng hẹn"),
        ("2026-11-27T08:00", "Xong, trễ 2 ngày"),
    ],
)
def test_a_finished_dossier_is_judged_by_its_finish(finished, words):
    assert chip("2026-11-25T17:00", state="finished", finished=finished).words == words


def test_the_title_gives_the_whole_instant():
    assert chip("2026-11-18T17:00").title == "Hẹn trả 17:00 ngày 18/11/2026"


def test_a_calendar_that_ends_gives_no_number():
    beyond = CALENDAR.last_day.year + 1

    assert chip("2026-12-30T17:00", now=f"{beyond}-01-12T08:00").words == "Quá hạn"


def test_on_a_saturday_nothing_is_late_by_minutes():
    assert chip("2026-11-20T17:00", now="2026-11-21T09:00").words == "Quá hạn"
