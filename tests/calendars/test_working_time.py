"""Real cases, counted by hand on the wall calendar."""

from datetime import UTC, date, datetime

import pytest

from motcua.calendars.assembly import OwnDay, Week, WeekdayHours, YearPlan, assemble
from motcua.calendars.hours import DayNote, NoteKind
from motcua.calendars.national import national_calendar
from motcua.calendars.working_time import LOCAL, BadPause, CalendarNotPublished, TimeLimit

NEW_YEAR = date(2021, 1, 1)
USUAL = ((450, 690), (780, 1020))


def due(received: str, limit: str, *pauses: str, calendar=None) -> str:
    calendar = calendar or national_calendar()
    spans = [tuple(map(datetime.fromisoformat, pause.split("/"))) for pause in pauses]
    return calendar.due(datetime.fromisoformat(received), TimeLimit.parse(limit), spans).isoformat(
        " ", "minutes"
    )


def office(usual=USUAL, *, days=range(5), saturday=(), days_off=(), worked=(), own=None, year=2021):
    """An office of one year; its Saturdays may have hours."""
    week = [WeekdayHours(day, usual, NEW_YEAR) for day in days] + [WeekdayHours(5, saturday, NEW_YEAR)]
    plan = YearPlan(
        year=year,
        days_off={day: DayNote(NoteKind.HOLIDAY, "Lễ") for day in days_off},
        worked_days=dict.fromkeys(worked),
    )
    return assemble([plan], week=Week([week]), around=date(year, 1, 1), own_days=own)


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        # An end on an opening is the close before it; a start outside hours counts from the next opening.
        ("2026-11-16T07:30", "1wd", "2026-11-16 17:00"),
        ("2026-11-16T07:30", "4h", "2026-11-16 11:30"),
        ("2026-11-16T06:00", "1wd", "2026-11-16 17:00"),
        ("2026-11-16T17:00", "1wd", "2026-11-17 17:00"),
        ("2026-11-16T18:00", "1wd", "2026-11-17 17:00"),
        ("2026-11-16T12:00", "4h", "2026-11-16 17:00"),
        ("2026-11-16T10:00", "4h", "2026-11-16 15:30"),
        ("2026-11-14T10:00", "1wd", "2026-11-16 17:00"),
        # Tết 2026: nobody works from 14/02 to 22/02.
        ("2026-02-13T16:00", "5wd", "2026-02-27 16:00"),
        ("2026-02-13T16:00", "1h", "2026-02-13 17:00"),
        ("2026-02-13T16:00", "2h", "2026-02-23 08:30"),
        ("2026-02-17T10:00", "1wd", "2026-02-23 17:00"),
        ("2026-01-30T10:00", "15cd", "2026-02-23 17:00"),
        # Giỗ Tổ falls on Sunday 26/04/2026, so Monday is off too; then 30/4 and 1/5.
        ("2026-04-23T09:00", "1wd", "2026-04-24 09:00"),
        ("2026-04-23T09:00", "2wd", "2026-04-28 09:00"),
        ("2026-04-23T09:00", "4wd", "2026-05-04 09:00"),
        # Saturdays 10/01 and 22/08/2026 are worked for the Fridays and Mondays 02/01 and 31/08.
        ("2025-12-31T16:00", "1wd", "2026-01-05 16:00"),
        ("2026-01-09T15:30", "1wd", "2026-01-10 15:30"),
        ("2026-08-21T10:00", "1wd", "2026-08-22 10:00"),
        ("2026-08-21T10:00", "6wd", "2026-08-28 10:00"),
        ("2026-08-21T10:00", "7wd", "2026-09-03 10:00"),
        ("2026-08-03T10:00", "19cd", "2026-08-22 17:00"),
        # 24/11/2026 is Culture Day.
        ("2026-11-23T09:41", "3wd", "2026-11-27 09:41"),
        ("2026-11-20T10:00", "4cd", "2026-11-25 17:00"),
        ("2026-11-20T10:00", "30cd", "2026-12-21 17:00"),
        ("2026-11-23T14:59", "immediate", "2026-11-23 17:00"),
        ("2026-11-23T15:00", "immediate", "2026-11-25 17:00"),
        ("2026-11-23T18:00", "immediate", "2026-11-25 17:00"),
        ("2026-11-23T12:10", "immediate", "2026-11-23 17:00"),
        ("2026-11-21T10:00", "immediate", "2026-11-23 17:00"),
        # No cap: 300 working days run over two Tết.
        ("2021-03-01T09:00", "300wd", "2022-05-13 09:00"),
    ],
)
def test_the_national_calendar_gives(received, limit, expected):
    assert due(received, limit) == expected


