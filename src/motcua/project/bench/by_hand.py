"""The rows of one act, written again by plain SQL: the least that keeping them can cost in this database.

The act is done once and its rows are read back. Then the same rows are written as often as wished, with keys of
their own and everything else worked out beforehand, by one statement a table, in one transaction.
"""

import secrets
from collections.abc import Callable
from typing import Any, Self

import msgspec
from django.apps import apps
from django.db import connection, models, transaction

from motcua.dossiers.models import Dossier
from motcua.kernel.models import NumberSeries
from motcua.kernel.numbers import TAKE


class Table(msgspec.Struct):
    """New rows of one table: ``links`` are the columns whose values are keys of new rows elsewhere."""

    model: type[models.Model]
    columns: list[str]
    rows: list[list[Any]]
    links: dict[int, str]
    unique: set[int]


class HandWritten(msgspec.Struct):
    """What one act has written, ready to be written again."""

    tables: list[Table]
    series: list[str]
    code: str
    base: int  # our own keys begin here
    written: int = 0

    @property
    def rows(self) -> int:
        return sum(len(table.rows) for table in self.tables) + len(self.series)

    @property
    def statements(self) -> int:
        return len(self.tables) + len(self.series)

    @classmethod
    def of(cls, act: Callable[[], Dossier]) -> Self:
        """Do the act and read back what it has added."""
        last, numbers = _last_keys(), _numbers()
        dossier = act()
        tables = [table for model, key in last.items() if (table := _added(model, key, last)).rows]
        series = [name for name, number in _numbers().items() if numbers.get(name) != number]
        return cls(_owners_first(tables), series, dossier.code, base=secrets.randbits(40))

    def write(self) -> None:
        """Write all the rows once more, as another dossier."""
        self.written += 1
        shift, code = self.base + 100 * self.written, f"{self.code[:-4]}{self.base + self.written:x}"
        with transaction.atomic(), connection.cursor() as cursor:
            for name in self.series:
                cursor.execute(TAKE, [name, 1])
                cursor.fetchone()
            for table in self.tables:
                places = ", ".join(["%s"] * len(table.columns))
                statement = (
                    f"INSERT INTO {table.model._meta.db_table} ({', '.join(table.columns)}) "  # noqa: S608
                    f"VALUES {', '.join([f'({places})'] * len(table.rows))}"
                )
                values = [self._anew(table, row, shift, code) for row in table.rows]
                cursor.execute(statement, [value for row in values for value in row])

    def _anew(self, table: Table, row: list[Any], shift: int, code: str) -> list[Any]:
        """The same row under keys of its own."""
        values = list(row)
        for index, value in enumerate(row):
            if index in table.links:
                values[index] = value and value + shift
            elif index in table.unique:
                values[index] = secrets.token_hex(16)
            elif isinstance(value, str) and self.code in value:
                values[index] = value.replace(self.code, code)
        return values


def _last_keys() -> dict[type[models.Model], int]:
    found = {}
    for model in apps.get_models():
        if model.__module__.startswith("motcua.") and isinstance(model._meta.pk, models.AutoField):
            newest = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
            found[model] = newest or 0
    return found


def _numbers() -> dict[str, int]:
    return dict(NumberSeries.objects.values_list("series", "last"))


def _added(model: type[models.Model], last: int, all_last: dict[type[models.Model], int]) -> Table:
    meta = model._meta
    fields = [field for field in meta.local_concrete_fields if field.column]
    columns = [f'"{field.column}"' for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns)} FROM {meta.db_table} WHERE id > %s ORDER BY id",  # noqa: S608
            [last],
        )
        rows = [list(row) for row in cursor.fetchall()]
    links, unique = {}, set()
    for index, field in enumerate(fields):
        target = field.remote_field.model if field.is_relation and field.remote_field else None
        if field.primary_key:
            links[index] = meta.db_table
        elif target in all_last and all(row[index] is None or row[index] > all_last[target] for row in rows):
            links[index] = target._meta.db_table
        elif _is_free_key(model, field.name):
            unique.add(index)
    return Table(model, columns, rows, links, unique)


def _is_free_key(model: type[models.Model], name: str) -> bool:
    """Columns in which no value may come twice and which hold no dossier's code."""
    return (model._meta.label, name) in {
        ("dossiers.Dossier", "intake_key"), ("dossiers.Dossier", "follow_token"), ("documents.Paper", "number"),
    }  # fmt: skip


def _owners_first(tables: list[Table]) -> list[Table]:
    """Tables in the order of their keys: what is pointed to comes before what points to it."""
    ordered: list[Table] = []
    waiting = list(tables)
    names = {table.model._meta.db_table for table in tables}
    while waiting:
        done = {table.model._meta.db_table for table in ordered}
        ready = [
            table
            for table in waiting
            if set(table.links.values()) & names <= done | {table.model._meta.db_table}
        ]
        ordered += ready or waiting[:1]
        waiting = [table for table in waiting if table not in ordered]
    return ordered
