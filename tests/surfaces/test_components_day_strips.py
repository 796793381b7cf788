"""How a day was counted, in small boxes."""

from datetime import datetime

from motcua.calendars.national import national_calendar
from motcua.calendars.working_time import TimeLimit
from motcua.surfaces.components.day_strips import day_strip

CALENDAR = national_calendar()


def strip(received, limit):
    told = CALENDAR.explain(datetime.fromisoformat(received), TimeLimit.parse(limit))
    return [(box.kind, box.weekday, box.day, box.words) for box in day_strip(told)]


def test_three_days_around_a_weekend_and_a_holiday():
    assert strip("2026-11-20T09:12", "3wd") == [
        ("", "T6", "20", "nhận"),
        ("off", "T7", "21", "nghỉ"),
        ("off", "CN", "22", "nghỉ"),
        ("in", "T2", "23", "ngày 1"),
        ("off", "T3", "24", "lễ"),
        ("in", "T4", "25", "ngày 2"),
        ("due", "T5", "26", "hẹn trả"),
    ]


def test_work_of_the_same_day_is_one_lit_box():
    assert strip("2026-11-23T09:12", "immediate") == [("due", "T2", "23", "hẹn trả")]


def test_a_long_count_folds_its_middle_and_says_how_much_it_folded():
    boxes = strip("2026-11-23T09:41", "20wd")

    assert len(boxes) == 8
    assert boxes[3] == ("gap", "", "…", "17 ngày làm việc")
    assert boxes[-1] == ("due", "T3", "22/12", "hẹn trả")
