"""Looking a procedure up at the counter, and starting an intake from it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.catalogue import queries
from motcua.catalogue.models import ProcedureVersion
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.surfaces.desk import work_sheet
from motcua.surfaces.desk.gate import officer_page
from motcua.surfaces.desk.work_parts import answer

MOST = 20


@require_safe
@officer_page
def procedures(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Find a procedure by everyday words or its code; without a question, all of them by field."""
    asked = request.GET.get("q", "").strip()[:200]
    today = timezone.localdate()
    hits = queries.search(asked, on=today, limit=MOST) if asked else []
    context = {"asked": asked, "hits": hits, "groups": [] if asked else _by_field(today)}
    return answer(
        request,
        page="desk/procedures/list.html",
        part="desk/procedures/_found.html",
        context=context,
    )


@require_safe
@officer_page
def procedure(request: HttpRequest, officer: Officer, slug: str) -> HttpResponse:
    """The sheet of the version in force today."""
    today = timezone.localdate()
    try:
        version = queries.in_force(slug, today)
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    unit = Unit.objects.filter(pk=officer.unit_id).first()
    context = {
        "version": version,
        "definition": version.definition,
        "sheet": work_sheet.sheet(version, unit=unit, on=today),
        "portal_address": work_sheet.portal_address(slug),
        "portal_qr": work_sheet.portal_qr(slug),
    }
    return render(request, "desk/procedures/sheet.html", context)


def _by_field(today: date) -> list[tuple[str, list[ProcedureVersion]]]:
    groups: dict[str, list[ProcedureVersion]] = {}
    for version in queries.procedures_in_force(today):
        groups.setdefault(version.procedure.field.name_vi, []).append(version)
    return list(groups.items())
