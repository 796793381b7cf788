"""The numbered tasks of a draft, or of a text on paper: added, written anew, taken out."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.directives import queries, services
from motcua.directives.models import Directive, Task
from motcua.directives.states import State
from motcua.directives.task_states import Part
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.forms.planned import Planned
from motcua.surfaces.board.directives.found import directive_of
from motcua.surfaces.board.reform_gate import act_only, reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@reform_page()
def directive_task_new(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Add a numbered task; in a text on paper it is assigned at once."""
    directive = directive_of(officer, pk)
    form = _form(request, directive)
    if request.method == "POST":
        made = form.attempt(
            lambda: services.assign_task(directive_id=pk, task=form.task, by=officer, at=timezone.now())
        )
        if made:
            words = {"number": made[0].number, "count": len(made)}
            messages.success(request, _("Đã thêm nhiệm vụ %(number)s, %(count)d đơn vị chủ trì.") % words)
            again = "them-nua" in request.POST
            return redirect("board:directive_task_new" if again else "board:directive", pk)
    return _drawn(request, directive, form, "")


@PAGE
@reform_page()
def directive_task_edit(request: HttpRequest, officer: Officer, pk: int, number: str) -> HttpResponse:
    """Write a numbered task of a draft anew, for all its leading units; one changed meanwhile is not overwritten."""
    directive = directive_of(officer, pk)
    tasks = list(directive.tasks.filter(number=number).order_by("pk"))
    if not tasks and request.method != "POST":
        raise Http404
    if directive.state != State.DRAFT and request.method != "POST":
        return redirect("board:directive", pk)
    form = _form(request, directive, tasks)
    if (
        request.method == "POST"
        and form.attempt(
            lambda: services.edit_task(
                directive_id=pk,
                number=number,
                task=form.task,
                by=officer,
                at=timezone.now(),
                revision=form.cleaned_data["revision"],
            )
        )
        is not None
    ):
        messages.success(request, _("Đã lưu nhiệm vụ."))
        return redirect("board:directive", pk)
    return _drawn(request, directive, form, number)


@act_only
@reform_page()
def directive_task_drop(request: HttpRequest, officer: Officer, pk: int, number: str) -> HttpResponse:
    """Take a numbered task out of a draft."""
    directive_of(officer, pk)
    shown = request.POST.get("revision", "")
    seen = int(shown) if shown.isascii() and shown.isdigit() and len(shown) < 10 else None
    try:
        services.drop_task(directive_id=pk, number=number, by=officer, at=timezone.now(), revision=seen)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã bỏ nhiệm vụ %(number)s khỏi dự thảo.") % {"number": number})
    return redirect("board:directive", pk)


def _form(request: HttpRequest, directive: Directive, tasks: Sequence[Task] = ()) -> Planned:
    """Offer the recipients in their order, then issuer and keeper, then who has a part in the task already."""
    rows = directive.recipients.select_related("unit").order_by("pk")
    recipients = {row.unit_id: row.unit for row in rows}
    named = [task.lead_unit for task in tasks] + [part.unit for task in tasks for part in task.parts.all()]
    further = {unit.pk: unit for unit in (directive.issuer, directive.keeper, *named)}
    return Planned(
        list({**recipients, **further}.values()),
        request.POST if request.method == "POST" else None,
        recipients=recipients,
        below=queries.below(directive, on=directive.issued_on or timezone.localdate()),
        initial={**_as_typed(tasks), "revision": directive.revision} if tasks else {},
    )


def _as_typed(tasks: Sequence[Task]) -> dict[str, Any]:
    first = tasks[0]
    parts = {part.unit_id: part.part for part in first.parts.all()}
    leads = {task.lead_unit_id: Part.LEAD for task in tasks}
    return {
        **{name: getattr(first, name) for name in ("content", "number", "deadline_on", "measure", "target")},
        **{f"part-{pk}": part for pk, part in {**parts, **leads}.items()},
    }


def _drawn(request: HttpRequest, directive: Directive, form: Planned, number: str) -> HttpResponse:
    seen = directive.revision if form.is_stale else form["revision"].value()
    context = {"directive": directive, "form": form, "number": number, "seen": seen}
    return render(request, "board/directives/planned.html", context, status=422 if form.errors else 200)
