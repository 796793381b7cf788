"""Finding a procedure and reading what it asks for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.catalogue import queries
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.time_limits import limit_for
from motcua.kernel.refusals import Refusal
from motcua.surfaces.components.day_strips import day_strip
from motcua.surfaces.portal import sheets
from motcua.surfaces.portal.counting import explain_now
from motcua.surfaces.portal.doors import door
from motcua.surfaces.portal.offer import by_field, offers
from motcua.surfaces.portal.opening import opening
from motcua.surfaces.portal.pages import home, home_calendar, show
from motcua.surfaces.portal.promises import limit_words, promise_words

MOST = 12  # hits on one page: who finds nothing among twelve asks again in other words


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question in everyday words with procedures, best first."""
    asked = request.GET.get("q", "").strip()[:200]
    hits = queries.search(asked, on=timezone.localdate(), limit=MOST) if asked else []
    template = "portal/_hits.html" if request.htmx else "portal/search.html"  # type: ignore[attr-defined]
    return show(request, template, {"asked": asked, "hits": hits})


@require_safe
def all_procedures(request: HttpRequest) -> HttpResponse:
    """All procedures in force, by field of work; ``viec`` narrows them to one event of life."""
    today = timezone.localdate()
    found = offers(today)
    chosen = door(request.GET.get("viec", ""), today)
    if chosen:
        order = {slug: place for place, slug in enumerate(chosen.procedures)}
        found = sorted((o for o in found if o.slug in order), key=lambda offer: order[offer.slug])
    context = {"door": chosen, "found": found, "groups": [] if chosen else by_field(found)}
    return show(request, "portal/procedures.html", context)


@require_safe
def procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """The sheet of one procedure, with the day counted for a dossier handed in now."""
    now = timezone.localtime()
    try:
        version = queries.in_force(slug, now.date())
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    definition = version.definition
    case_id = _case(request, definition)
    unit = home()
    calendar = home_calendar(unit, now.date())
    limit = limit_for(definition, channel="direct", case=case_id)
    explanation = explain_now(definition, calendar, now, case_id=case_id)
    day = promise_words(explanation.due, now) if explanation else limit_words(limit)
    day_small = _("nếu nộp bây giờ") if explanation else ""
    context = {
        "version": version,
        "definition": definition,
        "case_id": case_id,
        "limit": limit,
        "explanation": explanation,
        "days": day_strip(explanation) if explanation else [],
        "facts": sheets.facts(definition, unit, day=day, day_small=day_small),
        "to_bring": sheets.to_bring(definition),
        "to_bring_sometimes": sheets.to_bring_sometimes(definition),
        "looked_up": sheets.looked_up(definition),
        "ways": sheets.ways(definition, unit, open_words=opening(calendar, now).words),
        "steps": sheets.steps(definition),
        "day": day,
        "case_choices": [(case.id, case.name_vi) for case in definition.cases],
    }
    return show(request, "portal/procedure.html", context)


def _case(request: HttpRequest, definition: ProcedureDefinition) -> str | None:
    """The case that was chosen, if the procedure knows it."""
    chosen = request.GET.get("truong-hop")
    return chosen if chosen in {case.id for case in definition.cases} else None
