"""Rows pasted from a spreadsheet, or typed one a line with semicolons between the columns."""

from typing import NamedTuple

from motcua.kernel.vietnamese import clean


class Row(NamedTuple):
    """One line: its place among all lines of the text, and its cells."""

    place: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The cell at a place, blank when the line is shorter."""
        return self.cells[index] if index < len(self.cells) else ""


def rows_of(text: str) -> list[Row]:
    """Return the lines with something in them; a tab parts cells where there is one, else a semicolon does."""
    return [
        Row(place, tuple(clean(cell) for cell in line.split("\t" if "\t" in line else ";")))
        for place, line in enumerate(text.splitlines(), 1)
        if clean(line)
    ]
