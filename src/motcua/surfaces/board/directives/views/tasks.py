"""One task: what it asks, how far it is, what proves it, what is said about it."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.directives import access, services
from motcua.directives.models import Task
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.forms.work import Close, Say
from motcua.surfaces.board.directives.found import task_of
from motcua.surfaces.board.directives.papers import file_response
from motcua.surfaces.board.directives.task_acts import ACTS, Act, words_of
from motcua.surfaces.board.directives.task_page import TaskPage
from motcua.surfaces.board.page_form import FileForm, PageForm
from motcua.surfaces.board.reform_gate import act_only, reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@reform_page()
def task(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Show it; whoever opens it has read what was said, and has received the text that orders it."""
    found = task_of(officer, pk)
    if request.method == "GET":
        services.receive_directive(directive_id=found.directive_id, by=officer, at=timezone.now())
    page = TaskPage(found, officer, timezone.localdate())
    if request.method == "GET" and "read_messages" in page.verbs:
        services.read_messages(task_id=pk, by=officer, at=timezone.now())
    return _drawn(request, page)


def _drawn(request: HttpRequest, page: TaskPage, status: int = 200) -> HttpResponse:
    acts = [act for act in ACTS.values() if act.verb in page.offered]
    return render(request, "board/directives/task.html", {"page": page, "acts": acts}, status=status)


@act_only
@reform_page()
def task_say(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Say something to all who have a part in the task."""
    found, form = task_of(officer, pk), Say(request.POST)
    said = form.attempt(
        lambda: services.send_message(
            task_id=pk, text=form.cleaned_data["text"], by=officer, at=timezone.now()
        )
    )
    if said:
        return redirect(f"{reverse('board:task', args=[pk])}#trao-doi")
    return _drawn(request, TaskPage(found, officer, timezone.localdate(), say=form), status=422)


@PAGE
@reform_page()
def task_act(request: HttpRequest, officer: Officer, pk: int, slug: str) -> HttpResponse:
    """Open an act's form, or do the act."""
    if slug not in ACTS:
        raise Http404
    found, act, at = task_of(officer, pk), ACTS[slug], timezone.now()
    sent = request.method == "POST"
    form = _form(act, found, request if sent else None)
    if sent:
        form.is_valid()
        if isinstance(form, FileForm) and act.verb in access.task_verbs(officer, found):
            form.keep_file(by=officer, at=at)
        if form.attempt(lambda: act.service(task_id=pk, by=officer, at=at, **words_of(form))):
            messages.success(request, act.done)
            return redirect("board:task", pk)
    page = TaskPage(found, officer, timezone.localdate(at))
    context = {"page": page, "act": act, "form": form, "kept": getattr(form, "kept", None)}
    return render(request, "board/directives/task_act.html", context, status=422 if form.errors else 200)


def _form(act: Act, found: Task, request: HttpRequest | None) -> PageForm:
    form = act.form(request.POST, request.FILES) if request else act.form(initial={"key": uuid4().hex})
    if isinstance(form, Close):
        form.offer(
            [(str(piece.pk), _piece(piece.name, piece.text)) for piece in found.evidence.order_by("-pk")]
        )
    return form


def _piece(name: str, text: str) -> str:
    return ": ".join(filter(None, [name, text])) or _("Minh chứng")


@require_safe
@reform_page()
def task_evidence(request: HttpRequest, officer: Officer, pk: int, piece_pk: int) -> HttpResponse:
    """The file of a piece of evidence."""
    found = task_of(officer, pk)
    piece = get_object_or_404(found.evidence.select_related("file"), pk=piece_pk, file__isnull=False)
    assert piece.file is not None
    return file_response(piece.file, piece.name)
