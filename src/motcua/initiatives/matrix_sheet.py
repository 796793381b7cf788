"""The matrix of models by units as a workbook."""

from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from motcua.initiatives.queries.matrix import Cell, Matrix
from motcua.initiatives.replication_kinds import CellState
from motcua.kernel.vietnamese import day
from motcua.organisation.models import Unit

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False}
FONT = {"font_name": "Times New Roman", "font_size": 11}
RULED = FONT | {"border": 1, "valign": "vcenter"}
HEAD, FIRST = 4, 5  # rows


def as_xlsx(matrix: Matrix, unit: Unit) -> bytes:
    """Return the matrix as an XLSX file; the figures stay numbers, so that they can be added up."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        sheet = book.add_worksheet(str(matrix.quarter))
        looks = {
            "title": book.add_format(FONT | {"bold": True, "font_size": 13}),
            "text": book.add_format(FONT),
            "head": book.add_format(RULED | {"bold": True, "align": "center", "text_wrap": True}),
            "must": book.add_format(
                RULED | {"bold": True, "align": "center", "text_wrap": True, "top": 5, "top_color": "#E2A321"}
            ),
            "name": book.add_format(RULED),
            "cell": book.add_format(RULED | {"align": "center", "num_format": "#,##0"}),
            "sum": book.add_format(RULED | {"bold": True, "align": "center", "num_format": "#,##0"}),
        }
        _write_head(sheet, matrix, unit, looks)
        for row, line in enumerate(matrix.lines, FIRST):
            sheet.write_string(row, 0, line.unit.name, looks["name"])
            for column, cell in enumerate(line.cells, 1):
                _write_cell(sheet, row, column, cell, looks["cell"])
            sheet.write_number(row, len(line.cells) + 1, line.busy, looks["cell"])
        _write_sums(sheet, matrix, FIRST + len(matrix.lines), looks)
    return file.getvalue()


def _write_head(sheet: Any, matrix: Matrix, unit: Unit, looks: dict[str, Any]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, len(matrix.columns) + 1, 14)
    sheet.freeze_panes(FIRST, 1)
    period = matrix.quarter
    title = _("Nhân rộng mô hình, %(quarter)s") % {"quarter": period.name_in_sentence}
    sheet.write_string(0, 0, title, looks["title"])
    sheet.write_string(1, 0, unit.name, looks["text"])
    words = {"first": day(period.counts_from), "last": day(period.counts_to)}
    told = _("Số lượt phục vụ từ %(first)s đến %(last)s. Viền vàng: mô hình bắt buộc.") % words
    sheet.write_string(2, 0, told, looks["text"])
    legend = _(
        "mới: đã nhận làm, chưa tới kỳ báo cáo. im: chưa trả lời hoặc chưa có lượt nào trong quý. "
        "không: chưa làm được, có lý do."
    )
    sheet.write_string(3, 0, legend, looks["text"])
    sheet.write_string(HEAD, 0, _("Đơn vị"), looks["head"])
    for number, column in enumerate(matrix.columns, 1):
        look = looks["must" if column.mandatory else "head"]
        sheet.write_string(HEAD, number, column.short_name, look)
        sheet.write_comment(HEAD, number, column.initiative.title)
    sheet.write_string(HEAD, len(matrix.columns) + 1, _("Đang làm"), looks["head"])


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    words = {CellState.NEW: _("mới"), CellState.SILENT: _("im"), CellState.DECLINED: _("không")}
    if cell.state == CellState.RUNNING:
        sheet.write_number(row, column, cell.cases, look)
    else:
        sheet.write_string(row, column, words.get(cell.state, ""), look)


def _write_sums(sheet: Any, matrix: Matrix, row: int, looks: dict[str, Any]) -> None:
    sheet.write_string(row, 0, _("Đơn vị đang chạy"), looks["sum"])
    sheet.write_string(row + 1, 0, _("Lượt phục vụ"), looks["sum"])
    for number, column in enumerate(matrix.columns, 1):
        sheet.write_number(row, number, column.running, looks["sum"])
        sheet.write_number(row + 1, number, column.cases, looks["sum"])
    sheet.write_blank(row, len(matrix.columns) + 1, None, looks["sum"])
    sheet.write_number(row + 1, len(matrix.columns) + 1, matrix.cases, looks["sum"])
    if matrix.total.is_less:
        sheet.write_string(row + 2, 0, matrix.total.footnote, looks["text"])
