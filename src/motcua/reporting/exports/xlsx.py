"""A report as a workbook: the table, each unit's figures, corrections, and the records behind every figure."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.vietnamese import day, moment
from motcua.kernel.workbook import FONT, OPTIONS, RULED, fit_row
from motcua.reporting.printing import about, corrections_of
from motcua.reporting.sheets import Column, Row, totals
from motcua.reporting.shown import Shown

LOOKS: dict[str, dict[str, Any]] = {
    "text": FONT,
    "title": FONT | {"bold": True, "align": "center", "font_size": 13, "text_wrap": True},
    "centred": FONT | {"align": "center"},
    "head": RULED | {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EEF4"},
    "cell": RULED | {"text_wrap": True},
    "count": RULED | {"align": "center"},
    "figure": RULED | {"num_format": "#,##0", "align": "right", "indent": 1},
    "total": RULED | {"bold": True, "num_format": "#,##0", "align": "right", "indent": 1},
    "sum": RULED | {"bold": True},
}
FIRST_LINE = 6
NAME_WIDTH, TEXT_WIDTH, FIGURE_WIDTH, UNIT_WIDTH, CODE_WIDTH = 52, 24, 13, 26, 34


def as_xlsx(what: Shown, at: datetime) -> bytes:
    """Return the report as an XLSX file."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS | {"in_memory": True}) as book:
        book.set_properties({"title": about(what), "author": what.unit.agency_name})
        book.set_calc_mode("auto")
        looks = {name: book.add_format(look) for name, look in LOOKS.items()}
        _report(book.add_worksheet(str(_("Báo cáo"))), what, looks, at)
        if what.sheet.parts:
            _parts(book.add_worksheet(str(_("Từng đơn vị"))), what, looks)
        if corrections_of(what):
            _corrections(book.add_worksheet(str(_("Điều chỉnh"))), what, looks)
        if any(row.records for row in what.sheet.rows):
            _records(book.add_worksheet(str(_("Hồ sơ, lượt ghi"))), what, looks)
    return file.getvalue()


def _report(sheet: Any, what: Shown, looks: dict[str, Any], at: datetime) -> None:
    columns = what.columns
    last = len(columns) + 2
    _set_page(sheet, columns)
    sheet.write_string(0, 0, what.unit.agency_name, looks["text"])
    if what.number:
        sheet.write_string(1, 0, _("Số: %(number)s") % {"number": what.number}, looks["text"])
    title = _("BÁO CÁO %(about)s") % {"about": about(what)}
    sheet.merge_range(2, 0, 2, last, title, looks["title"])
    days = {"first": day(what.first), "last": day(what.last), "due": day(what.due_on)}
    told = _("Số liệu từ ngày %(first)s đến hết ngày %(last)s. Hạn gửi: ngày %(due)s.") % days
    sheet.merge_range(3, 0, 3, last, told, looks["centred"])
    heads = [_("TT"), str(what.kind.row_title), *(column.name for column in columns), _("Ghi chú")]
    _heads(sheet, FIRST_LINE - 1, heads, looks)
    for place, row in enumerate(what.rows):
        line, remark = FIRST_LINE + place, what.remark(row.id)
        _line(sheet, line, place + 1, row, columns, looks)
        sheet.write_string(line, last, remark, looks["cell"])
        words = [(text, TEXT_WIDTH) for text in (*row.words.values(), remark)]
        fit_row(sheet, line, [(row.name, NAME_WIDTH), *words])
    after = FIRST_LINE + len(what.rows)
    _total(sheet, after, totals(columns, what.rows, what.sheet.shared), columns, looks)
    notes = [*what.sheet.notes, *_said(what), _sent(what, at)]
    for place, note in enumerate(notes, after + 2):
        sheet.write_string(place, 0, note, looks["text"])
    sheet.freeze_panes(FIRST_LINE, 2)


def _line(sheet: Any, line: int, number: int, row: Row, columns: list[Column], looks: dict[str, Any]) -> None:
    sheet.write_number(line, 0, number, looks["count"])
    sheet.write_string(line, 1, row.name, looks["cell"])
    for place, column in enumerate(columns, 2):
        if column.is_text:
            sheet.write_string(line, place, row.words.get(column.id, ""), looks["cell"])
        else:
            sheet.write_number(line, place, row.figures.get(column.id, 0), looks["figure"])


def _total(
    sheet: Any, line: int, figures: dict[str, int], columns: list[Column], looks: dict[str, Any]
) -> None:
    sheet.write_blank(line, 0, None, looks["total"])
    sheet.write_string(line, 1, str(_("Tổng số")), looks["sum"])
    for place, column in enumerate(columns, 2):
        if column.id in figures:
            sheet.write_number(line, place, figures[column.id], looks["total"])
        else:
            sheet.write_blank(line, place, None, looks["total"])
    sheet.write_blank(line, len(columns) + 2, None, looks["total"])


