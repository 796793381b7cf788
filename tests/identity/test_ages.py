from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.identity import ages

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("born", "groups"),
    [
        (date(1966, 11, 23), {"elderly_person"}),
        (date(1966, 11, 24), set()),
        (date(2010, 11, 24), {"child"}),
        (date(2010, 11, 23), set()),
        (date(2020, 11, 24), {"child", "child_u6"}),
    ],
)
def test_age_gives_its_groups_from_the_birthday_on(born, groups):
    assert ages.groups_of_age(born, born.year, on=TODAY) == groups


def test_a_year_alone_gives_only_what_is_certain():
    assert ages.groups_of_age(None, 1966, on=TODAY) == set()
    assert ages.groups_of_age(None, 1965, on=TODAY) == {"elderly_person"}
    assert ages.groups_of_age(None, None, on=TODAY) == set()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (date(1988, 3, 14), date(1988, 3, 14), True),
        (date(1988, 3, 4), date(1988, 4, 3), True),
        (date(1988, 3, 14), date(1989, 3, 14), True),
        (date(1988, 3, 14), date(1988, 3, 17), True),
        (date(1988, 3, 14), date(1998, 3, 14), False),
        (date(1988, 3, 14), date(1988, 7, 20), False),
    ],
)
def test_birth_dates_that_differ_by_a_slip_of_the_pen_may_be_one(one, other, same):
    assert ages.may_be_same_day(one, one.year, other, other.year) is same


@given(st.dates(), st.dates())
def test_a_slip_works_both_ways(one, other):
    forth = ages.may_be_same_day(one, one.year, other, other.year)

    assert forth == ages.may_be_same_day(other, other.year, one, one.year)
