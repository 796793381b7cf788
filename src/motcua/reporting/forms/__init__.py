"""The forms of periodic reports: what each of them is, and how it is filled from the records."""

from datetime import datetime

from motcua.reporting.forms import initiative_register, late_reasons, models_report, table_06a
from motcua.reporting.forms.kind import FormKind
from motcua.reporting.forms.scope import Scope, Window, scope_of
from motcua.reporting.forms.summing import added_up, subordinates
from motcua.reporting.models import Report
from motcua.reporting.sheets import Sheet
from motcua.reporting.states import Form

__all__ = ["KINDS", "FormKind", "Scope", "Window", "fill_form", "scope_of", "subordinates"]

KINDS: dict[str, FormKind] = {
    Form.MODELS: models_report.KIND,
    Form.REPORT_06A: table_06a.KIND,
    Form.INITIATIVES: initiative_register.KIND,
    Form.LATE_REASONS: late_reasons.KIND,
}


def fill_form(report: Report, *, at: datetime) -> Sheet:
    """Fill the form of a report: a collector adds up what came in, others count their own records.

    Nothing after the day of ``at`` or after the cut-off counts.
    """
    if report.consolidated:
        return added_up(report, KINDS[report.form].columns)
    return KINDS[report.form].fill(
        scope_of(report.unit, report.reporting_period, Window(report.data_from, report.data_to), at=at)
    )
