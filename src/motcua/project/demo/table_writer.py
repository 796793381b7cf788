"""Rows into a table by the shortest way of each database; the values are those that Django itself would write."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

import msgspec
from django.db import connection, models
from psycopg.types.json import Jsonb

from motcua.kernel.derived import DerivedCharField, YearField

Value = Callable[[models.Model], Any]


class TableWriter:
    """Writes whole rows of one model, keys included."""

    def __init__(self, model: type[models.Model]) -> None:
        self._table = model._meta.db_table
        fields = model._meta.concrete_fields
        self._columns = [str(field.column) for field in fields]
        self._values = [_value(field) for field in fields]

    def write(self, rows: Iterable[models.Model]) -> None:
        lines = (tuple(value(row) for value in self._values) for row in rows)
        quoted = ", ".join(map(connection.ops.quote_name, self._columns))
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                statement = f"COPY {self._table} ({quoted}) FROM STDIN"
                with cursor.copy(statement) as copy:
                    for line in lines:
                        copy.write_row(line)
            else:
                marks = ", ".join(["%s"] * len(self._columns))
                statement = f"INSERT INTO {self._table} ({quoted}) VALUES ({marks})"  # noqa: S608 - our own names
                cursor.executemany(statement, list(lines))


def _value(field: "models.Field[Any, Any]") -> Value:
    """How the value of one column is read from a row."""
    read: Value = attrgetter(field.attname)
    is_plain = connection.vendor == "postgresql"
    if isinstance(field, (DerivedCharField, YearField)):
        return lambda row: field.pre_save(row, True)
    if isinstance(field, models.JSONField):
        return (lambda row: Jsonb(read(row))) if is_plain else (lambda row: _json(read(row)))
    if is_plain:
        return read
    if isinstance(field, models.DateTimeField):
        return lambda row: _instant(read(row))
    if isinstance(field, models.DateField):
        return lambda row: _day(read(row))
    return read


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _instant(at: datetime | None) -> str | None:
    """As Django stores it: UTC without saying so."""
    if at is None:
        return None
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat(" ")[: -len("+00:00")]


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)
