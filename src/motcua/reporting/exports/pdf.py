"""A report as a PDF in the form of Nghị định 30/2020/NĐ-CP."""

from datetime import datetime

from django.utils import timezone

from motcua.documents.papers.render import render
from motcua.documents.services import render as render_paper
from motcua.reporting.printing import content_of
from motcua.reporting.shown import Shown


def as_pdf(what: Shown, at: datetime) -> bytes:
    """Return the paper that was signed, or what there would be to sign."""
    if what.paper is not None:
        return render_paper(what.paper)
    return render("model_report", content_of(what, on=timezone.localdate(at)))