@pytest.mark.parametrize(
    ("pauses", "expected"),
    [
        (["2026-11-17T09:00/2026-11-18T09:00"], "2026-11-20 09:00"),
        (["2026-11-17T09:00/2026-11-18T09:00", "2026-11-17T10:00/2026-11-17T11:00"], "2026-11-20 09:00"),
        (["2026-11-17T18:00/2026-11-18T07:00"], "2026-11-19 09:00"),
        (["2026-11-01T09:00/2026-11-16T10:00"], "2026-11-19 10:00"),
        (["2026-11-19T09:00/2026-12-01T09:00"], "2026-11-19 09:00"),
        (["2026-11-19T08:59/2026-11-19T09:59"], "2026-11-19 10:00"),
        (["2026-11-18T16:00/2026-11-18T17:00", "2026-11-19T09:30/2026-11-19T10:00"], "2026-11-19 10:30"),
        (["2018-01-01T00:00/2018-02-01T00:00", "2040-01-01T00:00/2041-01-01T00:00"], "2026-11-19 09:00"),
    ],
)
def test_three_working_days_from_monday_nine_with_pauses_end(pauses, expected):
    assert due("2026-11-16T09:00", "3wd", *pauses) == expected


@pytest.mark.parametrize(
    ("limit", "expected"), [("30cd", "2026-12-17 17:00"), ("immediate", "2026-11-17 17:00")]
)
def test_a_day_of_pause_moves_every_kind_of_limit_by_a_day_of_work(limit, expected):
    assert due("2026-11-16T09:00", limit, "2026-11-16T13:00/2026-11-17T11:30") == expected


def test_a_working_day_of_seven_and_a_half_hours_is_a_day():
    calendar = office(((450, 690), (810, 1020)))

    assert calendar.standard_minutes == 450
    assert due("2021-03-01T09:00", "5wd", calendar=calendar) == "2021-03-08 09:00"
    assert due("2021-03-01T09:00", "15wd", calendar=calendar) == "2021-03-22 09:00"


def test_a_saturday_morning_counts_its_four_hours():
    calendar = office(saturday=((450, 690),))

    assert due("2021-03-05T16:00", "1wd", calendar=calendar) == "2021-03-08 10:30"
    assert due("2021-03-06T09:00", "immediate", calendar=calendar) == "2021-03-06 11:30"


def test_a_worked_sunday_counts_like_a_monday():
    calendar = office(worked=[date(2021, 3, 7)])

    assert due("2021-03-05T16:00", "1wd", calendar=calendar) == "2021-03-07 16:00"


def test_what_comes_in_on_a_holiday_counts_from_the_next_opening():
    calendar = office(days_off=[date(2021, 9, 2), date(2021, 9, 3)])

    assert due("2021-09-02T10:00", "1wd", calendar=calendar) == "2021-09-06 17:00"


def test_an_evening_session_is_working_time_and_a_closed_day_is_none():
    evening = {date(2021, 3, 4): OwnDay((*USUAL, (1080, 1200)), "Buổi tối")}
    closed = {date(2021, 3, 4): OwnDay((), "Tập huấn")}

    assert due("2021-03-04T16:00", "3h", calendar=office(own=evening)) == "2021-03-04 20:00"
    assert due("2021-03-04T09:00", "immediate", calendar=office(own=evening)) == "2021-03-04 20:00"
    assert due("2021-03-03T16:00", "3h", calendar=office(own=closed)) == "2021-03-05 09:30"


