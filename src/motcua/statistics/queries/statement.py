"""One statement for everything that must agree: facts, news not yet folded, and rows, seen at one instant.

Two statements could see the database before and after a piece of news is folded, and count it never or
twice. One statement sees one state of it, on both databases, and takes no lock.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec
from django.db.models import (
    CharField,
    Count,
    DateField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from motcua.dossiers.events import DossierMoved
from motcua.kernel.outbox import pending
from motcua.statistics.measures import Measure

LISTENER = "statistics.fold"
NEWS = "news"
Part = QuerySet[Any, tuple[Any, ...]]


class Row(NamedTuple):
    """One row of an answer: which part it belongs to, its keys, its counts, a piece of JSON."""

    part: str
    number: int
    word: str
    day: date | None
    counts: Counter[Measure]
    text: str


class Constant(Value):
    """A constant whose type a UNION knows, and by which nothing is grouped."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        sql, parameters = super().as_sql(compiler, connection)
        return f"CAST({sql} AS {self.output_field.cast_db_type(connection)})", parameters


ZERO = Constant(0, IntegerField())


def part(
    rows: QuerySet[Any],
    name: str,
    *,
    number: str = "",
    word: str = "",
    day: str = "",
    text: Combinable | None = None,
    counts: Mapping[Measure, Combinable] | None = None,
) -> Part:
    """Shape rows for the statement; grouped by the keys that are named if counts are aggregates."""
    counts = counts or {}
    keys: dict[str, Any] = {
        "p_part": Constant(name, CharField()),
        "p_number": Cast(F(number), IntegerField()) if number else ZERO,
        "p_word": Cast(F(word), CharField()) if word else Constant("", CharField()),
        "p_day": F(day) if day else Constant(None, DateField()),
    }
    figures = {f"p_{measure}": counts.get(measure, ZERO) for measure in Measure}
    figures["p_text"] = text or Constant("", TextField())
    shaped: Part = (
        rows.order_by().annotate(**keys).values(*keys).annotate(**figures).values_list(*keys, *figures)
    )
    return shaped


def sums(measures: Iterable[Measure] = Measure) -> dict[Measure, Combinable]:
    """Counters of a fact table, added up."""
    return {measure: Sum(measure.value) for measure in measures}


def columns() -> dict[Measure, Combinable]:
    """Every counter of a fact table, row by row."""
    return {measure: F(measure.value) for measure in Measure}


def count(condition: Q | None = None) -> Count:
    """How many rows, or how many of them meet a condition."""
    return Count("pk", filter=condition)


def news() -> Part:
    """The moves that have been announced and are not in the facts yet."""
    return part(pending(LISTENER), NEWS, text=Cast("payload", TextField()))


def read_news(row: Row) -> DossierMoved:
    return msgspec.json.decode(row.text, type=DossierMoved)


def ask(parts: Iterable[Part]) -> Iterator[Row]:
    """Run all parts as one statement and read its rows as they come."""
    first, *others = parts
    statement = first.union(*others, all=True) if others else first
    for name, number, word, day, *counts, text in statement.iterator(5_000):
        yield Row(name, number, word, day, Counter(dict(zip(Measure, counts, strict=True))), text)
