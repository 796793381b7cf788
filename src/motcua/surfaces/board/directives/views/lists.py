"""Lists: directives that came, went out or wait; the tasks of one's own units; what is late."""

from django.core.paginator import Paginator
from django.db.models import F, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from motcua.directives import access, queries
from motcua.directives.access import stands_for
from motcua.directives.models import Task
from motcua.directives.models.directive import DirectiveQuerySet
from motcua.directives.models.task import TaskQuerySet
from motcua.directives.queries import Filters
from motcua.directives.states import DRAFTERS, Kind
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.directive_rows import rows_of
from motcua.surfaces.board.directives.given import given_of
from motcua.surfaces.board.directives.task_chips import task_chip
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.components.jinja import query

ROWS_A_PAGE = 30
MOST_GIVEN = 50  # numbered tasks; each may be owed by a hundred units
GROUPS = {"": _("Tất cả"), "den": _("Văn bản đến"), "di": _("Văn bản đi"), "du-thao": _("Dự thảo")}


@require_safe
@reform_page()
def directive_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Directives in the officer's sight, narrowed by group, kind, year and words."""
    asked = {name: request.GET.get(name, "") for name in ("nhom", "loai", "nam", "tim")}
    found = _narrowed(officer, asked)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    today = timezone.localdate()
    context = {
        "asked": asked,
        "chips": [
            (words, query(request, nhom=key, trang=""), key == asked["nhom"]) for key, words in GROUPS.items()
        ],
        "kinds": Kind.choices,
        "years": range(today.year, 2018, -1),
        "rows": rows_of(list(page.object_list), officer, on=today),
        "total": page.paginator.count,
        "before": query(request, trang=page.previous_page_number()) if page.has_previous() else "",
        "after": query(request, trang=page.next_page_number()) if page.has_next() else "",
        "may_draft": officer.has(*DRAFTERS),
    }
    return render(request, "board/directives/list.html", context)


def _narrowed(officer: Officer, asked: dict[str, str]) -> DirectiveQuerySet:
    filters = Filters(
        kind=asked["loai"] if asked["loai"] in Kind.values else "",
        year=int(asked["nam"])
        if asked["nam"].isascii() and asked["nam"].isdigit() and len(asked["nam"]) == 4
        else None,
        text=asked["tim"],
        waiting=asked["nhom"] == "du-thao",
    )
    found = queries.directives(officer, filters)
    if asked["nhom"] == "den":
        return found.exclude(issuer__in=stands_for(officer))
    if asked["nhom"] == "di":
        return found.filter(issuer__in=stands_for(officer), issued_at__isnull=False)
    return found


@require_safe
@reform_page()
def task_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """What the officer's units have to do, help with and follow; what was said and is not read yet."""
    today = timezone.localdate()
    inbox = queries.inbox(officer)
    mine = stands_for(officer)
    given = (
        access.tasks_visible_to(officer).open().filter(directive__keeper__in=mine).exclude(lead_unit__in=mine)
    )
    groups = [
        ("chu-tri", _("Đơn vị mình chủ trì"), inbox.leading),
        ("phoi-hop", _("Đơn vị mình phối hợp"), inbox.coordinating),
        ("theo-doi", _("Đơn vị mình theo dõi"), inbox.following),
    ]
    context = {
        "inbox": inbox,
        "groups": [
            (key, title, [(task, task_chip(task, on=today)) for task in tasks])
            for key, title, tasks in groups
        ],
        "given": given_of(_by_deadline(given), on=today),
        "counts_of": queries.late_board(officer, on=today),
    }
    return render(request, "board/directives/tasks.html", context)


def _by_deadline(found: TaskQuerySet) -> list[Task]:
    """The numbered tasks that are due first, those without a deadline last, each with every unit that owes it."""
    firsts = found.values_list("directive_id", "number").annotate(due_on=Min("deadline_on"))
    due_first = firsts.order_by(F("due_on").asc(nulls_last=True), "directive_id", "number")[:MOST_GIVEN]
    shown = {(directive_id, number) for directive_id, number, _due_on in due_first}
    rows = found.filter(directive__in={directive_id for directive_id, _number in shown})
    ordered = rows.select_related("directive", "lead_unit").order_by(
        F("deadline_on").asc(nulls_last=True), "pk"
    )
    return [task for task in ordered if (task.directive_id, task.number) in shown]


@require_safe
@reform_page()
def task_late(request: HttpRequest, officer: Officer) -> HttpResponse:
    """What is late, where and why: among the tasks that the officer's units gave or have a part in."""
    today = timezone.localdate()
    context = {"board": queries.late_board(officer, on=today), "today": today}
    return render(request, "board/directives/late.html", context)
