"""What holds for every calendar, every limit and every moment."""

from datetime import UTC, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from motcua.calendars.working_time import LOCAL, TimeLimit, TimeUnit, WorkingCalendar
from tests.calendars.strategies import calendars, limits, moments, national

any_calendar = st.one_of(calendars(), national)
usual = settings(deadline=None, max_examples=150)
MINUTE = timedelta(minutes=1)


@usual
@given(calendar=any_calendar, limit=limits, one=moments, other=moments)
def test_who_comes_later_is_never_served_earlier(calendar, limit, one, other):
    first, second = sorted([one, other])

    assert calendar.due(first, limit) <= calendar.due(second, limit)


@usual
@given(calendar=any_calendar, limit=limits, received=moments)
def test_a_due_instant_ends_a_working_minute(calendar, limit, received):
    due = calendar.due(received, limit)

    assert calendar.is_open(due - MINUTE)
    assert due > received


@usual
@given(calendar=any_calendar, limit=limits, received=moments, begins=moments, length=st.integers(0, 20_000))
def test_a_pause_moves_the_due_instant_by_the_working_minutes_that_it_covered(
    calendar, limit, received, begins, length
):
    ends = begins + length * MINUTE
    due = calendar.due(received, limit)
    assume(received <= begins)

    moved = calendar.due(received, limit, [(begins, ends)])

    covered = calendar.working_minutes(begins, ends) if begins < due else 0
    assert calendar.working_minutes(due, moved) == covered


@usual
@given(calendar=any_calendar, limit=limits, received=moments, cuts=st.lists(moments, min_size=4, max_size=4))
def test_minutes_in_two_pauses_count_once(calendar, limit, received, cuts):
    a, b, c, d = sorted(cuts)

    assert calendar.due(received, limit, [(b, d), (a, c)]) == calendar.due(received, limit, [(a, d)])


@usual
@given(calendar=any_calendar, limit=limits, one=moments, other=moments, begins=moments, ends=moments)
def test_later_is_never_earlier_with_a_pause_after_both(calendar, limit, one, other, begins, ends):
    first, second, begins, ends = sorted([one, other, begins, ends])

    assert calendar.due(first, limit, [(begins, ends)]) <= calendar.due(second, limit, [(begins, ends)])


@usual
@given(calendar=any_calendar, limit=limits, received=st.lists(moments, max_size=20))
def test_many_at_once_are_what_each_is_alone(calendar, limit, received):
    aware = [moment.replace(tzinfo=LOCAL).astimezone(UTC) for moment in received]

    assert calendar.dues(received, limit) == [calendar.due(moment, limit) for moment in received]
    assert calendar.dues(aware, limit) == [calendar.due(moment, limit) for moment in aware]


@usual
@given(calendar=any_calendar, limit=limits, received=moments, seconds=st.integers(0, 59))
def test_aware_instants_and_seconds_change_nothing(calendar, limit, received, seconds):
    moment = received.replace(tzinfo=LOCAL, second=seconds).astimezone(UTC)

    due = calendar.due(moment, limit)

    assert due.tzinfo is LOCAL
    assert due.replace(tzinfo=None) == calendar.due(received, limit)


@usual
@given(calendar=any_calendar, received=moments, n=st.integers(1, 300))
def test_minutes_are_those_that_a_patient_clerk_would_count(calendar, received, n):
    assume(n <= calendar.standard_minutes)
    counted, clock = 0, received
    while counted < n:
        counted += calendar.is_open(clock)
        clock += MINUTE

    assert calendar.add(received, n) == clock


@usual
@given(calendar=any_calendar, received=moments, n=st.integers(1, 20))
def test_working_days_are_standard_days_of_minutes(calendar, received, n):
    due = calendar.due(received, TimeLimit(n, TimeUnit.WORKING_DAY))

    assert calendar.working_minutes(received, due) == n * calendar.standard_minutes


@usual
@given(calendar=any_calendar, received=moments, n=st.integers(1, 60))
def test_calendar_days_end_at_the_first_close_from_the_nth_day_on(calendar, received, n):
    due = calendar.due(received, TimeLimit(n, TimeUnit.CALENDAR_DAY))

    nth = calendar.next_opening(received).date() + timedelta(days=n)
    assert due == calendar.close_of(nth)
    assert not any(calendar.is_working_day(nth + timedelta(days=k)) for k in range((due.date() - nth).days))


@usual
@given(calendar=any_calendar, limit=limits, received=moments, begins=moments, length=st.integers(0, 20_000))
def test_an_explanation_accounts_for_each_minute(calendar, limit, received, begins, length):
    pauses = [(begins, begins + length * MINUTE)]
    told = calendar.explain(received, limit, pauses)
    count = calendar.count(received, limit, pauses)

    assert told.due == calendar.due(received, limit, pauses)
    paused = sum(end - begin for begin, end in count.pauses)
    assert sum(day.minutes for day in told.days) == count.due - count.start - paused
    assert [day.is_due for day in told.days] == [False] * (len(told.days) - 1) + [True]
    assert _days_without_a_gap(told.days)
    numbers = [day.ordinal for day in told.days if day.ordinal]
    assert numbers == sorted(set(numbers))
    if limit.unit == TimeUnit.WORKING_DAY:
        assert told.days[-1].ordinal == limit.value


def _days_without_a_gap(days):
    first = days[0].day
    return [day.day for day in days] == [first + timedelta(days=n) for n in range(len(days))]


@usual
@given(calendar=any_calendar, one=moments, other=moments)
def test_working_minutes_and_add_undo_each_other(calendar: WorkingCalendar, one: datetime, other: datetime):
    minutes = calendar.working_minutes(one, other)
    assume(calendar.position(one) + minutes > 0)

    arrived = calendar.add(one, minutes)

    assert calendar.working_minutes(one, arrived) == minutes
    assert calendar.working_minutes(arrived, other) == 0
