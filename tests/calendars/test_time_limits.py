import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.calendars.time_limits import BadTimeLimit, TimeLimit, TimeUnit


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("5wd", 5, TimeUnit.WORKING_DAY, "5 ngày làm việc"),
        ("4h", 4, TimeUnit.HOUR, "4 giờ làm việc"),
        ("30cd", 30, TimeUnit.CALENDAR_DAY, "30 ngày"),
        ("immediate", 0, TimeUnit.IMMEDIATE, "trong ngày"),
    ],
)
def test_a_limit_is_read_written_and_said(text, value, unit, words):
    limit = TimeLimit.parse(text)

    assert limit == TimeLimit(value, unit)
    assert str(limit) == text
    assert limit.in_words == words


@pytest.mark.parametrize(
    "text", ["", "5", "wd", "0wd", "-5wd", "5 wd", "1.5wd", "5days", "٥wd", "5wd4h", "0immediate"]
)
def test_what_is_no_limit_is_refused(text):
    with pytest.raises(BadTimeLimit):
        TimeLimit.parse(text)


@given(
    value=st.integers(max_value=0), unit=st.sampled_from([unit for unit in TimeUnit if unit != "immediate"])
)
def test_a_limit_lasts_at_least_one(value, unit):
    with pytest.raises(BadTimeLimit, match="từ 1 trở lên"):
        TimeLimit(value, unit)
