from datetime import date, datetime

import pytest

from motcua.surfaces.desk.work_headline import called, closed_soon, headline
from tests.factories.process import CALENDAR, HANOI

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lê Thị Kim Ngân", "Kim\u00a0Ngân"),
        ("Võ Thị Lan", "Lan"),
        ("Bùi Văn Đất", "Đất"),
        ("Lê Ngân", "Ngân"),
        ("", ""),
    ],
)
def test_colleagues_are_called_by_name_without_guessing_their_sex(name, expected):
    assert called(name) == expected


def test_the_line_says_the_day_who_and_how_much():
    assert headline(name="Lê Thị Kim Ngân", count=33, now=NOW) == "Thứ Hai 23/11, Kim\u00a0Ngân có 33 việc"
    assert headline(name="Võ Thị Lan", count=0, now=NOW) == "Thứ Hai 23/11, Lan đã xong mọi việc"


def test_all_is_not_done_while_reform_work_waits():
    line = headline(name="Võ Thị Lan", count=0, now=NOW, reform=3)

    assert line == "Thứ Hai 23/11, Lan có 3 việc cải cách hành chính"


def test_the_next_holiday_is_told_a_week_ahead_ordinary_weekends_are_not():
    assert closed_soon(CALENDAR, date(2026, 11, 23)).startswith("Ngày mai nghỉ: ")
    assert closed_soon(CALENDAR, date(2026, 11, 20)).startswith("Thứ Ba 24/11 nghỉ: ")
    assert closed_soon(CALENDAR, date(2026, 11, 25)) == ""


def test_who_works_on_a_closed_day_reads_that_time_stands_still():
    assert closed_soon(CALENDAR, date(2026, 11, 22)) == "Hôm nay cơ quan nghỉ, thời hạn không tính."