@pytest.mark.parametrize(
    ("received", "limit", "year"),
    [
        ("2018-12-31T10:00", "1wd", 2018),
        ("2030-05-05T10:00", "1wd", 2030),
        ("2027-12-31T16:00", "2h", 2028),
        ("2027-12-31T16:00", "1wd", 2028),
        ("2027-12-31T18:00", "1h", 2028),
        ("2027-12-20T10:00", "30cd", 2028),
        ("2027-12-31T15:00", "immediate", 2028),
        ("2026-11-20T10:00", "999999999wd", 2028),
        ("2026-11-20T10:00", "999999999cd", 2028),
    ],
)
def test_a_count_beyond_the_published_years_is_refused_not_guessed(received, limit, year):
    with pytest.raises(CalendarNotPublished, match=f"Chưa có lịch làm việc năm {year}"):
        due(received, limit)
    with pytest.raises(CalendarNotPublished, match=f"Chưa có lịch làm việc năm {year}"):
        national_calendar().dues([datetime.fromisoformat(received)], TimeLimit.parse(limit))


def test_a_pause_beyond_the_published_years_is_refused():
    with pytest.raises(CalendarNotPublished, match="2028"):
        due("2026-11-16T09:00", "3wd", "2026-11-17T09:00/2028-02-01T09:00")


def test_a_pause_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadPause, match="bắt đầu trước khi kết thúc"):
        due("2026-11-16T09:00", "3wd", "2026-11-18T09:00/2026-11-17T09:00")


def test_an_empty_calendar_refuses_every_count():
    empty = assemble([], week=Week([]), around=date(2026, 5, 5))

    with pytest.raises(CalendarNotPublished, match="2026"):
        due("2026-11-16T09:00", "3wd", calendar=empty)


def test_instants_of_any_zone_are_read_on_the_wall_clock_of_vietnam():
    received = datetime(2026, 11, 23, 2, 41, tzinfo=UTC)

    answer = national_calendar().due(received, TimeLimit.parse("3wd"))

    assert answer == datetime(2026, 11, 27, 9, 41, tzinfo=LOCAL)


def test_many_of_mixed_kinds_keep_their_kinds():
    received = [datetime(2026, 11, 23, 9, 41), datetime(2026, 11, 23, 2, 41, tzinfo=UTC)]

    naive, aware = national_calendar().dues(received, TimeLimit.parse("3wd"))

    assert naive == datetime(2026, 11, 27, 9, 41)
    assert aware == datetime(2026, 11, 27, 9, 41, tzinfo=LOCAL)
    assert national_calendar().dues([], TimeLimit.parse("3wd")) == []


def test_seconds_are_left_out():
    calendar = national_calendar()

    assert due("2026-11-16T09:12:40", "4h", calendar=calendar) == "2026-11-16 14:42"
    assert due("2026-11-23T14:59:59", "immediate", calendar=calendar) == "2026-11-23 17:00"


def test_days_tell_their_close_and_the_next_one():
    calendar = national_calendar()

    assert calendar.close_of(date(2026, 2, 14)) == datetime(2026, 2, 23, 17)
    assert calendar.next_working_day(date(2026, 8, 21)) == date(2026, 8, 22)
    assert calendar.next_opening(datetime(2026, 11, 23, 17)) == datetime(2026, 11, 25, 7, 30)
    assert calendar.next_opening(datetime(2026, 11, 23, 9, 41)) == datetime(2026, 11, 23, 9, 41)


def test_the_minute_of_closing_is_outside_hours():
    calendar = national_calendar()

    assert calendar.is_open(datetime(2026, 11, 23, 7, 30))
    assert not calendar.is_open(datetime(2026, 11, 23, 11, 30))
    assert calendar.add(datetime(2026, 11, 23, 7, 30), 0) == datetime(2026, 11, 20, 17)
    assert calendar.add(datetime(2026, 11, 23, 9, 30), -240) == datetime(2026, 11, 20, 15)


def test_a_calendar_cannot_be_changed():
    with pytest.raises(AttributeError):
        national_calendar().standard_minutes = 1
