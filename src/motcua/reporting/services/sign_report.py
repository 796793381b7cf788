from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.models import BookKind
from motcua.documents.services import issue_signed, next_in_book
from motcua.identity.acts import record
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.reporting.acting import take
from motcua.reporting.forms import fill_form
from motcua.reporting.models import ReportVersion
from motcua.reporting.printing import content_of
from motcua.reporting.rules import TooEarly
from motcua.reporting.services.open_report import fill
from motcua.reporting.services.write_report import require_said
from motcua.reporting.sheets import as_json
from motcua.reporting.shown import shown
from motcua.reporting.states import State


class CountedOtherwise(Refusal):
    """The records have changed since the figures were counted; nobody signs what no longer holds."""


@transaction.atomic
def sign(*, report_id: int, by: Officer, at: datetime, revision: int | None = None) -> ReportVersion:
    """Sign a report (ký báo cáo): a number from the unit's book and the decree-30 paper, in one act.

    Raises:
        TooEarly: the last month of the period has not begun.
        Incomplete: an empty table and no word about it.
        CountedOtherwise: the records have changed since the figures were counted.
        NotAllowed, WrongState, Frozen, ChangedMeanwhile: as their sentences say.
    """
    version = take("sign", report_id=report_id, by=by, revision=revision)
    report, on = version.report, timezone.localdate(at)
    if on < report.signed_from:
        words = {"period": report.reporting_period.name, "day": day(report.signed_from)}
        raise TooEarly(_("%(period)s còn đang chạy. Ký báo cáo từ ngày %(day)s.") % words)
    require_said(version)
    if version.number == 1 or report.consolidated:
        _count_to_the_last(version, at=at)
    line = next_in_book(unit_id=report.unit_id, kind=BookKind.OUTGOING, on=on)
    version.number_text = f"{line.seq:02}/{_symbol(report.unit)}"
    version.paper = issue_signed(
        kind="model_report", unit_id=report.unit_id, subject=report.stream,
        data=content_of(shown(version), signer=by, on=on), by=by, at=at,
    )  # fmt: skip
    version.state, version.signed_at, version.signed_by_id = State.SIGNED, at, by.account_id
    version.save(update_fields=["number_text", "paper", "state", "signed_at", "signed_by"])
    record(version, "sign", by=by, at=at, number=version.number_text)
    return version


def _count_to_the_last(version: ReportVersion, *, at: datetime) -> None:
    """Count once more up to the signature; the same figures are kept with their newer day, others are refused."""
    sheet = fill_form(version.report, at=at)
    if [(row.id, row.figures) for row in sheet.rows] != [(row.id, row.figures) for row in version.sheet.rows]:
        if version.report.consolidated:
            raise CountedOtherwise(_("Có báo cáo của đơn vị vừa tới hoặc vừa thay. Hãy tổng hợp lại rồi ký."))
        raise CountedOtherwise(
            _("Từ lúc đếm đến nay hồ sơ, lượt ghi đã thay đổi. Hãy bấm “Đếm lại”, xem số liệu rồi ký.")
        )
    version.figures, version.filled_at = as_json(sheet), at
    version.save(update_fields=["figures", "filled_at"])


def _symbol(unit: Unit) -> str:
    """``BC-UBND``; an office signs with the first letters of its name: ``BC-PNV``."""
    if unit.level != Level.DIVISION:
        return "BC-UBND"
    return "BC-" + "".join(word[0].upper() for word in unit.name.split())


@transaction.atomic
def reopen(*, report_id: int, by: Officer, at: datetime, revision: int | None = None) -> ReportVersion:
    """Take a signed report back before it is sent (rút về để sửa); its number stays used."""
    version = take("reopen", report_id=report_id, by=by, revision=revision)
    version.state, version.paper, version.signed_at, version.signed_by = State.DRAFT, None, None, None
    number, version.number_text = version.number_text, ""
    version.save(update_fields=["state", "paper", "signed_at", "signed_by", "number_text"])
    record(version, "reopen", by=by, at=at, number=number)
    return version


@transaction.atomic
def add_up_again(*, report_id: int, by: Officer, at: datetime, revision: int | None = None) -> ReportVersion:
    """Take a signed sum back and add up what stands now (rút về, tổng hợp lại), in one act: it is signed anew."""
    reopen(report_id=report_id, by=by, at=at, revision=revision)
    return fill(report_id=report_id, by=by, at=at)
