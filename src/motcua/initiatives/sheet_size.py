"""How large a workbook is once unpacked, told before anything lays its cells out: a page of paper may hide a mountain.

A workbook is a ZIP file. A few kilobytes unpack to gigabytes, and one cell in the last corner of a sheet lets a reader
reserve memory for every cell before it, which ends the whole process.
"""

import re
import zipfile
import zlib
from io import BytesIO

from motcua.initiatives.sheet_formulas import column_number

MOST_UNPACKED = 60_000_000  # bytes
MOST_ROWS, MOST_COLUMNS = 20_000, 200  # far beyond what the form asks for

_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_PLACE = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]*)(\d+)""")
_OTHER_KINDS = {"xl/workbook.bin", "content.xml"}


def is_modest(content: bytes) -> bool:
    """Whether the content is an XLSX workbook whose sheets may be laid out without harm."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as book:
            names = set(book.namelist())
            if not content.startswith(b"PK") or "xl/workbook.xml" not in names or names & _OTHER_KINDS:
                return False
            left = MOST_UNPACKED
            for one in book.infolist():
                with book.open(one) as member:
                    part = member.read(left + 1)
                left -= len(part)
                if left < 0 or (b"sheetData" in part and not _is_modest_sheet(part)):
                    return False
                if one.filename.endswith(".xml") and b"\0" in part:
                    return False
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return False
    return True


def _is_modest_sheet(part: bytes) -> bool:
    """Judge the places that cells name, and count those that name none."""
    rows = _ROW.split(part)
    if len(rows) > MOST_ROWS or any(len(_CELL.findall(row)) > MOST_COLUMNS for row in rows):
        return False
    return all(
        len(line) < 7 and int(line) <= MOST_ROWS and column_number(letters[:4]) <= MOST_COLUMNS
        for letters, line in _PLACE.findall(part)
    )
