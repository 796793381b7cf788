import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.surfaces.board.line_chart import NARROW, WIDE, line_chart
from motcua.surfaces.board.percents import hours, percent
from motcua.surfaces.board.week_shares import WeekShare, a_year_before, floor_of, weeks_of, weeks_up_to

MONDAY = date(2026, 11, 16)
WEEKS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), min_size=1, max_size=53)


def run(counts: list[tuple[int, int]], first: date = date(2025, 12, 29)) -> list[WeekShare]:
    return [WeekShare(first + timedelta(weeks=i), good, good + late) for i, (good, late) in enumerate(counts)]


def test_only_the_whole_is_a_hundred_percent():
    assert [percent(208, 211), percent(9999, 10000), percent(3, 3), percent(0, 0)] == [
        "98,6%",
        "99,9%",
        "100,0%",
        "–",
    ]
    assert hours(372) == "6,2"


def test_a_year_has_the_weeks_that_iso_8601_gives_it():
    assert (len(weeks_of(2025)), len(weeks_of(2026))) == (52, 53)
    assert weeks_of(2026)[0] == date(2025, 12, 29)


def test_the_same_week_a_year_before_has_the_same_number_or_is_the_last():
    assert a_year_before(MONDAY) == date(2025, 11, 17)
    assert a_year_before(date(2026, 12, 28)) == date(2025, 12, 22)


def test_weeks_up_to_one_end_with_it():
    assert weeks_up_to(MONDAY, 2) == [date(2026, 11, 9), MONDAY]


def test_a_scale_begins_under_its_lowest_value():
    assert [floor_of([98.0]), floor_of([87.2, 99.0]), floor_of([])] == [90, 85, 90]


@given(WEEKS, WEEKS)
def test_every_mark_of_a_chart_lies_on_its_paper(now, last):
    for frame in (WIDE, NARROW):
        chart = line_chart(frame, run(now), run(last, date(2024, 12, 30)))

        for mark in [*chart.points, *chart.grid, *chart.ticks, *chart.notes]:
            assert 0 <= mark.x <= frame.width
            assert 0 <= mark.y <= frame.height
        assert chart.grid[0].words == "100%"


def test_a_week_without_settled_dossiers_lifts_the_pen():
    chart = line_chart(WIDE, run([(1, 0), (0, 0), (1, 0), (1, 0)]), [])

    assert re.sub(r"[\d. ]+", "", chart.now_path) == "MhML"
    assert chart.points[1].words == "Tuần 3: 100,0% đúng hẹn"


def test_the_end_of_the_districts_is_noted_under_its_week():
    chart = line_chart(WIDE, run([(1, 0)]), run([(1, 0)] * 52, date(2024, 12, 30)))

    assert [note.words for note in chart.notes] == ["01/07/2025: bỏ cấp huyện"]
