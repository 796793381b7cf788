"""Rows on their way to the database: numbered here, gathered by table, written in large pieces."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

from motcua.kernel.models import NumberSeries
from motcua.kernel.rows import take_stock
from motcua.project.demo.table_writer import TableWriter

Row = TypeVar("Row", bound=models.Model)


class Records:
    """All rows that one building of the demonstration makes.

    Keys are given out here, so that rows can point to each other before they are written; nobody else may write
    to the same tables meanwhile.
    """

    def __init__(self) -> None:
        self._last: dict[type[models.Model], int] = {}
        self._series: dict[str, int] = dict(NumberSeries.objects.values_list("series", "last"))
        self._writers: dict[type[models.Model], TableWriter] = {}
        self._waiting: dict[type[models.Model], list[models.Model]] = defaultdict(list)

    def new(self, row: Row) -> Row:
        """Give a row its key; it still changes and is kept later."""
        model = type(row)
        if model not in self._last:
            self._last[model] = model._default_manager.aggregate(last=Max("pk"))["last"] or 0
        self._last[model] = row.pk = self._last[model] + 1
        return row

    def keep(self, *rows: models.Model) -> None:
        """Take rows that change no more."""
        for row in rows:
            self._waiting[type(row)].append(row)

    def number(self, series: str) -> int:
        """The next number of a series, as ``kernel.numbers`` would give it."""
        self._series[series] = number = self._series.get(series, 0) + 1
        return number

    @property
    def waiting(self) -> int:
        return sum(map(len, self._waiting.values()))

    def write(self) -> None:
        """Write what was kept; rows may point to others that come later in the same transaction."""
        for model, rows in self._waiting.items():
            if model not in self._writers:
                self._writers[model] = TableWriter(model)
            self._writers[model].write(rows)
        self._waiting.clear()

    def finish(self) -> None:
        """Write the rest, the numbers given out, and let the database count on from the last keys."""
        self.write()
        numbers = [NumberSeries(series=series, last=last) for series, last in self._series.items()]
        NumberSeries.objects.bulk_create(
            numbers, update_conflicts=True, update_fields=["last"], unique_fields=["series"], batch_size=1000
        )
        _count_on([*self._last, NumberSeries])
        take_stock(*self._last, NumberSeries)


def _count_on(tables: Iterable[type[models.Model]]) -> None:
    statements: list[Any] = connection.ops.sequence_reset_sql(no_style(), list(tables))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
