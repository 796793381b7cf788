from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.calendars.national import national_calendar
from motcua.catalogue import shipped
from motcua.dossiers import clock
from motcua.dossiers.states import Outcome
from tests.factories.catalogue import shipped_definition
from tests.factories.dossiers import HANOI

CALENDAR = national_calendar()
DUE = datetime(2026, 11, 26, 9, 12, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("finished", "by_instant", "by_date"),
    [
        (datetime(2026, 11, 25, 17, 0), Outcome.EARLY, Outcome.EARLY),
        (datetime(2026, 11, 26, 9, 12), Outcome.ON_TIME, Outcome.ON_TIME),
        (datetime(2026, 11, 26, 9, 12, 40), Outcome.ON_TIME, Outcome.ON_TIME),
        (datetime(2026, 11, 26, 9, 13), Outcome.LATE, Outcome.ON_TIME),
        (datetime(2026, 11, 27, 7, 30), Outcome.LATE, Outcome.LATE),
    ],
)
def test_the_finish_is_judged_by_the_promise_as_the_policy_says(finished, by_instant, by_date):
    finished = finished.replace(tzinfo=HANOI)

    assert clock.judge(DUE, finished_at=finished, classification="by_instant") == by_instant
    assert clock.judge(DUE, finished_at=finished, classification="by_date") == by_date


def test_a_clock_paused_in_time_promises_nothing_and_one_paused_late_keeps_its_broken_promise():
    assert clock.paused(DUE, at=DUE) is None
    assert clock.paused(DUE, at=DUE + timedelta(minutes=1)) == DUE


minutes = st.integers(0, 30 * 24 * 60).map(lambda n: timedelta(minutes=n))


@given(before=minutes, length=minutes)
def test_a_pause_gives_back_exactly_the_working_minutes_that_it_covered(before, length):
    began = DUE - before
    ended = began + length

    resumed = clock.resumed(DUE, began=began, ended=ended, calendar=CALENDAR, restarted=None)

    assert CALENDAR.working_minutes(DUE, resumed) == CALENDAR.working_minutes(began, ended)


@given(late=st.integers(1, 10_000), length=minutes)
def test_late_stays_late_whatever_the_pause_and_its_mode(late, length):
    began = DUE + timedelta(minutes=late)
    ended = began + length
    anew = ended + timedelta(days=30)

    for restarted in (None, anew):
        assert clock.resumed(DUE, began=began, ended=ended, calendar=CALENDAR, restarted=restarted) == DUE


def test_tet_lies_where_the_dates_of_these_tests_presume():
    off = [day for day in range(14, 23) if not CALENDAR.is_working_day(date(2026, 2, day))]

    assert off == [14, 15, 16, 17, 18, 19, 20, 21, 22]


@pytest.mark.parametrize(
    ("received", "promised"),
    [
        (datetime(2026, 11, 25, 14, 59), datetime(2026, 11, 30, 14, 59)),
        (datetime(2026, 11, 25, 15, 0), datetime(2026, 11, 30, 17, 0)),
    ],
)
def test_a_linked_birth_handed_in_at_three_counts_from_the_next_working_day(received, promised):
    definition = shipped_definition("linked_birth_bundle")
    rules = shipped.clock_policies()[-1].rules
    limit = clock.limit_of(definition, channel="direct", case_id="", rules=rules)

    due = clock.due(
        definition, limit, received=received.replace(tzinfo=HANOI), rules=rules, calendar=CALENDAR
    )

    assert due == promised.replace(tzinfo=HANOI)
