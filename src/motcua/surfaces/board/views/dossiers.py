"""The list behind a figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.dossiers.services import log_access
from motcua.surfaces.board import links
from motcua.surfaces.board.dossier_list import dossier_list
from motcua.surfaces.board.gate import Seat, board_page
from motcua.surfaces.components.jinja import query


@require_safe
@board_page
def dossiers(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show a page of the list; that it was read is written down, because it names people."""
    found = dossier_list(seat, request.GET)
    if found.rows:
        what = _("Danh sách điều hành: %(title)s, %(unit)s") % {"title": found.title, "unit": seat.unit.name}
        log_access(what=what, count=len(found.rows), by=seat.officer, at=seat.now)
    context = {
        "seat": seat,
        "found": found,
        "board_href": links.page("board", unit=seat.unit),
        "next_href": query(request, sau=found.after) if found.after else "",
    }
    return render(request, "board/dossiers.html", context)
