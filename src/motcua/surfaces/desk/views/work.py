"""The officer's day: how much, what is due, what comes next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.calendars.queries import calendar_for
from motcua.dossiers.queries import counts
from motcua.organisation.access import Officer
from motcua.surfaces.desk import work_home, work_mine
from motcua.surfaces.desk.gate import officer_page
from motcua.surfaces.desk.reform_panel import reform_lines
from motcua.surfaces.desk.work_headline import closed_soon, headline
from motcua.surfaces.desk.work_parts import answer, is_part


@require_safe
@officer_page
def home(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Today's work, grouped by the promised day; ``chon`` narrows it to one's own, ``linh-vuc`` to a field."""
    now = timezone.localtime()
    scope = work_home.scope_of(request.GET.get("chon", ""), officer)
    field = request.GET.get("linh-vuc", "")
    context: dict[str, Any] = {
        "scope": scope,
        "field": field,
        "fields": work_home.fields_of(officer),
        "shown": work_home.shown(officer, scope=scope, field=field, now=now),
    }
    if not is_part(request):
        known, mine = counts(officer, now), work_mine.my_dossiers(officer).count()
        reform = reform_lines(officer, now=now)
        context |= {
            "headline": headline(
                name=officer.name,
                count=work_mine.work_count(officer, known, mine),
                now=now,
                reform=sum(line.due for line in reform),
                ahead=bool(reform),
            ),
            "reform": reform,
            "closed_soon": closed_soon(calendar_for(officer.unit_id, now.date()), now.date()),
            "strip": work_home.strip(known, mine=mine, scope=scope),
            "signatures": known.waiting_signature,
        }
    return answer(request, page="desk/today/home.html", part="desk/today/_work.html", context=context)
