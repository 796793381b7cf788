"""Quarters: three months, a due day, neighbours."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.quarters import NoQuarter, Quarter

days = st.dates(date(1901, 1, 1), date(2899, 12, 31))


def test_the_third_quarter_of_2021_is_reported_on_25_september():
    quarter = Quarter.parse("2021Q3")

    assert (quarter.first_day, quarter.due_on, quarter.last_day) == (
        date(2021, 7, 1),
        date(2021, 9, 25),
        date(2021, 9, 30),
    )
    assert quarter.name == "Quý III năm 2021"


@given(days)
def test_every_day_lies_in_exactly_one_quarter(day):
    quarter = Quarter.of(day)

    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.before.last_day + timedelta(days=1) == quarter.first_day
    assert quarter.after.counts_from == quarter.counts_to + timedelta(days=1)
    counted = Quarter.counted_on(day)
    assert counted.counts_from <= day <= counted.counts_to
    assert quarter.after.before == quarter == Quarter.parse(str(quarter))


@pytest.mark.parametrize("text", ["", "2021", "2021Q5", "Q3", "0001Q1", "2021Q3x"])
def test_what_names_no_quarter_is_refused_with_an_example(text):
    with pytest.raises(NoQuarter, match="Ghi như 2021Q3"):
        Quarter.parse(text)
