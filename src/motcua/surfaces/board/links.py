"""Addresses of the board: every figure leads to the list of dossiers behind it."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from motcua.dossiers.models import Dossier
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.process import parties
from motcua.statistics.periods import Period
from motcua.surfaces.board import calendar_words

WAITING = "waiting"


def dossiers(
    figure: str,
    *,
    unit: Unit,
    period: Period,
    field: str = "",
    step: tuple[str, str] = ("", ""),
    units_on: date | None = None,
) -> str:
    """The list behind a figure: of a unit and those below it, in a period.

    Args:
        field: one field of work; "" for all.
        step: name and role of the step in which they wait, for the figure ``waiting``.
        units_on: the day whose units below count; without it, the last day of the period.
    """
    words = {
        "so-lieu": figure, "don-vi": unit.code, "tu": period.first.isoformat(), "den": period.last.isoformat(),
        "linh-vuc": field, "buoc": step[0], "vai-tro": step[1],
        "cap-duoi": units_on.isoformat() if units_on else "",
    }  # fmt: skip
    return f"{reverse('board:dossiers')}?{_query(words)}"


def page(name: str, *args: str, unit: Unit, period: Period | None = None, policy: str = "") -> str:
    """A page of the board for a unit and a period; without one, for the present week.

    Args:
        policy: where dossiers without a result stand in table 06a; "" for the usual place.
    """
    words = {"don-vi": unit.code, "ky": calendar_words.write(period) if period else "", "cach-xep": policy}
    return f"{reverse(f'board:{name}', args=args)}?{_query(words)}"


def one_dossier(dossier: Dossier, officer: Officer) -> str:
    """The page of a dossier at the desk; "" for those of other units, and for who does not work on dossiers."""
    opens = dossier.unit_id == officer.unit_id and officer.has(*parties.READERS)
    return reverse("desk:dossier", args=[dossier.pk]) if opens else ""


def one_day(day: date) -> Period:
    """A period of one day: for what stands now, today."""
    return Period(day, day)


def _query(words: dict[str, str]) -> str:
    return urlencode({name: value for name, value in words.items() if value})
