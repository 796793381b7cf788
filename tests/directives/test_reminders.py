"""Reminders at seven, three and one days, each once."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.directives import queries, services
from motcua.directives.models import Reminder
from motcua.directives.services.remind_due import days_before
from motcua.kernel.models import Event
from motcua.project.worker import Chores
from tests.factories.directives import DEADLINE, FRIDAY, assigned, proven, task

BEFORE_THE_DEADLINE = FRIDAY + (DEADLINE - FRIDAY.date())


def at_days_left(days, **clock):
    return BEFORE_THE_DEADLINE - timedelta(days=days) + timedelta(**clock)


def remind(days):
    return [row.days_before for row in services.remind_due(at=at_days_left(days))]


def test_a_reminder_comes_seven_three_and_one_days_before(district):
    assigned(district)

    sent = {days: remind(days) for days in range(10, -3, -1)}

    assert {days: found for days, found in sent.items() if found} == {7: [7], 3: [3], 1: [1]}


def test_the_same_day_again_reminds_nobody_twice(district):
    assigned(district)

    assert [remind(7), remind(7), remind(6)] == [[7], [], []]


def test_after_a_silence_only_the_nearest_reminder_goes_out(district):
    assigned(district)

    assert [remind(2), remind(2), remind(1)] == [[3], [], [1]]
    event = Event.objects.filter(name="task.due_soon").order_by("pk").first()
    assert (event.payload["days_before"], event.payload["days_left"]) == (3, 2)


def test_a_task_ordered_for_tomorrow_is_reminded_of_once(district):
    assigned(district, at=at_days_left(1))

    assert [remind(1), remind(0)] == [[1], []]


def test_what_has_passed_is_late_and_no_longer_reminded_of(district):
    assigned(district)

    assert remind(-1) == []


def test_done_cancelled_and_planned_tasks_and_those_without_a_day_are_left_in_peace(district):
    done, gone = proven(district, assigned(district)), assigned(district)
    services.close_task(task_id=done.pk, by=district.ba, at=FRIDAY)
    services.cancel_task(task_id=gone.pk, reason="Thôi", by=district.hanh, at=FRIDAY)
    assigned(district, task(district.an_hiep, deadline_on=None))

    assert remind(3) == []


def test_an_extended_task_is_reminded_of_anew(district):
    it = assigned(district)
    remind(1)
    services.extend_task(
        task_id=it.pk, to_on=DEADLINE + timedelta(days=30), reason="Dịch", by=district.hanh, at=FRIDAY
    )

    assert [remind(0), remind(-23), remind(-27)] == [[], [7], [3]]


def test_days_are_local_days(district):
    assigned(district)

    before_midnight = services.remind_due(at=at_days_left(8, hours=15, minutes=59))
    after_midnight = services.remind_due(at=at_days_left(8, hours=16))

    assert (len(before_midnight), len(after_midnight)) == (0, 1)


def test_a_reminder_is_in_the_history_and_nobody_did_it(district):
    it = assigned(district)
    remind(7)

    line = queries.history(it)[-1]

    assert (line.title, line.by_name, line.remarks) == ("Nhắc hạn", "", ["Còn 7 ngày."])


def test_the_database_refuses_a_reminder_twice(district):
    it = assigned(district)
    row = {"task": it, "deadline_on": DEADLINE, "days_before": 7, "sent_at": FRIDAY}
    Reminder.objects.create(**row)

    with pytest.raises(IntegrityError):
        Reminder.objects.create(**row)


def test_the_worker_reminds_in_the_daytime(district):
    assigned(district)
    chores = Chores()

    chores(at_days_left(7, hours=-2))
    by_night = Reminder.objects.count()
    chores(at_days_left(7, hours=-1))

    assert (by_night, Reminder.objects.count()) == (0, 1)


@given(st.dates(date(2021, 1, 1), date(2021, 12, 31)), st.integers(-40, 40))
def test_the_reminder_of_a_day_is_the_nearest_not_yet_passed(deadline, left):
    days = days_before(deadline, on=deadline - timedelta(days=left))

    if left < 0 or left > 7:
        assert days is None
    else:
        assert days == min(mark for mark in (1, 3, 7) if left <= mark)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.integers(0, 4 * 24), max_size=14), extended_at=st.integers(0, 13))
def test_however_often_the_worker_looks_each_reminder_goes_out_once_and_one_a_day_at_most(
    district, gaps, extended_at
):
    it, at, sent = assigned(district), at_days_left(10), []

    for turn, hours in enumerate(gaps):
        at += timedelta(hours=hours)
        if turn == extended_at:
            services.extend_task(
                task_id=it.pk, to_on=at.date() + timedelta(days=90), reason="Dịch", by=district.hanh, at=at
            )
        sent += [row for row in services.remind_due(at=at) if row.task_id == it.pk]

    assert len({(row.deadline_on, row.days_before) for row in sent}) == len(sent)
    assert len({row.sent_at.date() for row in sent}) == len(sent)
    assert all(0 <= (row.deadline_on - row.sent_at.date()).days <= row.days_before for row in sent)
