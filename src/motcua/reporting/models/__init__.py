from motcua.reporting.models.obligation import Obligation
from motcua.reporting.models.reminder import ReportReminder
from motcua.reporting.models.report import Report
from motcua.reporting.models.version import Correction, ReportVersion

__all__ = ["Correction", "Obligation", "Report", "ReportReminder", "ReportVersion"]
