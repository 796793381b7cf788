from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.identity import personal_id
from motcua.kernel.refusals import Refusal

twelve_digits = st.from_regex(r"[0-9]{12}", fullmatch=True)


def refusal(text, **known):
    with pytest.raises(Refusal) as refused:
        personal_id.check(text, **known)
    return str(refused.value)


def test_digits_may_be_grouped_in_any_way():
    assert personal_id.check(" 092.188 000-417 ") == "092188000417"


@given(twelve_digits)
def test_every_number_agrees_with_the_year_and_sex_it_tells(number):
    year, sex = personal_id.birth_year_of(number), personal_id.sex_of(number)

    assert personal_id.check(number, birth_year=year, sex=sex) == number


def test_a_short_number_says_how_many_digits_are_missing():
    assert refusal("092 188 000 41") == "Thiếu 1 chữ số. Ví dụ: 092 188 000 417"
    assert refusal("0921880004170") == "Thừa 1 chữ số. Ví dụ: 092 188 000 417"
    assert refusal("O92188000417") == "Chỉ ghi chữ số. Ví dụ: 092 188 000 417"


def test_a_number_of_another_birth_year_is_refused_with_both_years():
    assert refusal("092188000417", birth_on=date(1989, 3, 14)) == (
        "Số này của người sinh năm 1988, còn ngày sinh ghi năm 1989. Xem lại số hoặc ngày sinh."
    )


def test_a_number_of_the_other_sex_is_refused():
    assert refusal("092188000417", sex="male") == (
        "Số này của nữ, còn giới tính ghi nam. Xem lại số hoặc giới tính."
    )


@pytest.mark.parametrize(
    ("number", "year", "sex"),
    [("001099000001", 1999, "male"), ("001300000001", 2000, "female"), ("001226000001", 2026, "male")],
)
def test_the_fourth_digit_tells_century_and_sex(number, year, sex):
    assert (personal_id.birth_year_of(number), personal_id.sex_of(number)) == (year, sex)
