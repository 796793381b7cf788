"""The rows of a spreadsheet (XLSX, XLS, ODS) or CSV file, under the headings that the office gave them."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import python_calamine
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import search_form

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
HIGHEST_HEADING = 15  # titles and national mottos stand above the headings


class Row(msgspec.Struct, frozen=True):
    """One row of the file: its number as the spreadsheet shows it, its cells by meaning."""

    number: int
    cells: dict[str, Any]


class Sheet(msgspec.Struct, frozen=True):
    """The rows under the headings, and the headings that mean nothing to us."""

    rows: list[Row]
    ignored: list[str]


def read(file: Path, *, meaning: Callable[[str], str | None], required: str) -> Sheet:
    """Read the first sheet of a file.

    Args:
        meaning: what a heading (already in search form) stands for, None if nothing.
        required: the meaning without which a row of cells is not the headings.
    Raises:
        Refusal: the file cannot be read, or no row of it has the required heading.
    """
    table = list(_cells(file))
    for index, cells in enumerate(table[:HIGHEST_HEADING]):
        headings = [meaning(search_form(str(cell))) for cell in cells]
        if required in headings:
            ignored = [str(cell) for cell, known in zip(cells, headings, strict=True) if cell and not known]
            return Sheet(list(_rows(table[index + 1 :], headings, first=index + 2)), ignored)
    raise Refusal(
        _("Tệp %(file)s không có dòng tiêu đề với cột “Họ và tên”. Thêm dòng tiêu đề rồi nhập lại.")
        % {"file": file.name}
    )


def _rows(table: Iterable[Sequence[Any]], headings: list[str | None], *, first: int) -> Iterator[Row]:
    for number, cells in enumerate(table, first):
        known = {
            heading: cell.strip() if isinstance(cell, str) else cell
            for heading, cell in zip(headings, cells, strict=False)
            if heading
        }
        if any(cell not in ("", None) for cell in known.values()):
            yield Row(number, known)


def _cells(file: Path) -> Iterator[Sequence[Any]]:
    if not file.is_file():
        raise Refusal(_("Không có tệp %(file)s.") % {"file": file})
    if file.suffix.lower() in SPREADSHEETS:
        yield from _of_spreadsheet(file)
    else:
        yield from _of_csv(file)


def _of_spreadsheet(file: Path) -> list[list[Any]]:
    try:
        with python_calamine.CalamineWorkbook.from_path(file) as book:
            rows: list[list[Any]] = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
            return rows
    except (python_calamine.CalamineError, OSError) as failure:
        raise Refusal(
            _("Tệp %(file)s không đọc được như bảng tính. Mở bằng Excel, lưu lại dạng .xlsx rồi nhập.")
            % {"file": file.name}
        ) from failure


def _of_csv(file: Path) -> list[list[str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as failure:
        raise Refusal(
            _("Tệp %(file)s không phải mã UTF-8. Trong Excel, lưu dạng “CSV UTF-8” hoặc .xlsx.")
            % {"file": file.name}
        ) from failure
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    return list(csv.reader(text.splitlines(), delimiter=separator))
