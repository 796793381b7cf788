"""Who may look at the board, at which unit, in which period."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.organisation import access
from motcua.organisation import queries as organisation
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role
from motcua.statistics import queries
from motcua.statistics.periods import Period
from motcua.surfaces.board import calendar_words

P = ParamSpec("P")
YEARS = range(1900, 2200)  # beyond, days before and after may not exist
READERS = Role.COMMUNE_LEADER, Role.HOME_AFFAIRS_OFFICER, Role.ONE_STOP_HEAD


@dataclass(frozen=True)
class Seat:
    """From where the board is looked at: by whom, at which unit, in which period, at which moment."""

    officer: Officer
    own: Unit
    unit: Unit
    period: Period
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def unit_ids(self) -> frozenset[int]:
        """The unit and all below it in the period."""
        return queries.units_of(self.unit, self.period, self.now)

    @cached_property
    def unit_ids_today(self) -> frozenset[int]:
        """The unit and all below it today."""
        return self.unit_ids_on(self.today)

    def unit_ids_on(self, day: date) -> frozenset[int]:
        """The unit and all below it on a day."""
        return queries.units_of(self.unit, Period(day, day), self.now)


def board_page(
    view: Callable[Concatenate[HttpRequest, Seat, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give the view its seat; whoever may not look reads why, in a sentence."""

    @wraps(view)
    def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, _seat(request), *args, **kwargs)
        except Refusal as refusal:
            status = 403 if isinstance(refusal, NotAllowed) else 400
            return render(request, "board/refused.html", {"sentence": str(refusal)}, status=status)

    return login_required(inner)


def _seat(request: HttpRequest) -> Seat:
    """
    Raises:
        NotAllowed: no post, no such role, or the unit is not the officer's own or below it.
        Refusal: there is no such unit or period.
    """
    assert isinstance(request.user, Account)
    now = timezone.localtime()
    officer = access.officer(request.user, on=now.date())
    access.require(officer, *READERS)
    own = Unit.objects.get(pk=officer.unit_id)
    code = request.GET.get("don-vi", "")
    unit = organisation.unit(code) if code and code != own.code else own
    period = _period(request, now.date())
    seat = Seat(officer, own, unit, period, now)
    if unit != own and not _is_below(unit, own, period, now):
        raise NotAllowed(
            _("%(unit)s không thuộc %(own)s. Chỉ xem được số liệu của đơn vị mình và cấp dưới.")
            % {"unit": unit.name, "own": own.name_in_sentence}
        )
    return seat


def _is_below(unit: Unit, own: Unit, period: Period, now: datetime) -> bool:
    """Below it today, or in the period that is asked for: units change in time."""
    today = Period(now.date(), now.date())
    return any(unit.pk in queries.units_of(own, one, now) for one in (today, period))


def _period(request: HttpRequest, today: date) -> Period:
    """``ky`` names a week, month, quarter or year; ``tu`` and ``den`` give the days; else the present week."""
    named, first, last = (request.GET.get(name, "") for name in ("ky", "tu", "den"))
    period: Period | None
    if first or last:
        period = _days(first, last)
    else:
        period = calendar_words.read(named) if named else calendar_words.around(today)["week"]
    if period is None or not {period.first.year, period.last.year} <= {*YEARS}:
        raise Refusal(
            _("Không đọc được kỳ “%(named)s”. Ghi như 2026-W47, 2026-11, 2026-Q4 hoặc 2026.")
            % {"named": named or f"{first} – {last}"}
        )
    return period


def _days(first: str, last: str) -> Period | None:
    try:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None
    return period if period.first <= period.last else None
