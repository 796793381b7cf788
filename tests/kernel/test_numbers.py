import pytest

from motcua.kernel.numbers import next_number, next_numbers


@pytest.mark.django_db
def test_each_series_counts_from_one_without_gaps():
    first = [next_number("book-a") for _ in range(3)]

    assert first == [1, 2, 3]
    assert list(next_numbers("book-a", count=2)) == [4, 5]
    assert next_number("book-b") == 1
