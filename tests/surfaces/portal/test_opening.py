"""Whether the door stands open, and when it opens next."""

from datetime import date, datetime

import pytest

from motcua.calendars.national import national_calendar
from motcua.surfaces.portal.opening import opening, week
from motcua.surfaces.portal.promises import progress_words, promise_words

CALENDAR = national_calendar()


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-23T09:00", "Đang mở cửa đến 11:30"),
        ("2026-11-23T12:00", "Đang nghỉ, mở cửa lúc 13:00 hôm nay"),
        ("2026-11-23T17:00", "Đang đóng cửa, mở lại 07:30 Thứ Tư 25/11"),
        ("2026-11-22T09:00", "Đang đóng cửa, mở lại 07:30 Thứ Hai 23/11"),
        ("2010-01-04T09:00", "Chưa có lịch mở cửa. Xin gọi trước khi đến."),
    ],
)
def test_the_door_says_how_it_stands(now, words):
    assert opening(CALENDAR, datetime.fromisoformat(now)).words == words


def test_a_week_with_a_holiday_still_shows_its_ordinary_hours():
    (line,) = week(CALENDAR, date(2026, 11, 23))

    assert (line.days, line.sessions) == ("Thứ Hai đến Thứ Sáu", "07:30 – 11:30 và 13:00 – 17:00")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2026-11-23T11:00", "Sáng nay, trước 11:00"),
        ("2026-11-23T17:00", "Chiều nay, trước 17:00"),
        ("2026-11-26T09:12", "Thứ Năm 26/11, trước 09:12"),
        ("2027-01-04T09:12", "Thứ Hai 04/01/2027, trước 09:12"),
    ],
)
def test_a_promise_sounds_like_a_neighbour(due, words):
    assert promise_words(datetime.fromisoformat(due), datetime(2026, 11, 23, 9, 41)) == words


def test_what_is_left_is_counted_in_working_days():
    now = datetime(2026, 11, 23, 9, 41)

    assert (
        progress_words(datetime(2026, 11, 26, 9, 12), now, CALENDAR)
        == "Còn 2 ngày làm việc. Đang đúng tiến độ."
    )
    assert progress_words(datetime(2026, 11, 23, 17), now, CALENDAR).startswith("Hẹn trả trong hôm nay.")
    assert progress_words(datetime(2026, 11, 20, 17), now, CALENDAR).startswith("Đã quá ngày hẹn.")
