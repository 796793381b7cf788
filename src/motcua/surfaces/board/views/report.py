"""Table 06a on the screen and as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.statistics import queries
from motcua.statistics.closing_policies import closing_policies
from motcua.statistics.queries import Report06a
from motcua.statistics.report_06a_paper import as_pdf, notes
from motcua.statistics.report_06a_sheet import HEADS, as_xlsx
from motcua.surfaces.board import calendar_words, links
from motcua.surfaces.board.gate import Seat, board_page
from motcua.surfaces.board.period_picker import period_picker
from motcua.surfaces.board.report_table import apart_cells, report_rows

FILES = {
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pdf": (as_pdf, "application/pdf"),
}


@require_safe
@board_page
def report(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the table with the list behind each figure, and where to get it as a file."""
    table = _report(request, seat)
    context = {
        "seat": seat, "report": table, "rows": report_rows(table), "apart": apart_cells(table), "heads": HEADS,
        "notes": notes(table), "policies": closing_policies().policies,
        "picker": period_picker("report", seat, policy=table.policy.id),
        "period_code": calendar_words.write(seat.period), "board_href": links.page("board", unit=seat.unit),
        **{f"{form}_href": _href(form, seat, table) for form in FILES},
    }  # fmt: skip
    return render(request, "board/report.html", context)


@require_safe
@board_page
def download(request: HttpRequest, seat: Seat, form: str) -> HttpResponse:
    """Send the table as a workbook or a PDF."""
    if form not in FILES:
        raise Http404
    make, media_type = FILES[form]
    table = _report(request, seat)
    name = f"06a_{seat.unit.code}_{calendar_words.write(seat.period)}.{form}"
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    return HttpResponse(make(table), content_type=media_type, headers={"Content-Disposition": disposition})


def _href(form: str, seat: Seat, table: Report06a) -> str:
    return links.page("report_file", form, unit=seat.unit, period=seat.period, policy=table.policy.id)


def _report(request: HttpRequest, seat: Seat) -> Report06a:
    return queries.report_06a(
        unit=seat.unit, from_day=seat.period.first, to_day=seat.period.last, now=seat.now,
        policy=request.GET.get("cach-xep", ""),
    )  # fmt: skip
