"""The consolidated report of a collector: the sum of the versions that stand, and the names of those missing."""

from django.utils.translation import gettext as _

from motcua.reporting.forms.models_report import footnotes
from motcua.reporting.models import Obligation, Report
from motcua.reporting.order import by_unit
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.sheets import Column, Part, Sheet, added, shared_by


def subordinates(collector_id: int, form: str, period: ReportingPeriod) -> list[Obligation]:
    """Who owes a collector a form for a period, by name."""
    rows = Obligation.objects.filter(collector=collector_id, form=form).select_related("unit", "collector")
    return by_unit(row for row in rows if row.holds_for(period))


def added_up(report: Report, columns: list[Column]) -> Sheet:
    """Add up what the units stand for. Text columns stay in the parts: words are not added."""
    period = report.reporting_period
    owed = subordinates(report.unit_id, report.form, period)
    parts, missing = [], []
    for duty in owed:
        part = _part(duty, period)
        if part is None:
            missing.append(duty.unit.name)
        else:
            parts.append(part)
    shown = [column for column in columns if not column.is_text]
    shared = shared_by(parts)
    return Sheet(
        columns=shown, rows=added(parts, shown), parts=parts, missing=missing, shared=shared,
        notes=[*_notes(len(owed), parts, missing), *footnotes(shared)],
    )  # fmt: skip


def _part(duty: Obligation, period: ReportingPeriod) -> Part | None:
    report = Report.objects.of(duty.form, period).filter(unit=duty.unit).first()
    version = report.standing if report else None
    if report is None or version is None:
        return None
    return Part(
        unit_id=duty.unit_id, unit_code=duty.unit.code, unit_name=duty.unit.name, report_id=report.pk,
        version=version.number, on_time=bool(report.on_time), rows=version.reported_rows,
        corrected=len(version.corrected), shared=version.sheet.shared,
    )  # fmt: skip


def _notes(expected: int, parts: list[Part], missing: list[str]) -> list[str]:
    on_time = sum(part.on_time for part in parts)
    words = {"expected": expected, "sent": len(parts), "on_time": on_time}
    notes = [
        _("Phải gửi %(expected)d báo cáo, đã gộp %(sent)d báo cáo, trong đó %(on_time)d gửi đúng hạn.")
        % words
    ]
    corrected = [part.unit_name for part in parts if part.corrected]
    if corrected:
        notes.append(
            _("Có số liệu đơn vị đã điều chỉnh, lý do ghi trong báo cáo của: %(units)s.")
            % {"units": ", ".join(corrected)}
        )
    if missing:
        notes.append(_("Chưa có số liệu của: %(units)s.") % {"units": ", ".join(missing)})
    return notes
