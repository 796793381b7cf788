"""Table 06a as a workbook, laid out like the official form."""

from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext_lazy as _

from motcua.kernel.vietnamese import day
from motcua.kernel.workbook import FONT, OPTIONS, RULED, fit_row
from motcua.statistics.queries.report_06a import Report06a
from motcua.statistics.report_06a import Line
from motcua.statistics.report_06a_paper import notes

FORMATS: dict[str, dict[str, Any]] = {
    "text": FONT,
    "title": FONT | {"bold": True, "align": "center", "font_size": 13},
    "centred": FONT | {"align": "center"},
    "head": RULED | {"bold": True, "align": "center", "text_wrap": True},
    "cell": RULED,
    "figure": RULED | {"num_format": "#,##0"},
    "total": RULED | {"bold": True, "num_format": "#,##0"},
}

GROUPS = (
    (2, 5, _("Số hồ sơ tiếp nhận")),
    (6, 9, _("Số hồ sơ đã giải quyết")),
    (10, 12, _("Số hồ sơ đang giải quyết")),
)
HEADS = (
    ("(1)", _("TT"), ""),
    ("(2)", _("Lĩnh vực giải quyết"), ""),
    ("(3)", _("Tổng số"), "received_total"),
    ("(4)", _("Trong kỳ: trực tuyến"), "received_online"),
    ("(5)", _("Trong kỳ: trực tiếp, bưu chính"), "received_other"),
    ("(6)", _("Từ kỳ trước"), "carried_over"),
    ("(7)", _("Tổng số"), "settled_total"),
    ("(8)", _("Trước hạn"), "settled_early"),
    ("(9)", _("Đúng hạn"), "settled_on_time"),
    ("(10)", _("Quá hạn"), "settled_late"),
    ("(11)", _("Tổng số"), "pending_total"),
    ("(12)", _("Trong hạn"), "pending_in_time"),
    ("(13)", _("Quá hạn"), "pending_overdue"),
)
COLUMNS = [key for _number, _name, key in HEADS if key]
LAST = len(HEADS) - 1
FIRST_LINE = 7
FIGURE_WIDTH = 11


def as_xlsx(report: Report06a) -> bytes:
    """Return the table as an XLSX file."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS | {"constant_memory": True}) as workbook:
        formats = {name: workbook.add_format(look) for name, look in FORMATS.items()}
        sheet = workbook.add_worksheet("II.06a")
        _set_page(sheet)
        _write_head(sheet, report, formats)
        for place, line in enumerate(report.fields):
            sheet.write_number(FIRST_LINE + place, 0, place + 1, formats["cell"])
            sheet.write_string(FIRST_LINE + place, 1, line.name, formats["cell"])
            sheet.write_row(FIRST_LINE + place, 2, _figures(line.line), formats["figure"])
        last = FIRST_LINE + len(report.fields)
        sheet.write_blank(last, 0, None, formats["total"])
        sheet.write_string(last, 1, str(_("Tổng số")), formats["total"])
        sheet.write_row(last, 2, _figures(report.total), formats["total"])
        for row, note in enumerate(notes(report), last + 2):
            sheet.write_string(row, 0, note, formats["text"])
    return file.getvalue()


def _set_page(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, LAST, FIGURE_WIDTH)


def _write_head(sheet: Any, report: Report06a, formats: dict[str, Any]) -> None:
    period = report.period
    days = {"name": period.name, "from": day(period.first), "to": day(period.last)}
    sheet.write_string(0, 0, str(_("Biểu số II.06a/VPCP/KSTT")), formats["text"])
    title = str(_("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"))
    sheet.merge_range(1, 0, 1, LAST, title, formats["title"])
    told = _("Kỳ báo cáo: %(name)s (từ ngày %(from)s đến ngày %(to)s)") % days
    sheet.merge_range(2, 0, 2, LAST, told, formats["centred"])
    sheet.write_string(3, 0, _("Đơn vị báo cáo: %(unit)s") % {"unit": report.unit.name}, formats["text"])
    sheet.write_row(4, 0, ["", ""], formats["head"])
    for first, last, name in GROUPS:
        sheet.merge_range(4, first, 4, last, str(name), formats["head"])
    fit_row(sheet, 5, [(str(name), FIGURE_WIDTH - 2) for _number, name, _key in HEADS[2:]])
    sheet.write_row(5, 0, [str(name) for _number, name, _key in HEADS], formats["head"])
    sheet.write_row(6, 0, [number for number, _name, _key in HEADS], formats["head"])


def _figures(line: Line) -> list[int]:
    return [getattr(line, key) for key in COLUMNS]
