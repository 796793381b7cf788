"""Cells whose value is not in the file: the reader takes them for blank ones, and a blank cell may mean something.

A spreadsheet keeps beside each formula the result it showed last; programs that write sheets without reckoning leave
it out, and a formula that failed has an error for a result.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

_FIRST_SHEET = re.compile(rb"""<(?:[\w.-]+:)?sheet\s[^>]*?[\w.-]+:id\s*=\s*["']([^"']+)["']""")
_RELATION = re.compile(rb"<(?:[\w.-]+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""\s([\w.-]+)\s*=\s*["']([^"']*)["']""")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row(\s[^>]*?)?/?>")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(\s[^>]*?)?/?>")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_RESULT = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>[^<]")
_PLACE = re.compile(rb"([A-Za-z]+)(\d+)")


def valueless(content: bytes) -> set[tuple[int, int]]:
    """Return row and column, both from 1, of the cells in the first sheet that look filled in but hold no value.

    Raises:
        KeyError: the workbook does not say which sheet is the first.
    """
    with zipfile.ZipFile(BytesIO(content)) as book:
        part = book.read(_first_sheet(book))
    return set(_places(part))


def _first_sheet(book: zipfile.ZipFile) -> str:
    found = _FIRST_SHEET.search(book.read("xl/workbook.xml"))
    if found is None:
        raise KeyError("sheet")
    for relation in _RELATION.findall(book.read("xl/_rels/workbook.xml.rels")):
        facts = dict(_ATTRIBUTE.findall(relation))
        if facts.get(b"Id") == found[1]:
            target = facts[b"Target"].decode()
            return target[1:] if target.startswith("/") else f"xl/{target}"
    raise KeyError(found[1])


def _places(part: bytes) -> Iterator[tuple[int, int]]:
    """Rows and cells may leave out where they stand: then they follow the one before."""
    row = 0
    for facts, line in _parts(_ROW, part):
        row = int(facts.get(b"r", row + 1))
        column = 0
        for cell, inner in _parts(_CELL, line):
            place = _PLACE.fullmatch(cell.get(b"r", b""))
            column = column_number(place[1]) if place else column + 1
            if _lacks_value(cell.get(b"t", b""), inner):
                yield row, column


def _parts(tag: re.Pattern[bytes], text: bytes) -> Iterator[tuple[dict[bytes, bytes], bytes]]:
    """Each element with its attributes, and what stands from there to the next one; a blank row has no element."""
    heads = [*tag.finditer(text)]
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=False):
        yield dict(_ATTRIBUTE.findall(head[1] or b"")), text[head.end() : end]


def _lacks_value(kind: bytes, inner: bytes) -> bool:
    """An error, or a formula with neither a result nor an empty text as its result."""
    if kind == b"e":
        return True
    return bool(_FORMULA.search(inner)) and kind != b"str" and not _RESULT.search(inner)


def column_number(letters: bytes) -> int:
    """The number of a column by its letters: A is 1, AA 27; blank: 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
