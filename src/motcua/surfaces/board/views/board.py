"""The page that tells a chair what is late, where and why; and all units below."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.statistics import queries
from motcua.surfaces.board import links
from motcua.surfaces.board.field_panel import field_panel
from motcua.surfaces.board.figure_rows import figure_table
from motcua.surfaces.board.gate import Seat, board_page
from motcua.surfaces.board.headline import headline
from motcua.surfaces.board.late_panel import late_panel
from motcua.surfaces.board.period_picker import period_picker, report_period
from motcua.surfaces.board.step_panel import step_panel
from motcua.surfaces.board.week_panel import first_week, week_panel


@require_safe
@board_page
def board(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show one sheet, which prints on one page."""
    fields = queries.settled_by_week(seat.unit_ids_today, since=first_week(seat.today))
    context = {
        "seat": seat,
        "headline": headline(seat),
        "late": late_panel(seat),
        "picker": period_picker("board", seat),
        "table": figure_table(seat),
        "weeks": week_panel(seat, queries.all_fields(fields)),
        "fields": field_panel(seat, fields),
        "steps": step_panel(seat),
        "units_href": links.page("units", unit=seat.unit, period=seat.period),
        "report_href": links.page("report", unit=seat.unit, period=report_period(seat)),
    }
    return render(request, "board/board.html", context)


@require_safe
@board_page
def units(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the figures of every unit directly below."""
    context = {
        "seat": seat,
        "picker": period_picker("units", seat),
        "table": figure_table(seat, most=None),
        "board_href": links.page("board", unit=seat.unit, period=seat.period),
    }
    return render(request, "board/units.html", context)
