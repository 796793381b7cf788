"""The spreadsheet in which a unit writes its cases: the empty form, and reading it back row by row."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import msgspec
import python_calamine
import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.initiatives.models import Initiative
from motcua.initiatives.sheet_formulas import valueless
from motcua.initiatives.sheet_size import is_modest
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean, search_form

HEADS = (
    gettext_lazy("Mã mô hình"),
    gettext_lazy("Ngày"),
    gettext_lazy("Ghi chú"),
    gettext_lazy("Số lượt"),
    gettext_lazy("Nhóm đối tượng"),
    gettext_lazy("Mã hồ sơ (nếu có)"),
)
WIDTHS = 16, 12, 60, 10, 22, 24
MOST_BYTES, MOST_ROWS = 5_000_000, 5_000
LONGEST_NOTE, LONGEST_GROUP = 300, 60  # letters, as on the form of one case
FIRST_ROW = 2  # as people number the rows of a sheet


class NoSheet(Refusal):
    """What came is no spreadsheet of cases."""


class WrongCell(Refusal):
    """A cell cannot be read."""


class SheetRow(msgspec.Struct, frozen=True):
    """A row as it was written; ``number`` as the spreadsheet shows it."""

    number: int
    model: str
    on: Any
    note: str
    quantity: Any
    target_group: str
    dossier_code: str
    valueless: tuple[str, ...] = ()

    def require_values(self) -> None:
        """Refuse cells that look filled in but hold nothing that can be read; ``valueless`` names them."""
        if self.valueless:
            raise WrongCell(
                _("Ô %(cells)s là công thức không có kết quả. Ghi thẳng giá trị vào ô.")
                % {"cells": ", ".join(self.valueless)}
            )

    def read_day(self) -> date:
        """The day, from a cell of days or from words like 05/09/2021."""
        if isinstance(self.on, datetime):
            return self.on.date()
        if isinstance(self.on, date):
            return self.on
        text = _as_seen(self.on)
        for form in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S"):
            try:
                return datetime.strptime(text, form).date()
            except ValueError:
                continue
        if not text:
            raise WrongCell(_("Chưa ghi ngày. Ghi như 05/09/2021."))
        raise WrongCell(_("Không đọc được ngày “%(text)s”. Ghi như 05/09/2021.") % {"text": text})

    def require_short(self) -> None:
        """Refuse what is longer than a case can keep: nothing written is cut off unseen."""
        if len(self.note) > LONGEST_NOTE:
            raise WrongCell(_("Ghi chú dài quá %(most)d chữ. Xin viết ngắn lại.") % {"most": LONGEST_NOTE})
        if len(self.target_group) > LONGEST_GROUP:
            raise WrongCell(
                _("Nhóm đối tượng dài quá %(most)d chữ. Xin viết ngắn lại.") % {"most": LONGEST_GROUP}
            )

    def read_quantity(self) -> int:
        """The number of cases; a blank cell is one."""
        if self.quantity in ("", None):
            return 1
        try:
            number = float(str(self.quantity).replace(",", "."))
        except ValueError:
            number = 0.5
        if not number.is_integer():  # nor is infinity
            words = {"text": _as_seen(self.quantity)}
            raise WrongCell(_("Số lượt “%(text)s” không phải số nguyên. Ví dụ: 1") % words)
        return int(number)


def _as_seen(cell: Any) -> str:
    """A cell as the sheet shows it: a whole number without a fraction."""
    return clean(f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell))


def template(models: Iterable[Initiative]) -> bytes:
    """Return an empty form as XLSX, with the models of the unit on a second sheet."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet(_("Lượt phục vụ"))
        for column, (name, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width, day if column == 1 else None)
            sheet.write_string(0, column, str(name), head)
        sheet.freeze_panes(1, 0)
        names = book.add_worksheet(_("Mã các mô hình"))
        names.set_column(0, 0, 16)
        names.set_column(1, 1, 100)
        names.write_row(0, 0, [_("Mã mô hình"), _("Tên mô hình")], head)
        for row, model in enumerate(models, 1):
            names.write_row(row, 0, [model.code, model.title])
    return file.getvalue()


def read(content: bytes) -> list[SheetRow]:
    """Return the rows of the first sheet under its heads, blank ones left out.

    Raises:
        NoSheet: it is no spreadsheet, not this form, empty, or too long.
    """
    if len(content) > MOST_BYTES:
        raise NoSheet(_("Tệp quá lớn. Chia thành các tệp dưới 5 MB."), field="file")
    if not is_modest(content):
        raise NoSheet(
            _("Không đọc được tệp này: không phải tệp .xlsx, hoặc có ô ở quá xa bảng. Tệp .xls, .ods hay .csv "
              "thì mở ra, chọn “Lưu thành” với kiểu .xlsx. Hoặc tải mẫu Excel, điền vào rồi gửi lại."),
            field="file",
        )  # fmt: skip
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        lines = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        holes = valueless(content)
    except Exception as fault:
        raise NoSheet(
            _("Không đọc được tệp này. Hãy tải mẫu Excel, điền vào rồi gửi lại."), field="file"
        ) from fault
    found = [search_form(str(cell)) for cell in (lines[0] if lines else [])]
    if found[:4] != [search_form(str(name)) for name in HEADS[:4]]:
        raise NoSheet(
            _("Dòng đầu của bảng phải là: %(heads)s. Bảng ở trang đầu của tệp, không có dòng tựa ở trên.")
            % {"heads": ", ".join(map(str, HEADS))},
            field="file",
        )
    rows = list(_rows(lines[1:], holes))
    if not rows:
        raise NoSheet(_("Bảng tính chưa có dòng nào."), field="file")
    if len(rows) > MOST_ROWS:
        raise NoSheet(
            _("Bảng tính có hơn %(most)d dòng. Chia thành nhiều tệp.") % {"most": MOST_ROWS}, field="file"
        )
    return rows


def _rows(lines: Iterable[list[Any]], holes: set[tuple[int, int]]) -> Iterator[SheetRow]:
    for number, line in enumerate(lines, FIRST_ROW):
        cells = [*line, *[""] * len(HEADS)][: len(HEADS)]
        broken = tuple(
            f"{letter}{number}" for column, letter in enumerate("ABCDEF", 1) if (number, column) in holes
        )
        if not (broken or any(clean(str(cell)) for cell in cells)):
            continue
        model, on, note, quantity, group, dossier = cells
        yield SheetRow(
            number=number,
            model=clean(str(model)),
            on=on,
            note=clean(str(note)),
            quantity=quantity,
            target_group=clean(str(group)),
            dossier_code=clean(str(dossier)),
            valueless=broken,
        )
