"""Lists: models and initiatives in sight, the yearly register, and what waits for the officer."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.initiatives import queries
from motcua.initiatives.kinds import Kind
from motcua.initiatives.queries import Filters
from motcua.initiatives.states import KEEPERS, PROPOSERS, State
from motcua.organisation.access import Officer
from motcua.organisation.sight import sees
from motcua.surfaces.board.initiatives.found import unit_of
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.components.jinja import query

ROWS_A_PAGE = 30
GROUPS = {"": "Tất cả", "cua-toi": "Của đơn vị tôi"}


@require_safe
@reform_page()
def initiative_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Initiatives in the officer's sight, narrowed by words, year, state and kind."""
    asked = {name: request.GET.get(name, "") for name in ("nhom", "tim", "nam", "trang-thai", "loai")}
    today = timezone.localdate()
    page = Paginator(queries.initiatives(officer, _filters(asked)), ROWS_A_PAGE).get_page(
        request.GET.get("trang")
    )
    context: dict[str, Any] = {
        "asked": asked,
        "chips": [
            (words, query(request, nhom=key, trang=""), key == asked["nhom"]) for key, words in GROUPS.items()
        ],
        "states": State.choices,
        "kinds": Kind.choices,
        "years": range(today.year, 2018, -1),
        "rows": list(page.object_list),
        "total": page.paginator.count,
        "before": query(request, trang=page.previous_page_number()) if page.has_previous() else "",
        "after": query(request, trang=page.next_page_number()) if page.has_next() else "",
        "waiting": queries.waiting_for(officer),
        "rounds": [one for one in queries.rounds_for(unit_of(officer), on=today) if one.closes_on >= today],
        "today": today,
        "may_register": officer.has(*PROPOSERS),
        "may_keep": officer.has(*KEEPERS),
    }
    return render(request, "board/initiatives/list.html", context)


@require_safe
@reform_page()
def initiative_register(request: HttpRequest, officer: Officer) -> HttpResponse:
    """The register of a year: of the own unit and of those below."""
    today = timezone.localdate()
    year = _year(request.GET.get("nam", "")) or today.year
    context = {
        "year": year,
        "years": range(today.year + 1, 2018, -1),
        "lines": queries.register(sees(officer), year),
        "unit": unit_of(officer),
    }
    return render(request, "board/initiatives/register.html", context)


def _filters(asked: dict[str, str]) -> Filters:
    return Filters(
        text=asked["tim"],
        year=_year(asked["nam"]),
        state=asked["trang-thai"] if asked["trang-thai"] in State.values else "",
        kind=asked["loai"] if asked["loai"] in Kind.values else "",
        mine=asked["nhom"] == "cua-toi",
    )


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None