def _parts(sheet: Any, what: Shown, looks: dict[str, Any]) -> None:
    columns = [column for column in what.columns if not column.is_text]
    _landscape(sheet, head=0)
    _heads(
        sheet,
        0,
        [_("Đơn vị"), str(what.kind.row_title), *(column.name for column in columns), _("Gửi")],
        looks,
    )
    line = 1
    for part in what.sheet.parts:
        for row in part.rows:
            sheet.write_string(line, 0, part.unit_name, looks["cell"])
            sheet.write_string(line, 1, row.name, looks["cell"])
            for place, column in enumerate(columns, 2):
                sheet.write_number(line, place, row.figures.get(column.id, 0), looks["figure"])
            told = _("Đúng hạn") if part.on_time else _("Trễ hạn")
            sheet.write_string(line, len(columns) + 2, str(told), looks["cell"])
            fit_row(sheet, line, [(row.name, NAME_WIDTH), (part.unit_name, UNIT_WIDTH)])
            line += 1
    for name in what.sheet.missing:
        sheet.write_string(line, 0, name, looks["cell"])
        sheet.write_string(line, len(columns) + 2, str(_("Chưa gửi")), looks["cell"])
        line += 1
    sheet.set_column(0, 0, UNIT_WIDTH)
    sheet.set_column(1, 1, NAME_WIDTH)
    sheet.set_column(2, len(columns) + 2, FIGURE_WIDTH)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(line - 1, 1), len(columns) + 2)


def _corrections(sheet: Any, what: Shown, looks: dict[str, Any]) -> None:
    _landscape(sheet, head=0)
    _heads(sheet, 0, [str(what.kind.row_title), _("Số liệu"), _("Máy đếm"), _("Báo cáo"), _("Lý do")], looks)
    for line, one in enumerate(corrections_of(what), 1):
        sheet.write_string(line, 0, one.row, looks["cell"])
        sheet.write_string(line, 1, one.column, looks["cell"])
        sheet.write_number(line, 2, one.counted, looks["figure"])
        sheet.write_number(line, 3, one.value, looks["figure"])
        sheet.write_string(line, 4, one.reason, looks["cell"])
        fit_row(sheet, line, [(one.row, NAME_WIDTH), (one.column, TEXT_WIDTH), (one.reason, NAME_WIDTH)])
    sheet.set_column(0, 0, NAME_WIDTH)
    sheet.set_column(1, 1, TEXT_WIDTH)
    sheet.set_column(4, 4, NAME_WIDTH)


def _records(sheet: Any, what: Shown, looks: dict[str, Any]) -> None:
    _landscape(sheet, head=0)
    _heads(sheet, 0, [str(what.kind.row_title), _("Mã hồ sơ, lượt ghi")], looks)
    line = 1
    for row in what.sheet.rows:
        for code in row.records:
            sheet.write_string(line, 0, row.name, looks["cell"])
            sheet.write_string(line, 1, code, looks["cell"])
            fit_row(sheet, line, [(row.name, NAME_WIDTH), (code, CODE_WIDTH)])
            line += 1
    sheet.set_column(0, 0, NAME_WIDTH)
    sheet.set_column(1, 1, CODE_WIDTH)


def _heads(sheet: Any, line: int, heads: Iterable[str], looks: dict[str, Any]) -> None:
    words = [str(head) for head in heads]
    sheet.write_row(line, 0, words, looks["head"])
    fit_row(sheet, line, [(word, FIGURE_WIDTH - 2) for word in words[2:]])


def _landscape(sheet: Any, *, head: int) -> None:
    """On A4, as wide as the sheet, the heads again on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)


def _set_page(sheet: Any, columns: list[Column]) -> None:
    _landscape(sheet, head=FIRST_LINE - 1)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, NAME_WIDTH)
    for place, column in enumerate(columns, 2):
        sheet.set_column(place, place, TEXT_WIDTH if column.is_text else FIGURE_WIDTH)
    sheet.set_column(len(columns) + 2, len(columns) + 2, TEXT_WIDTH)


def _said(what: Shown) -> list[str]:
    said = []
    if what.difficulties:
        said.append(_("Khó khăn, vướng mắc: %(text)s") % {"text": what.difficulties})
    if what.proposals:
        said.append(_("Kiến nghị: %(text)s") % {"text": what.proposals})
    return said


def _sent(what: Shown, at: datetime) -> str:
    if what.sent_at is None:
        return _("Chưa gửi; lập lúc %(at)s.") % {"at": moment(timezone.localtime(at))}
    told = _("đúng hạn") if what.on_time else _("trễ hạn")
    return _("Gửi lần đầu lúc %(at)s, %(told)s.") % {
        "at": moment(timezone.localtime(what.sent_at)),
        "told": told,
    }
