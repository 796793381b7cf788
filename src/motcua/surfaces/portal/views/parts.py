"""All parts on one page, for the eye and for the tests; not in daily use."""

from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from motcua.calendars.national import national_calendar
from motcua.calendars.working_time import TimeLimit, WorkingCalendar
from motcua.catalogue.eforms import RenderSection, fields_for_render, initial
from motcua.catalogue.queries import in_force
from motcua.kernel.refusals import Refusal
from motcua.surfaces.components.day_strips import day_strip
from motcua.surfaces.components.due_chips import DueChip, due_chip
from motcua.surfaces.portal.pages import show


def parts(request: HttpRequest) -> HttpResponse:
    """Show every part once, with days around 23/11/2026, before a holiday."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    now = timezone.make_aware(datetime(2026, 11, 23, 9, 41))
    calendar = national_calendar()
    context = {
        "chips": _chips(calendar, now),
        "days": day_strip(
            calendar.explain(timezone.make_aware(datetime(2026, 11, 20, 9, 12)), TimeLimit.parse("3wd"))
        ),
        "long_days": day_strip(calendar.explain(now, TimeLimit.parse("20wd"))),
    }
    context["sections"] = [*_sections("birth_registration", now), *_sections("certified_copy", now)]
    return show(request, "components/parts.html", context)


def _sections(slug: str, now: datetime) -> list[RenderSection]:
    """The e-form of a procedure, untouched; none where the catalogue is not loaded."""
    try:
        definition = in_force(slug, now.date()).definition
    except Refusal:
        return []
    return fields_for_render(definition, initial(definition), {}, on=now.date(), spare_rows=2)


def _chips(calendar: WorkingCalendar, now: datetime) -> list[DueChip]:
    late, today, soon, later = (timezone.make_aware(datetime(2026, 11, day, 17)) for day in (18, 23, 25, 26))
    return [
        due_chip(due_at=late, state_kind="running", now=now, calendar=calendar),
        due_chip(due_at=today, state_kind="running", now=now, calendar=calendar),
        due_chip(due_at=soon, state_kind="running", now=now, calendar=calendar),
        due_chip(due_at=later, state_kind="running", now=now, calendar=calendar),
        due_chip(due_at=None, state_kind="supplement", now=now, calendar=calendar),
        due_chip(due_at=soon, state_kind="finished", now=now, calendar=calendar, finished_at=now),
    ]
