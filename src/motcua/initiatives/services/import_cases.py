from datetime import datetime

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
    """A row that cannot be taken in: its number in the sheet, and why."""

    number: int
    sentence: str


class BrokenRows(Refusal):
    """Some rows cannot be taken in, so none was; ``rows`` lists every one of them."""

    def __init__(self, rows: list[BrokenRow]) -> None:
        super().__init__(
            _("Bảng tính có %(count)d dòng cần sửa. Chưa dòng nào được ghi.") % {"count": len(rows)},
            field="file",
        )
        self.rows = rows


@transaction.atomic
def import_cases(*, content: bytes, unit_id: int, by: Officer, at: datetime) -> list[ModelCase]:
    """Enter the cases of a spreadsheet (see ``case_sheet``): all of its rows, or none.

    Raises:
        NoSheet: it cannot be read at all.
        BrokenRows: with the number and the sentence of every row that is wrong.
    """
    entered, broken = [], []
    for row in case_sheet.read(content):
        try:
            with transaction.atomic():
                entered.append(_enter(row, unit_id=unit_id, by=by, at=at))
        except Refusal as refusal:
            broken.append(BrokenRow(row.number, str(refusal)))
    if broken:
        raise BrokenRows(broken)
    return entered


def _enter(row: SheetRow, *, unit_id: int, by: Officer, at: datetime) -> ModelCase:
    initiative = Initiative.objects.filter(code=row.model).first() if row.model else None
    if initiative is None:
        raise WrongCell(
            _("Không có mô hình mang mã “%(code)s”. Xem mã ở trang thứ hai của mẫu.") % {"code": row.model}
        )
    return enter_case(
        initiative_id=initiative.pk,
        unit_id=unit_id,
        on=row.read_day(),
        note=row.note,
        quantity=row.read_quantity(),
        target_group=row.target_group,
        dossier_code=row.dossier_code,
        by=by,
        at=at,
    )
