from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue.conditions import BadCondition, age, holds, parse

ON = date(2026, 11, 22)


def test_equality_membership_and_conjunction():
    condition = parse("pay_method = bank and do_funeral = true and kind in [a, b]")

    assert holds(condition, {"pay_method": "bank", "do_funeral": True, "kind": "b"}, on=ON)
    assert not holds(condition, {"pay_method": "bank", "do_funeral": False, "kind": "b"}, on=ON)


def test_a_question_without_answer_makes_a_condition_false():
    assert not holds(parse("parents_married = true"), {}, on=ON)
    assert not holds(parse("age(dob) < 18"), {"dob": "2010"}, on=ON)


@pytest.mark.parametrize(("born", "minor"), [("2008-11-22", False), ("2008-11-23", True)])
def test_somebody_comes_of_age_on_the_birthday(born, minor):
    assert holds(parse("age(dob) < 18"), {"dob": born}, on=ON) is minor


def test_true_is_not_the_word_true():
    assert not holds(parse("agreed = true"), {"agreed": "true"}, on=ON)
    assert not holds(parse("agreed = yes"), {"agreed": True}, on=ON)


@pytest.mark.parametrize(
    "text", ["parentage", "a = b or c = d", "a in []", "a = 'b'", "__import__('os')", "a < b"]
)
def test_what_is_no_condition_is_an_error_when_it_is_read(text):
    with pytest.raises(BadCondition):
        parse(text)


def test_the_empty_condition_always_holds():
    assert holds(parse(""), {}, on=ON)


@given(st.integers(0, 500), st.integers(0, 500))
def test_numbers_are_compared_as_numbers(answer, bound):
    for operator, outcome in {
        "<": answer < bound,
        "<=": answer <= bound,
        ">": answer > bound,
        ">=": answer >= bound,
        "=": answer == bound,
    }.items():
        assert holds(parse(f"pages {operator} {bound}"), {"pages": answer}, on=ON) is outcome


@given(st.dates(date(1900, 1, 1), ON), st.dates(date(1900, 1, 1), ON))
def test_age_never_falls_as_days_pass(born, earlier):
    later_age = age(born.isoformat(), ON)
    earlier_age = age(born.isoformat(), earlier)

    assert later_age is not None
    assert earlier_age is not None
    assert earlier_age <= later_age
