"""A report as a PDF in the form of Nghị định 30/2020/NĐ-CP."""

from datetime import datetime

from django.utils import timezone

from motcua.documents.papers.render import render
from motcua.reporting.printing import content_of
from motcua.reporting.shown import Shown


def as_pdf(what: Shown, at: datetime) -> bytes:
    """Return the paper as it would be signed, without a signature."""
    return render("model_report", content_of(what, on=timezone.localdate(at)))
