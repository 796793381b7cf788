from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer
from motcua.reporting.access import require_writer
from motcua.reporting.acting import Frozen, take
from motcua.reporting.forms import Window, fill_form, subordinates
from motcua.reporting.models import Correction, Obligation, Report, ReportVersion
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.rules import TooEarly, require_owed
from motcua.reporting.sheets import Sheet, as_json
from motcua.reporting.states import State


@transaction.atomic
def open_report(*, obligation_id: int, period: str, by: Officer, at: datetime) -> Report:
    """Open the report of a period with its figures filled in (mở báo cáo); one that is open is returned as it is.

    A unit to which others report adds theirs up; every other unit counts its own records.

    Raises:
        WrongPeriod, NotObliged, UnitNotThere: no such period, or nobody owes a report for it.
        TooEarly: the period has not begun.
        NotAllowed: the officer does not write reports for the unit.
    """
    rows = Obligation.objects.select_for_update(of=("self",)).select_related("unit", "collector")
    obligation = rows.get(pk=obligation_id)
    require_writer(by, obligation.unit)
    chosen = ReportingPeriod.parse(period)
    require_owed(obligation, chosen)
    found = Report.objects.filter(unit=obligation.unit, form=obligation.form, period=chosen.key).first()
    if found is not None:
        return found
    window = window_of(obligation, chosen)
    require_begun(chosen, window.first, at=at)
    report = Report.objects.create(
        obligation=obligation, unit=obligation.unit, form=obligation.form, period=chosen.key,
        data_from=window.first, data_to=window.last, due_on=chosen.due_on(obligation.due_day), opened_at=at,
        consolidated=bool(subordinates(obligation.unit_id, obligation.form, chosen)),
        opened_by_id=by.account_id,
    )  # fmt: skip
    begin(report, fill_form(report, at=at), by=by, at=at)
    return report


def window_of(obligation: Obligation, period: ReportingPeriod) -> Window:
    """The days whose figures the report of a period holds."""
    return Window(period.data_from(obligation.cut_off_day), period.data_to(obligation.cut_off_day))


def require_begun(period: ReportingPeriod, first: date, *, at: datetime) -> None:
    if timezone.localdate(at) < first:
        words = {"period": period.name, "day": day(first)}
        raise TooEarly(_("%(period)s bắt đầu ngày %(day)s, chưa có số liệu.") % words, field="period")


def begin(report: Report, sheet: Sheet, *, by: Officer, at: datetime) -> ReportVersion:
    """Write the first version of a report."""
    version = ReportVersion.objects.create(
        report=report, number=1, state=State.DRAFT, figures=as_json(sheet), filled_at=at,
        filled_by_id=by.account_id,
    )  # fmt: skip
    record(version, "open", by=by, at=at)
    return version


@transaction.atomic
def fill(*, report_id: int, by: Officer, at: datetime, revision: int | None = None) -> ReportVersion:
    """Count the figures of a first version again (đếm lại), as the records are now; corrections stay.

    A later version keeps the frozen figures of the first: what has changed since is corrected with a reason. Only a
    consolidated report is added up anew in every version: what it adds up is frozen in the reports of the units.

    Raises:
        Frozen: it was sent, or a version before it was.
        NotAllowed, WrongState, ChangedMeanwhile: as their sentences say.
    """
    version = take("fill", report_id=report_id, by=by, revision=revision)
    if version.number > 1 and not version.report.consolidated:
        raise Frozen(
            _(
                "Số liệu %(period)s đã khóa từ lần gửi đầu, không đếm lại. Số nào sai thì điều chỉnh, ghi lý do."
            )
            % {"period": version.report.reporting_period.name}
        )
    count_anew(version, by=by, at=at)
    record(version, "fill", by=by, at=at)
    return version


def count_anew(version: ReportVersion, *, by: Officer, at: datetime) -> None:
    """Put the figures of now into a draft; what was corrected about a sum that is another one now falls away."""
    sheet = fill_form(version.report, at=at)
    version.figures = as_json(sheet)
    version.filled_at, version.filled_by_id = at, by.account_id
    version.save(update_fields=["figures", "filled_at", "filled_by"])
    if version.report.consolidated:
        Correction.objects.bulk_create(_taken_back(version, sheet, by=by, at=at))


def _taken_back(version: ReportVersion, sheet: Sheet, *, by: Officer, at: datetime) -> Iterator[Correction]:
    newest = {(one.row_id, one.column_id): one for one in version.corrections.order_by("pk")}
    for (row_id, column_id), one in newest.items():
        row = sheet.row(row_id)
        now = row.figures.get(column_id, 0) if row else 0
        if one.counted != now and one.value != one.counted:
            reason = _("Tổng hợp lại: số cộng đổi từ %(before)d thành %(now)d.")
            yield Correction(
                version=version, row_id=row_id, column_id=column_id, counted=now, value=now,
                reason=reason % {"before": one.counted, "now": now}, corrected_at=at,
                corrected_by_id=by.account_id,
            )  # fmt: skip
