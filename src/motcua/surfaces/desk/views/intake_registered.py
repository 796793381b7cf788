"""A dossier that came by post or online: look at it, then take it in, ask for what is missing, or refuse."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.catalogue import eforms
from motcua.catalogue.papers import checklist
from motcua.dossiers import services
from motcua.dossiers.access import visible_to
from motcua.dossiers.clock import catalogue_channel
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.papers import CopyKind
from motcua.dossiers.states import State
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.desk.forms import intake_decisions
from motcua.surfaces.desk.forms.intake import DO, Typed, text, typed_from, whole
from motcua.surfaces.desk.intake_faults import faults
from motcua.surfaces.desk.intake_registered import arrived, present_summary
from motcua.surfaces.desk.intake_sheet import Trouble
from motcua.surfaces.desk.work_access import reader_page


@require_http_methods(["GET", "HEAD", "POST"])
@reader_page
def accept_registered(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The registered dossier with its checklist, and the three decisions."""
    rows = (
        visible_to(officer)
        .select_related("version__procedure", "unit", "applicant")
        .defer("version__content")
    )
    dossier = get_object_or_404(rows, pk=pk)
    now, trouble = timezone.localtime(), Trouble()
    typed = typed_from(request.POST)
    if request.method == "POST" and _decided(request.POST.get(DO, ""), dossier, typed, officer, now, trouble):
        return redirect("desk:intake_done", dossier.pk)
    if dossier.state != State.REGISTERED:
        return redirect("desk:intake_done", dossier.pk)
    shown = _context(dossier, typed, officer, now, trouble)
    return render(request, "desk/intake/registered.html", shown, status=422 if trouble else 200)


def _decided(
    order: str, dossier: Dossier, typed: Typed, officer: Officer, now: datetime, trouble: Trouble
) -> bool:
    if order in ("supplement", "refusal"):
        typed["decision.open"] = order
        return False
    act = _ACTS.get(order)
    if act is None:
        typed.pop("decision.open", None)
        return False
    try:
        return act(dossier, typed, officer, now, trouble)
    except services.MissingPapers as refusal:
        trouble.missing = [component.id for component in refusal.missing]
        trouble.errors["papers"] = str(refusal)
    except Refusal as refusal:
        place = intake_decisions.PLACES.get(refusal.field or "")
        if place:
            trouble.errors[place] = str(refusal)
        else:
            trouble.sentence = str(refusal)
    return False


def _accept(dossier: Dossier, typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> bool:
    services.accept_registered(
        dossier_id=dossier.pk, by=officer, at=now, revision=whole(typed, "revision"),
        limit_days=whole(typed, "frame.limit_days"), limit_reason=text(typed, "frame.limit_reason"),
    )  # fmt: skip
    return True


def _ask(dossier: Dossier, typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> bool:
    items, respond_by, errors = intake_decisions.supplements(typed)
    trouble.errors |= errors
    if errors:
        return False
    services.ask_supplement(
        dossier_id=dossier.pk,
        items=items,
        respond_by=respond_by,
        by=officer,
        at=now,
        revision=whole(typed, "revision"),
    )
    return True


def _refuse(dossier: Dossier, typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> bool:
    reason, ground = intake_decisions.refusal(typed)
    services.refuse(
        dossier_id=dossier.pk,
        reason=reason,
        legal_ground=ground,
        by=officer,
        at=now,
        revision=whole(typed, "revision"),
    )
    return True


_ACTS: dict[str, Callable[[Dossier, Typed, Officer, datetime, Trouble], bool]] = {
    "accept": _accept,
    "ask": _ask,
    "refuse": _refuse,
}


def _context(
    dossier: Dossier, typed: Typed, officer: Officer, now: datetime, trouble: Trouble
) -> dict[str, Any]:
    definition, on = dossier.version.definition, now.date()
    listed = checklist(
        definition,
        dossier.answers,
        on=on,
        channel=catalogue_channel(dossier.channel),
        case=dossier.procedure_case,
    )
    lines = arrived(dossier, listed, missing=set(trouble.missing))
    return {
        "dossier": dossier,
        "definition": definition,
        "answers": eforms.to_display(definition, dossier.answers, on=on),
        "lines": lines,
        "all_papers": lines,
        "ask_lines": intake_decisions.ask_lines(typed, lines),
        "copy_kinds": CopyKind.choices,
        "value": lambda name, default="": text(typed, name) or default,
        "typed": typed,
        "errors": trouble.errors,
        "faults": faults(trouble.errors, definition),
        "sentence": trouble.sentence,
        "decision": text(typed, "decision.open"),
        "sum": present_summary(dossier, typed, officer, now),
    }
