"""Reminders at seven, three and one days, and on the working day before a 25th that is none; each once."""

from datetime import date, timedelta

import pytest

from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from motcua.project.worker import Chores
from motcua.reporting import services
from motcua.reporting.models import ReportReminder
from motcua.reporting.reminder_days import reminder_days, working_day_before
from tests.factories.reporting import moment

# 25/09/2021 was a Saturday, 25/03/2021 a Thursday, 25/12/2022 a Sunday.
SEPTEMBER, MARCH, SUNDAY = date(2021, 9, 25), date(2021, 3, 25), date(2022, 12, 25)


@pytest.fixture
def duty(reporting):
    return reporting.oblige(reporting.an_hiep)[0]


def remind(days, month=9):
    return [row.days_before for row in services.remind_reports(at=moment(month, 25) - timedelta(days=days))]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("due_on", "before", "days"),
    [
        (MARCH, date(2021, 3, 24), [7, 3, 1]),
        (SEPTEMBER, date(2021, 9, 24), [7, 3, 1]),
        (SUNDAY, date(2022, 12, 23), [7, 3, 2, 1]),
        (date(2026, 10, 25), date(2026, 10, 23), [7, 3, 2, 1]),
    ],
)
def test_the_working_day_before_is_one_of_the_reminder_days(due_on, before, days):
    assert (working_day_before(due_on), reminder_days(due_on)) == (before, days)


def test_reminders_go_out_on_their_days_until_the_report_is_sent(reporting, duty):
    sent = {days: remind(days) for days in range(12, 1, -1)}
    reporting.sent(duty, at=moment(9, 23, 15))

    assert {days: found for days, found in sent.items() if found} == {7: [7], 3: [3]}
    assert [remind(1), remind(0), remind(-1)] == [[], [], []]


def test_a_sunday_stays_the_legal_day_and_the_reminder_comes_on_friday(reporting, duty):
    report = reporting.open(duty, "2022Q4", at=moment(12, 20, year=2022))
    friday = services.remind_reports(at=moment(12, 23, year=2022))

    assert report.due_on == SUNDAY
    assert [(row.due_on, row.days_before, row.days_left) for row in friday] == [(SUNDAY, 2, 2)]


def test_after_a_silence_only_the_nearest_reminder_goes_out(reporting, duty):
    assert [remind(2), remind(2), remind(1), remind(0)] == [[3], [], [1], []]
    event = Event.objects.filter(name="report.due_soon").order_by("pk").first()
    assert (event.payload["days_left"], event.payload["period"]) == (2, "2021Q3")


def test_the_worker_reminds_in_the_daytime(reporting, duty):
    Chores()(moment(9, 18, 6))
    assert not ReportReminder.objects.exists()

    Chores()(moment(9, 18, 8))
    assert [row.days_before for row in ReportReminder.objects.all()] == [7]


def test_home_affairs_presses_a_late_unit_and_only_such_a_one(reporting, duty):
    pressed = services.press(obligation_id=duty.pk, period="2021Q3", by=reporting.hanh, at=moment(9, 27))

    assert (pressed.days_before, pressed.author_id, pressed.days_left) == (
        None,
        reporting.hanh.account_id,
        -2,
    )
    reporting.sent(duty, at=moment(9, 28))
    with pytest.raises(services.WrongState, match="Xã An Hiệp đã gửi báo cáo kỳ này rồi"):
        services.press(obligation_id=duty.pk, period="2021Q3", by=reporting.hanh, at=moment(9, 29))
    with pytest.raises(NotAllowed, match="Bạn không công tác ở phòng Nội vụ"):
        services.press(obligation_id=duty.pk, period="2021Q4", by=reporting.ba, at=moment(9, 29))


def test_a_unit_is_pressed_once_a_day_for_each_report(reporting, duty):
    def press(day, hour, period="2021Q3"):
        return services.press(
            obligation_id=duty.pk, period=period, by=reporting.hanh, at=moment(9, day, hour)
        )

    press(27, 8)
    with pytest.raises(services.RemindedToday, match=r"đã nhắc Xã An Hiệp rồi \(Lê Thị Hạnh, lúc 08:00"):
        press(27, 23)
    press(27, 9, period="2021Q2")
    press(28, 1)

    assert ReportReminder.objects.filter(period="2021Q3").count() == 2
