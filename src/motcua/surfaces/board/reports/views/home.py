"""One page for a chair: which model runs where, who is silent, what it brought, who has reported, what is late."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.directives.queries import late_board
from motcua.organisation.access import Officer
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.board.replication.scope import scope_of
from motcua.surfaces.board.reports.chair_page import ChairPage


@require_safe
@reform_page()
def reform_home(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show one sheet; every figure opens the list behind it."""
    scope = scope_of(request, officer)
    context = {"page": ChairPage(scope), "scope": scope, "late": late_board(officer, on=scope.today)}
    return render(request, "board/reports/home.html", context)
