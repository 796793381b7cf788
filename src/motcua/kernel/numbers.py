"""Numbers that never repeat: one row per series, locked while the next number is taken."""

from django.db import transaction

from motcua.kernel.models.numbers import NumberSeries


def next_number(series: str) -> int:
    """Take the next number of a series, starting at 1.

    The row stays locked until the surrounding transaction ends, so a number is given out only if the act
    that needed it is kept: no gap, no repetition, with any number of web processes.
    """
    return next_numbers(series, count=1)[0]


def next_numbers(series: str, *, count: int) -> range:
    """Take ``count`` consecutive numbers of a series at once."""
    with transaction.atomic():
        NumberSeries.objects.bulk_create([NumberSeries(series=series)], ignore_conflicts=True)
        row = NumberSeries.objects.select_for_update().get(series=series)
        first = row.last + 1
        row.last += count
        row.save(update_fields=["last"])
    return range(first, first + count)
