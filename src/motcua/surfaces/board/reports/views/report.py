"""One report on the screen and as files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.organisation.access import Officer
from motcua.reporting import exports
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.board.reports.forms import CommentForm, ReturnForm, VersionForm
from motcua.surfaces.board.reports.report_page import ReportPage, report_page


@require_safe
@reform_page()
def periodic_report(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Show the figures, what was said about them, and what can be done next."""
    page = report_page(officer, pk, now=timezone.localtime(), number=request.GET.get("lan", ""))
    return drawn(request, page)


def drawn(request: HttpRequest, page: ReportPage, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page, with the forms that came back, or fresh ones."""
    context = {
        "page": page,
        "comment_form": CommentForm(page.version, names=page.short_names),
        "return_form": ReturnForm(prefix="tra-lai"),
        "version_form": VersionForm(prefix="lan-moi", initial={"reason": page.reason_words}),
        "refusal": "",
        "kinds": exports.FORMATS,
        **forms,
    }
    return render(request, "board/reports/report.html", context, status=status)


@require_safe
@reform_page()
def periodic_file(request: HttpRequest, officer: Officer, pk: int, kind: str) -> HttpResponse:
    """Send a version for the word processor, the spreadsheet, or as a PDF."""
    if kind not in exports.FORMATS:
        raise Http404
    page = report_page(officer, pk, now=timezone.localtime(), number=request.GET.get("lan", ""))
    content = exports.file_of(page.version, kind, at=page.now)
    name = exports.file_name(page.what, kind)
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    return HttpResponse(
        content, content_type=exports.MEDIA[kind], headers={"Content-Disposition": disposition}
    )
