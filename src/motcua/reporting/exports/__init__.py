"""A report as a file: for the word processor, the spreadsheet, the archive."""

from collections.abc import Callable
from datetime import datetime

from motcua.reporting.exports.docx import as_docx
from motcua.reporting.exports.pdf import as_pdf
from motcua.reporting.exports.xlsx import as_xlsx
from motcua.reporting.models import ReportVersion
from motcua.reporting.shown import Shown, shown

__all__ = ["FORMATS", "MEDIA", "as_docx", "as_pdf", "as_xlsx", "file_name", "file_of"]

FORMATS: dict[str, Callable[[Shown, datetime], bytes]] = {"docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf}
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def file_of(version: ReportVersion, kind: str, *, at: datetime) -> bytes:
    """Return a version as a file; the PDF of a signed one is the very paper that was signed."""
    return FORMATS[kind](shown(version), at)


def file_name(what: Shown, kind: str) -> str:
    """``bao-cao-2021Q3-H-an-hiep.docx``."""
    return f"bao-cao-{what.period.key}-{what.unit.code}.{kind}"
