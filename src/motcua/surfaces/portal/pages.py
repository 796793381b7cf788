"""What every page of the portal carries: menu, opening hours, how to reach the office."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import WorkingCalendar
from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Unit
from motcua.organisation.queries import full_name, home_unit
from motcua.surfaces.portal.opening import opening, week


def show(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Answer with a page in the portal's frame."""
    return render(request, template, {**frame(request), **(context or {})}, status=status)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The menu, the unit and its hours."""
    now = timezone.localtime()
    unit = home()
    calendar = home_calendar(unit, now.date())
    return {
        "menu": _menu(request.path),
        "home": unit,
        "home_full_name": full_name(unit, on=now.date()) if unit else "",
        "opening": opening(calendar, now),
        "week": week(calendar, now.date()),
    }


def home() -> Unit | None:
    """The unit of this installation, None before one is chosen."""
    try:
        return home_unit()
    except Refusal:
        return None


def home_calendar(unit: Unit | None, around: date) -> WorkingCalendar:
    """The working calendar that this installation promises by."""
    return calendar_for(unit.pk if unit else None, around)


def _menu(path: str) -> list[dict[str, Any]]:
    procedures, follow = reverse("portal:procedures"), reverse("portal:follow")
    return [
        {"label": _("Thủ tục"), "href": procedures, "current": path.startswith((procedures, "/tim/"))},
        {"label": _("Theo dõi hồ sơ"), "href": follow, "current": path.startswith(follow)},
        {"label": _("Liên hệ"), "href": "#lien-he", "current": False},
        {"label": _("Dành cho cán bộ"), "href": reverse("portal:sign_in"), "current": False},
    ]
