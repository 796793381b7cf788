"""A unit's own models: what it was told, what it answered, and the sheet in which it brings its cases."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from motcua.initiatives import case_sheet, queries, services
from motcua.initiatives.models import Initiative
from motcua.initiatives.queries import OpenModel
from motcua.initiatives.replicating import ANSWERERS, WORKERS
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.initiatives.states import LIVE
from motcua.kernel.quarters import Quarter
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import takes_part
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.board.replication.forms import SheetForm
from motcua.surfaces.board.replication.views.matrix import XLSX


@require_safe
@reform_page()
def adoption_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List the models of the officer's unit with the figure of the quarter, and what else could be taken up."""
    today = timezone.localdate()
    quarter, unit = Quarter.counted_on(today), _own(officer)
    models = queries.models_of([unit.pk], on=today)
    figures = {
        cell.initiative_id: cell
        for cell in queries.matrix(None, [unit.pk], quarter).cells
    }  # fmt: skip
    known = {one.initiative.pk for one in models}
    context = {
        "unit": unit,
        "quarter": quarter,
        "rows": [
            (one, queries.counting(one.initiative).short_vi, figures.get(one.initiative.pk)) for one in models
        ],
        "offered": Initiative.objects.filter(state__in=sorted(LIVE))
        .exclude(pk__in=known)
        .order_by("-year", "pk"),
        "may_answer": officer.has(*ANSWERERS),
        "may_enter": officer.has(*WORKERS),
        "reminders": queries.reminders([unit.pk], quarter)[:1],
    }
    return render(request, "board/replication/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@reform_page(*WORKERS)
def case_import(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Take in a sheet of cases: all of its rows, or none, with every broken row named."""
    unit = _own(officer)
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if request.method == "POST":
        made = form.attempt(
            lambda: services.import_cases(
                content=form.cleaned_data["file"].read(),
                unit_id=unit.pk,
                key=form.cleaned_data["key"],
                by=officer,
                at=timezone.now(),
            )
        )
        if made:
            told = ngettext("Đã ghi %(count)d dòng.", "Đã ghi %(count)d dòng.", len(made)) % {
                "count": len(made)
            }
            messages.success(request, told)
            return redirect("board:adoption_list")
    context = {"unit": unit, "form": form, "broken": getattr(form.refusal, "rows", [])}
    return render(request, "board/replication/import.html", context, status=422 if form.errors else 200)


@require_safe
@reform_page(*WORKERS)
def case_template(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Send the empty sheet, with the models that the unit does."""
    unit = _own(officer)
    disposition = content_disposition_header(as_attachment=True, filename=f"luot-phuc-vu_{unit.code}.xlsx")
    content = case_sheet.template(_done_by(unit))
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition or ""})


def _done_by(unit: Unit) -> list[Initiative]:
    told = queries.models_of([unit.pk], on=timezone.localdate())
    made_here = Initiative.objects.filter(unit=unit, state__in=sorted(LIVE)).order_by("pk")
    found = {one.initiative.pk: one.initiative for one in told if _adopts(one)}
    return list((found | {one.pk: one for one in made_here}).values())


def _adopts(one: OpenModel) -> bool:
    return one.adoption is not None and one.adoption.state == AdoptionState.ADOPTED


def _own(officer: Officer) -> Unit:
    """
    Raises:
        NotAllowed: the officer has no part in the work of offices.
    """
    if not takes_part(officer):
        raise NotAllowed(_("Trang này dành cho công chức của đơn vị."))
    return Unit.objects.get(pk=officer.unit_id)
