"""The register of dossiers (mẫu 07), by day or by month, on the screen and as a PDF."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.documents.papers.render import render as to_pdf
from motcua.dossiers.queries import register as form_07
from motcua.organisation.access import Officer
from motcua.surfaces.desk import work_register
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_readings import note_reading
from motcua.surfaces.desk.work_register import Span


@require_safe
@reader_page
def register(request: HttpRequest, officer: Officer) -> HttpResponse:
    """The lines of a day or a month, and the money taken."""
    today = timezone.localdate()
    span = Span.read(request.GET, today=today)
    lines = work_register.lines(officer.unit_id, span)
    if lines:
        note_reading(officer, _("Sổ theo dõi hồ sơ %(span)s") % {"span": span.words}, count=len(lines))
    money = work_register.money(officer.unit_id, span)
    context = {
        "span": span,
        "before": span.beside(-1),
        "following": span.beside(1) if span.last < today else None,
        "lines": lines,
        "most": work_register.MOST,
        "money": money,
        "taken_vnd": sum(part.sum_vnd for part in money),
        "this_month": f"{span.first:%m/%Y}",
    }
    return render(request, "desk/register/register.html", context)


@require_safe
@reader_page
def register_pdf(request: HttpRequest, officer: Officer) -> HttpResponse:
    """All lines of the span as form 07."""
    span = Span.read(request.GET, today=timezone.localdate())
    content = form_07(officer.unit_id, span.first, span.last)
    if content.lines:
        what = _("Bản in sổ theo dõi hồ sơ %(span)s") % {"span": span.words}
        note_reading(officer, what, count=len(content.lines))
    response = HttpResponse(to_pdf("form_07", content), content_type="application/pdf")
    name = f"so-theo-doi-{span.first:%Y-%m-%d}" if span.is_day else f"so-theo-doi-{span.first:%Y-%m}"
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
