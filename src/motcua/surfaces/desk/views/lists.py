"""Lists of dossiers: any filters, page by page; and what waits to be accepted or returned."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.dossiers import services
from motcua.dossiers.access import visible_to
from motcua.dossiers.queries import Cursor, Filters, page, saved_views
from motcua.dossiers.states import Channel
from motcua.identity.questions import understand
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.desk import list_chips, list_links, list_readings, list_returns, list_waiting
from motcua.surfaces.desk.forms.lists import Return
from motcua.surfaces.desk.views.work_actions import back
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_parts import answer, first_errors, is_part
from motcua.surfaces.desk.work_rows import grouped, rows

SIZE = 50


@require_safe
@reader_page
def dossiers(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Dossiers by the filters of the address, a page at a time; nothing is ever counted."""
    now = timezone.localtime()
    filters = _filters(request)
    mark = Cursor.from_text(request.GET.get(list_links.MARK, ""), zone=timezone.get_current_timezone())
    listed = page(officer, filters, mark, SIZE, at=now)
    list_readings.note_list(officer, filters, listed.rows)
    found = rows(listed.rows, officer, now=now)
    context: dict[str, Any] = {
        "filters": filters,
        "active": list_chips.active(filters),
        "rows": found,
        "groups": grouped(found) if filters.by_due else [],
        "size": SIZE,
        "is_whole": mark is None and listed.next_cursor is None,
        "is_first": listed.previous_cursor is None,
        "before": list_links.address(filters, listed.previous_cursor) if listed.previous_cursor else "",
        "after": list_links.address(filters, listed.next_cursor) if listed.next_cursor else "",
        "saved_query": list_links.query(filters),
        "may_save": not understand(filters.text).number,
    }
    if not is_part(request):
        context |= {
            "find_text": filters.text,
            "choices": list_chips.Choices(now.date()),
            "saved": saved_views(officer.account_id),
        }
    response = answer(request, page="desk/lists/list.html", part="desk/lists/_list.html", context=context)
    if is_part(request):
        response["HX-Push-Url"] = list_links.address(filters, mark)
    return response


@require_safe
@reader_page
def waiting(request: HttpRequest, officer: Officer) -> HttpResponse:
    """What came in online or by post and nobody has accepted yet, the oldest first."""
    now = timezone.localtime()
    context = {"items": list_waiting.waiting(officer, now=now), "most": list_waiting.MOST}
    return render(request, "desk/lists/waiting.html", context)


@require_safe
@reader_page
def returning(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Results that nobody has fetched, the longest waiting first."""
    return _returning(request, officer)


@act_only
@reader_page
def return_one(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Hand one result over from the list, and stay there for the next."""
    dossier = get_object_or_404(visible_to(officer), pk=pk)
    form = Return(request.POST)
    if not form.is_valid():
        return _returning(request, officer, faulty={pk: first_errors(form)}, status=422)
    facts = form.cleaned_data
    try:
        services.return_result(
            dossier_id=pk,
            received_by_name=facts["received_by_name"],
            channel=facts["channel"],
            revision=facts["revision"],
            by=officer,
            at=timezone.now(),
        )
    except Refusal as refusal:
        faulty = {pk: {refusal.field or "": str(refusal)}}
        return _returning(request, officer, faulty=faulty, status=422)
    words = {"code": dossier.short_code, "name": facts["received_by_name"]}
    messages.success(request, _("Đã trả kết quả hồ sơ %(code)s cho %(name)s.") % words)
    return redirect(back(request, "desk:returning"))


def _returning(
    request: HttpRequest,
    officer: Officer,
    *,
    faulty: dict[int, dict[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    mark = list_returns.Mark.read(request.GET.get(list_links.MARK, ""))
    shown = list_returns.page(officer, mark, now=timezone.localtime())
    context = {
        "shown": shown,
        "faulty": faulty or {},
        "typed": request.POST,
        "channels": Channel.choices,
        "may_return": list_returns.may_return(officer),
    }
    return render(request, "desk/lists/returning.html", context, status=status)


def _filters(request: HttpRequest) -> Filters:
    """The filters of the address; the search box over every page says ``q``."""
    query = request.GET.dict()
    return Filters.from_query({**query, "tim": query.get("tim") or query.get("q", "")})
