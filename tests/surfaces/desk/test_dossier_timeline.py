"""The columns over the lanes, the words in the bars, the steps beside them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.calendars.queries import calendar_for
from motcua.calendars.services import load_national
from motcua.surfaces.desk.dossier_results import lines_of
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_axis import LINES, axis
from motcua.surfaces.desk.timeline_lanes import LaneRow, Run, chart, kept_apart
from motcua.surfaces.desk.timeline_steps import short_title, step_rows
from motcua.surfaces.desk.timeline_words import due_words, instant, length
from tests.clock import clock
from tests.factories import dossiers as made
from tests.factories.dossiers import HANOI, MONDAY
from tests.surfaces.desk.dossier_client import Counter, counter

__all__ = ["clock", "counter"]

FRIDAY = datetime(2026, 11, 20, 8, 50, tzinfo=HANOI)
SPANS = st.integers(0, 400 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@pytest.fixture
def calendar(db):
    load_national()
    return calendar_for(None, FRIDAY.date())


def columns(first, last, calendar):
    return [(column.weekday, column.day) for column in axis(first, last, calendar).columns]


def test_one_day_is_drawn_in_half_hours(calendar):
    assert [day for _weekday, day in columns(FRIDAY, FRIDAY.replace(hour=17, minute=0), calendar)] == [
        "08:00", "09:30", "11:00", "12:30", "14:00", "15:30", "17:00",
    ]  # fmt: skip


def test_a_week_shows_its_holiday_and_leaves_the_weekend_out(calendar):
    assert columns(FRIDAY, FRIDAY + timedelta(days=6), calendar) == [
        ("T6", "20/11"), ("T2", "23/11"), ("T3 lễ", "24/11"), ("T4", "25/11"), ("T5", "26/11"), ("T6", "27/11"),
        ("T2", "30/11"),
    ]  # fmt: skip


def test_weeks_begin_on_mondays(calendar):
    first = datetime(2026, 1, 26, 9, tzinfo=HANOI)

    assert columns(first, first + timedelta(days=43), calendar)[:2] == [
        ("từ T2", "26/01"),
        ("từ T2", "02/02"),
    ]


@pytest.mark.django_db
def test_everything_has_its_place_in_order_whatever_the_length(calendar):
    @given(length=SPANS, parts=st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted))
    def holds(length, parts):
        span = axis(FRIDAY, FRIDAY + length, calendar)
        lines = [span.line(FRIDAY + length * part) for part in parts]

        assert len(span.columns) == 7
        assert 1 <= lines[0] <= lines[1] <= LINES

    holds()


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "1 phút"), (45, "45 phút"), (60, "1 giờ"), (100, "1 giờ 40 phút"), (480, "1 ngày làm việc"),
        (720, "1 ngày làm việc 4 giờ"), (3720, "7 ngày làm việc 6 giờ"),
    ],
)  # fmt: skip
def test_working_time_is_said_in_days_hours_and_minutes(minutes, words):
    assert length(minutes, standard=480) == words


def test_an_instant_says_no_more_than_is_needed():
    assert instant(FRIDAY, now=FRIDAY) == "08:50"
    assert instant(FRIDAY, now=MONDAY) == "20/11, 08:50"
    assert instant(FRIDAY, now=MONDAY + timedelta(days=60)) == "20/11/2026, 08:50"
    assert due_words(FRIDAY, now=FRIDAY) == "08:50 hôm nay"


def test_a_step_goes_by_its_first_words():
    assert short_title("Thẩm tra; ghi sổ, in giấy khai sinh") == "Thẩm tra"


def test_lines_are_read_with_or_without_their_label():
    assert [(line.label, line.value) for line in lines_of("Họ tên: An\n\ntiếp theo\nSinh: 1985")] == [
        ("Họ tên", "An tiếp theo"), ("Sinh", "1985"),
    ]  # fmt: skip
    assert [(line.label, line.value) for line in lines_of("chỉ có chữ")] == [("Nội dung", "chỉ có chữ")]


def scene_of(counter: Counter, dossier, minutes: int = 60) -> Scene:
    return Scene(dossier, counter.desk.le, MONDAY + timedelta(minutes=minutes))


def test_the_lanes_are_the_hands_that_held_it(counter):
    drawn = chart(scene_of(counter, made.signed(counter.desk)))

    assert [(lane.name, lane.holder) for lane in drawn.lanes] == [
        ("Cả hồ sơ", ""), ("Một cửa", "Trần Mỹ Lệ"), ("Tư pháp – Hộ tịch", "Ngô Thanh Tùng"),
        ("Lãnh đạo", "Võ Thị Lan"), ("Văn thư", "Đỗ Thị Hạnh"),
    ]  # fmt: skip


def test_time_that_does_not_count_is_hatched(counter):
    drawn = chart(scene_of(counter, counter.asked()))

    assert [run.kind for lane in drawn.lanes if lane.name == "Thời hạn dừng" for run in lane.runs] == [
        "pause"
    ]


def test_a_step_tells_what_was_given_and_what_was_used(counter):
    rows = step_rows(scene_of(counter, made.processing(counter.desk), minutes=20))

    assert [(row.title, row.when, row.planned, row.used) for row in rows[:3]] == [
        ("Kiểm tra hồ sơ", "done", "30 phút", "1 phút"), ("Thẩm tra", "now", "1 giờ 30 phút", "20 phút"),
        ("Ký kết quả", "next", "1 giờ", ""),
    ]  # fmt: skip


def test_words_beside_a_bar_are_said_whole_or_not_at_all():
    lane = LaneRow("Lãnh đạo", "", [Run("done", "", 8, 11)], "05/03, 10:00, sớm 1 ngày làm việc 3 giờ")

    assert kept_apart(lane).after == "05/03, 10:00"


def test_bars_of_one_row_stand_beside_each_other():
    lane = LaneRow("Một cửa", "", [Run("done", "", 1, 2), Run("done", "", 1, 2)])

    assert [(run.first, run.last) for run in kept_apart(lane).runs] == [(1, 2), (2, 3)]
