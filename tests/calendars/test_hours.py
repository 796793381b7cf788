import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.calendars.hours import BadHours, day_hours, in_words, read_spans, write_spans

USUAL = [["07:30", "11:30"], ["13:00", "17:00"]]


def test_hours_are_read_said_and_written_again():
    spans = read_spans(USUAL)

    assert spans == ((450, 690), (780, 1020))
    assert in_words(spans) == "07:30–11:30, 13:00–17:00"
    assert write_spans(spans) == USUAL
    assert read_spans([]) == ()


@pytest.mark.parametrize(
    "texts",
    [
        None, "07:30-11:30", {}, [["07:30"]], [["07:30", "7h"]], [["7:30", "11:30"]], [[450, 690]],
        [["07:30", "24:00"]], [["11:30", "07:30"]], [["07:30", "07:30"]],
        [["07:30", "11:30"], ["11:00", "17:00"]], [["13:00", "17:00"], ["07:30", "11:30"]],
    ],
)  # fmt: skip
def test_hours_out_of_order_are_refused(texts):
    with pytest.raises(BadHours):
        read_spans(texts)


@given(cuts=st.lists(st.integers(0, 1439), min_size=2, max_size=8, unique=True))
def test_a_day_s_tables_agree(cuts):
    cuts = sorted(cuts)[: len(cuts) // 2 * 2]
    hours = day_hours(tuple(zip(cuts[::2], cuts[1::2], strict=True)))

    assert [hours.elapsed[minute] for minute in hours.begins] == list(range(hours.minutes))
    assert hours.minutes == sum(end - start for start, end in hours.spans)
