"""Rows written by an INSERT that is put together once for each model, not once for each row.

It does what ``Model.save(force_insert=True)`` and ``bulk_create`` do to a row, for a quarter of the CPU: columns
from ``Model._meta``, values through the fields, the key read back. No signals are sent: nothing here hears any.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from django.db import connection
from django.db.models import AutoField, Field, Model

Row = TypeVar("Row", bound=Model)
if TYPE_CHECKING:
    from typing import Any

    Fields: TypeAlias = tuple[Field[Any, Any], ...]
MOST_VALUES = 900  # in one statement; older SQLite allows 999


def insert(row: Row) -> Row:
    """Write a new row inside the transaction at hand, and return it with its key."""
    insert_many([row])
    return row


def insert_many(rows: Sequence[Row]) -> None:
    """Write new rows of one model and give them their keys, in as few statements as the database takes."""
    assert connection.in_atomic_block, "Rows are written inside the transaction of the act they belong to."
    if not rows:
        return
    fields = _fields(type(rows[0]))
    size = max(1, MOST_VALUES // len(fields))
    for start in range(0, len(rows), size):
        _write(rows[start : start + size], fields)


def take_stock(*tables: type[Model]) -> None:
    """Let PostgreSQL look at tables that a load has just filled, instead of a minute later by itself.

    Until then it plans by what it last saw there, perhaps nothing, and reads one table whole for each row of another.
    SQLite plans without such figures.
    """
    if connection.vendor == "postgresql":
        names = ", ".join(connection.ops.quote_name(table._meta.db_table) for table in tables)
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {names}")


def _write(rows: Sequence[Row], fields: "Fields") -> None:
    values = [
        field.get_db_prep_save(field.pre_save(row, True), connection) for row in rows for field in fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(_statement(type(rows[0]), len(rows)), values)
        keys = cursor.fetchall()
    for row, (key,) in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, connection.alias


@cache
def _fields(model: type[Model]) -> "Fields":
    return tuple(field for field in model._meta.concrete_fields if not isinstance(field, AutoField))


@cache
def _statement(model: type[Model], count: int) -> str:
    quote, meta, fields = connection.ops.quote_name, model._meta, _fields(model)
    assert meta.pk is not None
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * count)
    return f"INSERT INTO {quote(meta.db_table)} ({columns}) VALUES {places} RETURNING {quote(str(meta.pk.column))}"  # noqa: S608
