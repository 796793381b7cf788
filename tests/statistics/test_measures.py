from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.states import State
from motcua.statistics.measures import (
    CLOSED,
    SETTLED,
    Measure,
    contributions,
    increments,
    local_day,
    midnight,
    month_of,
    next_month,
    week_of,
)
from tests.statistics.histories import START, Moment, lives, snapshot

MONTHS = [START.date().replace(day=1)]
while len(MONTHS) < 24:
    MONTHS.append(next_month(MONTHS[-1]))


def at(day: int, hour: int = 9) -> datetime:
    return midnight(date(2026, 11, day)) + timedelta(hours=hour)


def measures_of(**facts) -> dict[str, date]:
    return {one.measure: one.day for one in contributions(snapshot(**facts))}


def test_a_dossier_counts_as_received_only_once_it_is_accepted():
    assert measures_of(state=State.REGISTERED) == {}
    assert measures_of(state=State.SUPPLEMENT_REQUESTED) == {}
    assert measures_of(state=State.ACCEPTED, accepted_at=at(3), due_at=at(6)) == {
        Measure.RECEIVED: date(2026, 11, 3),
        Measure.DUE: date(2026, 11, 6),
    }


def test_a_paused_dossier_is_due_on_no_day():
    paused = measures_of(state=State.FINANCIAL_DUTY, accepted_at=at(3), due_at=None)

    assert paused == {Measure.RECEIVED: date(2026, 11, 3)}


def test_a_finished_dossier_passes_its_due_day_at_the_later_of_due_and_finish():
    early = measures_of(
        state=State.PROCESSED,
        accepted_at=at(3),
        due_at=at(6),
        finished_at=at(4),
        closed_at=at(4),
        outcome="early",
    )
    late = measures_of(
        state=State.RETURNED,
        accepted_at=at(3),
        due_at=at(6),
        finished_at=at(9),
        closed_at=at(9),
        outcome="late",
    )

    assert (early[Measure.EARLY], early[Measure.CLOSED_DUE]) == (date(2026, 11, 4), date(2026, 11, 6))
    assert (late[Measure.LATE], late[Measure.CLOSED_DUE]) == (date(2026, 11, 9), date(2026, 11, 9))


def test_a_withdrawal_counts_apart_only_after_acceptance():
    before = measures_of(state=State.WITHDRAWN, closed_at=at(4))
    after = measures_of(state=State.WITHDRAWN, accepted_at=at(3), due_at=at(6), closed_at=at(4))

    assert before == {}
    assert after[Measure.WITHDRAWN] == date(2026, 11, 4)


def test_a_refusal_at_the_counter_counts_on_its_own():
    assert measures_of(state=State.NOT_ACCEPTED, closed_at=at(4)) == {Measure.NOT_ACCEPTED: date(2026, 11, 4)}


def test_an_online_dossier_counts_as_received_and_as_received_online():
    assert set(measures_of(channel="online", state=State.ACCEPTED, accepted_at=at(3))) == {
        Measure.RECEIVED,
        Measure.RECEIVED_ONLINE,
    }


def test_a_night_in_hanoi_belongs_to_its_local_day_and_month():
    half_past_midnight = midnight(date(2026, 12, 1)) + timedelta(minutes=30)

    assert local_day(half_past_midnight) == date(2026, 12, 1)
    assert local_day(half_past_midnight - timedelta(hours=1)) == date(2026, 11, 30)


def test_a_week_is_named_by_its_monday():
    assert week_of(date(2026, 11, 22)) == date(2026, 11, 16)


def test_a_promise_moved_within_one_day_changes_nothing():
    before = snapshot(state=State.PROCESSING, accepted_at=at(3), due_at=at(6, 9))
    after = snapshot(state=State.PROCESSING, accepted_at=at(3), due_at=at(6, 16))

    assert increments(before, after) == Counter()


@given(lives())
def test_the_increments_of_a_life_add_up_to_what_its_last_moment_contributes(life: list[Moment]):
    total: Counter = Counter()
    for before, after in pairwise([None, *(moment.snapshot for moment in life)]):
        total.update(increments(before, after))

    assert {one: n for one, n in total.items() if n} == contributions(life[-1].snapshot)


@given(st.lists(lives(), max_size=6))
@pytest.mark.parametrize("unit_id", [1, 2])
def test_pending_and_overdue_are_exact_at_every_month_boundary(unit_id: int, lives: list[list[Moment]]):
    total = sum((contributions(life[-1].snapshot) for life in lives), Counter())

    for month in MONTHS:
        past = Counter()
        for one, count in total.items():
            if one.unit_id == unit_id and month_of(one.day) < month:
                past[one.measure] += count
        stood = [seen for life in lives if (seen := as_it_stood(life, midnight(month))) is not None]
        pending = [one for one in stood if one.unit_id == unit_id and one.accepted_at and not one.closed_at]

        assert past[Measure.RECEIVED] - sum(past[measure] for measure in CLOSED) == len(pending)
        assert past[Measure.DUE] - past[Measure.CLOSED_DUE] == len(
            [one for one in pending if one.due_at and one.due_at < midnight(month)]
        )


@given(st.lists(lives(), max_size=6))
def test_what_was_settled_in_a_month_is_what_came_to_be_settled_during_it(lives: list[list[Moment]]):
    total = sum((contributions(life[-1].snapshot) for life in lives), Counter())

    for month in MONTHS:
        settled = sum(n for one, n in total.items() if one.measure in SETTLED and month_of(one.day) == month)
        before, after = (
            sum(1 for life in lives if (seen := as_it_stood(life, midnight(day))) and seen.finished_at)
            for day in (month, next_month(month))
        )

        assert settled == after - before


def as_it_stood(life: list[Moment], at: datetime):
    """What was known of the dossier just before an instant."""
    seen = [moment.snapshot for moment in life if moment.at < at]
    return seen[-1] if seen else None
