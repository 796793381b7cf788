from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.statistics import periods
from motcua.statistics.measures import midnight
from motcua.statistics.periods import Period, split, up_to
from motcua.surfaces.board import calendar_words

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
TODAY = date(2026, 11, 23)
NOW = midnight(TODAY) + timedelta(hours=9)


@pytest.mark.parametrize(
    ("period", "name", "before", "after"),
    [
        (periods.week(TODAY), "Tuần 48 năm 2026", "Tuần 47 năm 2026", "Tuần 49 năm 2026"),
        (periods.month(TODAY), "Tháng 11 năm 2026", "Tháng 10 năm 2026", "Tháng 12 năm 2026"),
        (periods.quarter(2026, 4), "Quý IV năm 2026", "Quý III năm 2026", "Quý I năm 2027"),
        (Period(date(2026, 1, 1), date(2026, 12, 31)), "Năm 2026", "Năm 2025", "Năm 2027"),
 (
            Period(date(2026, 3, 15), date(2026, 3, 16)),
            "Từ 15/03/2026 đến 16/03/2026", "Từ 13/03/2026 đến 14/03/2026", "Từ 17/03/2026 đến 18/03/2026",
        ),
    ],
)  # fmt: skip
def test_a_period_has_a_name_and_neighbours_of_its_kind(period, name, before, after):
    assert (period.name, period.before.name, period.after.name) == (name, before, after)


@given(DAYS)
def test_the_neighbours_of_a_period_lead_back_to_it(day):
    for period in calendar_words.around(day).values():
        assert period.before.after == period.after.before == period


@given(DAYS)
def test_an_address_names_its_period(day):
    for kind, period in calendar_words.around(day).items():
        assert calendar_words.read(calendar_words.write(period)) == period
        assert calendar_words.kind(period) == kind


@given(DAYS, st.integers(0, 200))
def test_months_and_edges_cover_each_day_of_a_period_once(first, length):
    period = Period(first, first + timedelta(days=length))
    now = midnight(date(2032, 1, 1))

    spans, edges = split(period, now=now)

    for step in range(-70, length + 70):
        day = first + timedelta(days=step)
        times = sum(span.holds(day.replace(day=1)) for span in spans)
        times += sum(edge.begin <= midnight(day) < edge.end for edge in edges)
        assert times == (period.first <= day <= period.last)


@given(DAYS)
def test_months_and_an_edge_cover_all_before_an_instant_once(day):
    spans, edges = up_to(midnight(day))

    for step in range(-70, 70):
        other = day + timedelta(days=step)
        times = sum(span.holds(other.replace(day=1)) for span in spans)
        times += sum(edge.begin <= midnight(other) < edge.end for edge in edges)
        assert times == (other < day)


def test_the_current_month_is_whole_because_nothing_happens_after_now():
    spans, edges = split(periods.month(TODAY), now=NOW)

    assert (spans, edges) == ([periods.Span(date(2026, 11, 1), None)], [])


@pytest.mark.parametrize("text", ["", "2026-W54", "2026-13", "2026-Q5", "quý 4", "99999"])
def test_what_is_no_period_is_read_as_none(text):
    assert calendar_words.read(text) is None
