"""The forms of periodic reports, each with the function that fills it from the records."""

from collections.abc import Callable
from datetime import datetime

from motcua.reporting.forms import initiative_register, late_reasons, models_report, table_06a
from motcua.reporting.forms.scope import Scope, Window, scope_of
from motcua.reporting.forms.summing import added_up, subordinates
from motcua.reporting.models import Report
from motcua.reporting.sheets import Column, Sheet
from motcua.reporting.states import Form

__all__ = ["COLUMNS", "Scope", "Window", "fill_form", "scope_of", "subordinates"]

Filler = Callable[[Scope], Sheet]
FILLERS: dict[str, Filler] = {
    Form.MODELS: models_report.fill,
    Form.REPORT_06A: table_06a.fill,
    Form.INITIATIVES: initiative_register.fill,
    Form.LATE_REASONS: late_reasons.fill,
}
COLUMNS: dict[str, list[Column]] = {
    Form.MODELS: models_report.COLUMNS,
    Form.REPORT_06A: table_06a.COLUMNS,
    Form.INITIATIVES: initiative_register.COLUMNS,
    Form.LATE_REASONS: late_reasons.COLUMNS,
}


def fill_form(report: Report, *, at: datetime) -> Sheet:
    """Fill the form of a report: a collector adds up what came in, others count their own records.

    Nothing after the day of ``at`` or after the cut-off counts.
    """
    if report.consolidated:
        return added_up(report, COLUMNS[report.form])
    return FILLERS[report.form](
        scope_of(report.unit, report.reporting_period, Window(report.data_from, report.data_to), at=at)
    )
