"""What every page may show: the unit, the officer, the time, the waiting work."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from motcua.kernel.refusals import Refusal
from motcua.organisation import access, sight
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.queries import home_unit, unit_with_id
from motcua.process import parties
from motcua.surfaces.components import sent_once
from motcua.surfaces.components.navigation import Counts


def context(request: HttpRequest) -> dict[str, Any]:
    """Each part is worked out only when a template asks for it, and once."""
    now = timezone.localtime()
    officer = SimpleLazyObject(lambda: _officer(request, now))
    return {
        **sent_once.context(request),
        "now": now,
        "home": SimpleLazyObject(_home),
        "officer": officer,
        "own_unit": SimpleLazyObject(lambda: _own_unit(_officer(request, now))),
        "reads_dossiers": SimpleLazyObject(lambda: bool(officer) and officer.has(*parties.READERS)),
        "takes_part": SimpleLazyObject(lambda: _takes_part(_officer(request, now))),
        "counts": SimpleLazyObject(lambda: Counts(_officer(request, now), now)),
    }


def _takes_part(officer: Officer | None) -> bool:
    return officer is not None and sight.takes_part(officer)


def _own_unit(officer: Officer | None) -> Unit | None:
    """The officer's unit: pages of the desk bear its name, whichever unit the machine serves."""
    return unit_with_id(officer.unit_id) if officer else _home()


def _home() -> Unit | None:
    try:
        return home_unit()
    except Refusal:
        return None


def _officer(request: HttpRequest, now: datetime) -> Officer | None:
    known: Officer | None = getattr(request, "officer", None)
    if known is not None:
        return known
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    try:
        return access.officer(user, on=now.date())
    except Refusal:
        return None
