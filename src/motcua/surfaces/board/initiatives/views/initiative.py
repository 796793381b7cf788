"""The page of one initiative, and its papers and exhibits."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from motcua.documents.models import Paper
from motcua.documents.services import render as render_paper
from motcua.initiatives.models import Exhibit
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.papers import file_response, pdf_response
from motcua.surfaces.board.initiatives.found import initiative_of
from motcua.surfaces.board.initiatives.initiative_page import InitiativePage
from motcua.surfaces.board.reform_gate import reform_page


@require_safe
@reform_page()
def initiative(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    page = InitiativePage(initiative_of(officer, pk), officer)
    return render(request, "board/initiatives/initiative.html", {"page": page})


@require_safe
@reform_page()
def initiative_paper(request: HttpRequest, officer: Officer, pk: int, paper: str) -> HttpResponse:
    """The minutes (bien-ban), the decision (quyet-dinh) or the certificate (giay-chung-nhan)."""
    page = InitiativePage(initiative_of(officer, pk), officer)
    found = _papers(page).get(paper)
    if found is None:
        raise Http404
    return pdf_response(render_paper(found), f"{found}.pdf")


@require_safe
@reform_page()
def initiative_exhibit(request: HttpRequest, officer: Officer, pk: int, exhibit_pk: int) -> HttpResponse:
    """A file that shows what was done."""
    rows = Exhibit.objects.filter(initiative=initiative_of(officer, pk)).select_related("file")
    exhibit = get_object_or_404(rows, pk=exhibit_pk)
    return file_response(exhibit.file, exhibit.name)


def _papers(page: InitiativePage) -> dict[str, Paper | None]:
    """Those that the officer may read: minutes are for the units concerned and the council."""
    minutes = page.review.paper if page.review and page.sheet and page.sheet.may_read else None
    recognition = page.recognition
    return {
        "bien-ban": minutes,
        "quyet-dinh": recognition.decision if recognition else None,
        "giay-chung-nhan": recognition.certificate if recognition else None,
    }
