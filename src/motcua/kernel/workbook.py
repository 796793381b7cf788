"""How our workbooks look, and rows tall enough for their text in every spreadsheet program."""

from collections.abc import Iterable
from textwrap import wrap
from typing import Any

# Text stays text, whatever it begins with.
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False}
FONT = {"font_name": "Times New Roman", "font_size": 11}
RULED = FONT | {"border": 1, "valign": "vcenter"}
LINE_HEIGHT = 15.0  # points: one line of the font
LETTERS_PER_WIDTH = 1.15  # a column is as wide as so many figures; letters of a text are narrower


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width, in characters as spreadsheets measure columns."""
    letters = max(1, int(width * LETTERS_PER_WIDTH))
    return sum(max(1, len(wrap(part, letters))) for part in text.split("\n"))


def fit_row(sheet: Any, row: int, texts: Iterable[tuple[str, float]]) -> None:
    """Make a row as tall as its tallest text needs.

    A program that opens a file need not measure wrapped text itself: LibreOffice does not when it converts or prints.

    Args:
        texts: each wrapped text with the width of its column.
    """
    sheet.set_row(row, LINE_HEIGHT * max((lines(text, width) for text, width in texts), default=1))
