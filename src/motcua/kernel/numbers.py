"""Numbers that never repeat: one row per series, locked while the next number is taken."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from django.db import connection

from motcua.kernel.faults import Fault
from motcua.kernel.models.numbers import NumberSeries

TAKE = """
    INSERT INTO kernel_numberseries (series, last) VALUES (%s, %s)
    ON CONFLICT (series) DO UPDATE SET last = kernel_numberseries.last + excluded.last
    RETURNING last
"""


def next_number(series: str) -> int:
    """Take the next number of a series, starting at 1.

    The row stays locked until the surrounding transaction ends, so a number is given out only if the act
    that needed it is kept: no gap, no repetition, with any number of web processes.
    """
    return next_numbers(series, count=1)[0]


def next_numbers(series: str, *, count: int) -> range:
    """Take ``count`` consecutive numbers of a series at once."""
    assert connection.in_atomic_block, "A number is taken inside the transaction that uses it."
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [series, count])
        (last,) = cursor.fetchone()
    return range(last - count + 1, last + 1)


def verify_series(prefix: str, taken: Iterable[tuple[str, int]]) -> Iterator[Fault]:
    """Yield a fault for each number of a series that no row bears, that two rows bear, or that was never given.

    Args:
        prefix: which series are looked at, by the beginning of their names.
        taken: (series, number) of every row that bears a number, series by series.
    """
    given = dict(NumberSeries.objects.filter(series__startswith=prefix).values_list("series", "last"))
    for series, rows in groupby(taken, key=itemgetter(0)):
        yield from _verify_one(series, sorted(number for _series, number in rows), last=given.pop(series, 0))
    for series, last in given.items():
        yield from _verify_one(series, [], last=last)


def _verify_one(series: str, numbers: list[int], *, last: int) -> Iterator[Fault]:
    previous = 0
    for number in numbers:
        if number == previous:
            yield Fault(f"{series}#{number}", f"Dãy số {series}: số {number} bị dùng hai lần.")
        yield from _missing(series, range(previous + 1, min(number, last + 1)))
        previous = number
    if previous > last:
        yield Fault(
            f"{series}#{previous}", f"Dãy số {series}: có số {previous}, nhưng mới cấp đến số {last}."
        )
    yield from _missing(series, range(previous + 1, last + 1))


def _missing(series: str, numbers: range) -> Iterator[Fault]:
    for number in numbers:
        yield Fault(f"{series}#{number}", f"Dãy số {series}: không thấy số {number}.")
