from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.kernel.refusals import Incomplete, Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.reporting.acting import take
from motcua.reporting.inputs import Comment
from motcua.reporting.models import Correction, ReportVersion
from motcua.reporting.rules import require_reason
from motcua.reporting.sheets import Column, Row

MOST = 1_000_000_000


class WrongFigure(Refusal):
    """There is no such figure, it follows from others, or the value is no count."""


@transaction.atomic
def comment(
    *, report_id: int, comment: Comment, by: Officer, at: datetime, revision: int | None = None
) -> ReportVersion:
    """Say what figures cannot say: difficulties, proposals, a remark to a row (nhận xét)."""
    version = take("comment", report_id=report_id, by=by, revision=revision)
    known = {row.id for row in version.sheet.rows}
    version.remarks = {
        row_id: clean(text) for row_id, text in comment.remarks if row_id in known and clean(text)
    }
    version.difficulties = comment.difficulties.strip()
    version.proposals = comment.proposals.strip()
    version.save(update_fields=["remarks", "difficulties", "proposals"])
    record(version, "comment", by=by, at=at)
    return version


@transaction.atomic
def correct(
    *, report_id: int, row_id: str, column_id: str, value: int | None, reason: str, by: Officer, at: datetime,
    revision: int | None = None,
) -> Correction:  # fmt: skip
    """Correct a figure (điều chỉnh số liệu): the counted one stays, the corrected one stands beside it.

    Args:
        value: None takes the counted figure back, also with a reason.
    Raises:
        Incomplete: no reason.
        WrongFigure: no such figure, a figure that follows from others, or below nothing.
        Frozen, WrongState, NotAllowed, ChangedMeanwhile: as their sentences say.
    """
    version = take("correct", report_id=report_id, by=by, revision=revision)
    row, column = _figure(version, row_id, column_id)
    counted = row.figures.get(column.id, 0)
    value = counted if value is None else value
    if not 0 <= value <= MOST:
        raise WrongFigure(_("Số điều chỉnh phải là số nguyên từ 0 trở lên."), field="value")
    correction = Correction.objects.create(
        version=version, row_id=row.id, column_id=column.id, counted=counted, value=value,
        reason=require_reason(reason), corrected_at=at, corrected_by_id=by.account_id,
    )  # fmt: skip
    record(
        version, "correct", by=by, at=at, row=row.id, column=column.id, counted=counted, value=value,
        reason=correction.reason,
    )  # fmt: skip
    return correction


def _figure(version: ReportVersion, row_id: str, column_id: str) -> tuple[Row, Column]:
    sheet = version.sheet
    row, column = sheet.row(row_id), sheet.column(column_id)
    if row is None or column is None or column.is_text:
        raise WrongFigure(_("Biểu không có ô số liệu này."), field="value")
    if column.fixed:
        raise WrongFigure(
            _("Cột “%(column)s” tính từ các cột khác. Hãy điều chỉnh số gốc.") % {"column": column.name},
            field="value",
        )
    return row, column


def require_said(version: ReportVersion) -> None:
    """Refuse to sign a table with nothing in it and nobody saying why."""
    if not version.sheet.rows and not (version.difficulties or version.proposals):
        raise Incomplete(
            _("Biểu chưa có dòng nào. Ghi nhận xét vì sao không có số liệu rồi mới ký."), field="difficulties"
        )
