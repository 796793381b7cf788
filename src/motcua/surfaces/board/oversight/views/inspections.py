"""Inspections to look at; a surprise plan only by its team."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from motcua.documents.services import render as to_pdf
from motcua.organisation.access import Officer
from motcua.organisation.sight import own_units
from motcua.oversight import queries
from motcua.oversight.access import inspection_verbs
from motcua.oversight.award_states import PROPOSERS
from motcua.oversight.models import InspectionMinutes
from motcua.surfaces.board.directives.papers import pdf_response
from motcua.surfaces.board.oversight.found import inspection_of, target_of
from motcua.surfaces.board.reform_gate import reform_page

MOST = 200


@require_safe
@reform_page()
def inspection_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Inspections that the officer may know of, newest first."""
    rows = queries.inspections(officer).prefetch_related("targets__unit")
    context = {
        "rows": rows[:MOST],
        "to_sign": queries.to_sign(officer),
        "may_plan": officer.has(*PROPOSERS) and bool(own_units(officer)),
    }
    return render(request, "board/oversight/inspections.html", context)


@require_safe
@reform_page()
def inspection(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """One inspection: plan, team, each office with its minutes and findings, conclusion."""
    found = inspection_of(officer, pk)
    targets = found.targets.select_related("unit", "minutes").prefetch_related("findings__directive")
    context = {
        "inspection": found,
        "team": found.team.select_related("account").order_by("seat", "pk"),
        "targets": targets.order_by("pk"),
        "verbs": inspection_verbs(officer, found),
        "to_give": len(queries.findings_to_give(found)),
        "history": queries.history(found)[::-1],
    }
    return render(request, "board/oversight/inspection.html", context)


PAPERS: dict[str, tuple[str, str]] = {
    "quyet-dinh": ("decision_paper", "quyet-dinh-kiem-tra.pdf"),
    "ket-luan": ("conclusion_paper", "thong-bao-ket-luan-kiem-tra.pdf"),
}


@require_safe
@reform_page()
def inspection_print(request: HttpRequest, officer: Officer, pk: int, which: str) -> HttpResponse:
    """The signed decision or conclusion; of a surprise that has not started only for those who know of it."""
    found = inspection_of(officer, pk)
    field, name = PAPERS.get(which, ("", ""))
    paper = getattr(found, field) if field else None
    if paper is None:
        raise Http404
    return pdf_response(to_pdf(paper), name)


@require_safe
@reform_page()
def inspection_paper(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The minutes of one office to print and sign."""
    target = target_of(officer, pk)
    inspection_of(officer, target.inspection_id)
    minutes = get_object_or_404(InspectionMinutes.objects.select_related("paper__pdf"), target=target)
    return pdf_response(to_pdf(minutes.paper), "bien-ban-kiem-tra.pdf")
