from collections.abc import Callable
from datetime import datetime
from functools import partial
from hashlib import sha256

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.initiatives import case_sheet
from motcua.initiatives.case_sheet import SheetRow, WrongCell
from motcua.initiatives.models import Initiative, ModelCase
from motcua.initiatives.services.enter_case import enter_case
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer


class BrokenRow(msgspec.Struct, frozen=True):
    """A row that cannot be taken in: its number in the sheet, and every reason."""

    number: int
    sentences: list[str]

    @property
    def sentence(self) -> str:
        return " ".join(self.sentences)


class BrokenRows(Refusal):
    """Some rows cannot be taken in, so none was; ``rows`` lists every one of them."""

    def __init__(self, rows: list[BrokenRow]) -> None:
        words = {"count": len(rows), "places": sum(len(row.sentences) for row in rows)}
        told = (
            _("Bảng tính có %(count)d dòng cần sửa. Chưa dòng nào được ghi.")
            if words["places"] == words["count"]
            else _("Bảng tính có %(count)d dòng cần sửa, %(places)d chỗ. Chưa dòng nào được ghi.")
        )
        super().__init__(told % words, field="file")
        self.rows = rows


@transaction.atomic
def import_cases(
    *, content: bytes, unit_id: int, by: Officer, at: datetime, key: str = ""
) -> list[ModelCase]:
    """Enter the cases of a spreadsheet (see ``case_sheet``): all of its rows, or none.

    Args:
        key: of the form; the same sheet sent again on the same form gives the same cases.
    Raises:
        NoSheet: it cannot be read at all.
        BrokenRows: with the number and the sentences of every row that is wrong.
    """
    entered, broken = [], []
    sheet = sha256(key.encode() + content).hexdigest() if key else ""
    for row in case_sheet.read(content):
        faults = _misread(row)
        try:
            with transaction.atomic():
                if not faults:
                    entered.append(_enter(row, unit_id=unit_id, by=by, at=at, key=_row_key(sheet, row)))
        except Refusal as refusal:
            faults = [str(refusal)]
        if faults:
            broken.append(BrokenRow(row.number, faults))
    if broken:
        raise BrokenRows(broken)
    return entered


def _misread(row: SheetRow) -> list[str]:
    """What cannot be read in a row, each cell's sentence; what can be read is judged when it is entered."""
    faults = []
    if row.valueless:
        steps: tuple[Callable[[], object], ...] = (row.require_values,)
    else:
        steps = (partial(_model, row), row.read_day, row.read_quantity, row.require_short)
    for step in steps:
        try:
            step()
        except WrongCell as fault:
            faults.append(str(fault))
    return faults


def _model(row: SheetRow) -> Initiative:
    """The model of a row, its code in capitals or not."""
    if not row.model:
        raise WrongCell(_("Chưa ghi mã mô hình. Ô gộp thì tách ra, ghi mã vào từng dòng."))
    initiative = Initiative.objects.filter(code=row.model.upper()).first()
    if initiative is None:
        raise WrongCell(
            _("Không có mô hình mang mã “%(code)s”. Xem mã ở trang thứ hai của mẫu.") % {"code": row.model}
        )
    return initiative


def _row_key(sheet: str, row: SheetRow) -> str:
    """By what a case of this row is known again."""
    return f"{sheet[:24]}-{row.number}" if sheet else ""


def _enter(row: SheetRow, *, unit_id: int, by: Officer, at: datetime, key: str) -> ModelCase:
    return enter_case(
        initiative_id=_model(row).pk,
        unit_id=unit_id,
        on=row.read_day(),
        note=row.note,
        quantity=row.read_quantity(),
        target_group=row.target_group,
        dossier_code=row.dossier_code,
        key=key,
        by=by,
        at=at,
    )
