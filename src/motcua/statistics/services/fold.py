from collections import Counter
from datetime import date
from typing import Any

from django.db import connection, transaction

from motcua.dossiers.events import DossierMoved
from motcua.statistics.measures import Measure, increments
from motcua.statistics.models import Counters
from motcua.statistics.provinces import Provinces
from motcua.statistics.tallies import Key, roll_up

ADD = """
    INSERT INTO {table} ({columns}) VALUES {rows}
    ON CONFLICT ({keys}) DO UPDATE SET {sums}
"""


@transaction.atomic
def fold(*, moved: DossierMoved) -> None:
    """Add what one move changes to the facts; the caller's transaction holds the tick that it was done once."""
    changes = increments(moved.before, moved.after)
    for table, rows in roll_up([changes], province=Provinces().of).items():
        add(table, rows)


def add(table: type[Counters], rows: dict[Key, Counter[Measure]]) -> None:
    """Add counts to the rows of a fact table, new rows included, in the order of their keys.

    The order is the same for every writer, so that two of them never wait for each other.
    """
    if not rows:
        return
    keys, name = table.keys, table._meta.db_table
    columns = [*keys, *Measure]
    values: list[Any] = [
        value
        for key, row in sorted(rows.items())
        for value in (*map(_plain, key), *(row[measure] for measure in Measure))
    ]
    statement = ADD.format(
        table=name,
        columns=", ".join(columns),
        keys=", ".join(keys),
        rows=", ".join([f"({', '.join(['%s'] * len(columns))})"] * len(rows)),
        sums=", ".join(f"{measure} = {name}.{measure} + excluded.{measure}" for measure in Measure),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _plain(value: int | str | date) -> Any:
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
