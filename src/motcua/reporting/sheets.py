"""What every report holds: a sheet of figures and words, in one shape for all forms. Pure arithmetic.

A figure is named by its row and column. What was counted is never overwritten: a correction stands beside it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column. ``sum_of`` names the columns that it adds up; ``fixed`` figures are not corrected by hand,
    because they follow from others; ``is_text`` columns hold words; ``by_row`` figures mean something in their row
    only and are not added over rows."""

    id: str
    name: str
    is_text: bool = False
    sum_of: tuple[str, ...] = ()
    fixed: bool = False
    by_row: bool = False


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row. ``records`` are the codes of what was counted; ``parts`` the rows of units that it adds up."""

    id: str
    name: str
    figures: dict[str, int] = {}
    words: dict[str, str] = {}
    records: list[str] = []


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What one unit's report gave to a consolidated one: which version, its reported figures by row, and how many
    of those the unit corrected."""

    unit_id: int
    unit_code: str
    unit_name: str
    report_id: int
    version: int
    on_time: bool
    rows: list[Row]
    corrected: int = 0
    shared: dict[str, int] = {}


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A filled form. ``notes`` are sentences printed under the table.

    ``shared`` says by how much the rows of a column together exceed its total, because one record rightly counts in
    several of them: a total counts it once.
    """

    columns: list[Column]
    rows: list[Row] = []
    parts: list[Part] = []
    missing: list[str] = []
    notes: list[str] = []
    shared: dict[str, int] = {}

    def column(self, column_id: str) -> Column | None:
        return next((column for column in self.columns if column.id == column_id), None)

    def row(self, row_id: str) -> Row | None:
        return next((row for row in self.rows if row.id == row_id), None)

    @property
    def figure_columns(self) -> list[Column]:
        return [column for column in self.columns if not column.is_text]


#: Corrected values by row and column.
Corrected = Mapping[tuple[str, str], int]


def reported(sheet: Sheet, row: Row, column: Column, corrected: Corrected) -> int:
    """The figure that the unit stands for: as corrected, else as counted; sums follow their parts."""
    if (row.id, column.id) in corrected:
        return corrected[row.id, column.id]
    value = row.figures.get(column.id, 0)
    for part_id in column.sum_of:
        part = sheet.column(part_id)
        if part is not None:
            value += reported(sheet, row, part, corrected) - row.figures.get(part_id, 0)
    return value


def reported_rows(sheet: Sheet, corrected: Corrected) -> list[Row]:
    """All rows with the figures that the unit stands for."""
    return [
        msgspec.structs.replace(
            row, figures={one.id: reported(sheet, row, one, corrected) for one in sheet.figure_columns}
        )
        for row in sheet.rows
    ]


def totals(
    columns: Iterable[Column], rows: Iterable[Row], shared: Mapping[str, int] | None = None
) -> dict[str, int]:
    """Add up the figures of all rows; what rows share counts once."""
    rows, added_up = list(rows), [one for one in columns if not (one.is_text or one.by_row)]
    twice = shared or {}
    return {
        one.id: max(0, sum(row.figures.get(one.id, 0) for row in rows) - twice.get(one.id, 0))
        for one in added_up
    }


def shared_by(parts: Iterable[Part]) -> dict[str, int]:
    """What the rows of several units share together: units have no record in common."""
    found: Counter[str] = Counter()
    for part in parts:
        found.update(part.shared)
    return dict(found)


def added(parts: Iterable[Part], columns: list[Column]) -> list[Row]:
    """Add up the rows of several units, row by row, in the order in which they first appear."""
    names: dict[str, str] = {}
    figures: dict[str, dict[str, int]] = {}
    for part in parts:
        for row in part.rows:
            names.setdefault(row.id, row.name)
            sums = figures.setdefault(row.id, {one.id: 0 for one in columns if not one.is_text})
            for column_id in sums:
                sums[column_id] += row.figures.get(column_id, 0)
    return [Row(id=row_id, name=name, figures=figures[row_id]) for row_id, name in names.items()]


def as_json(sheet: Sheet) -> dict[str, Any]:
    stored: dict[str, Any] = msgspec.to_builtins(sheet)
    return stored


def from_json(stored: Mapping[str, Any]) -> Sheet:
    return msgspec.convert(dict(stored), Sheet)
