import pytest
from django.db import transaction

from motcua.kernel.numbers import next_number, next_numbers, verify_series

pytestmark = pytest.mark.django_db


def test_each_series_counts_from_one_without_gaps():
    first = [next_number("book-a") for _ in range(3)]

    assert first == [1, 2, 3]
    assert list(next_numbers("book-a", count=2)) == [4, 5]
    assert next_number("book-b") == 1


def test_a_number_taken_by_an_act_that_is_undone_is_given_again():
    with transaction.atomic():
        undone = next_number("book-a")
        transaction.set_rollback(True)

    assert next_number("book-a") == undone == 1


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([1, 2, 3], []),
        ([1, 3], ["Dãy số book:a: không thấy số 2."]),
        ([1, 2, 2, 3], ["Dãy số book:a: số 2 bị dùng hai lần."]),
        ([1, 2], ["Dãy số book:a: không thấy số 3."]),
        ([1, 2, 3, 4], ["Dãy số book:a: có số 4, nhưng mới cấp đến số 3."]),
        ([], [f"Dãy số book:a: không thấy số {number}." for number in (1, 2, 3)]),
    ],
)
def test_rows_and_the_numbers_given_must_agree(rows, faults):
    next_numbers("book:a", count=3)
    next_numbers("receipt:a", count=9)

    found = verify_series("book:", [("book:a", number) for number in rows])

    assert [fault.sentence for fault in found] == faults
