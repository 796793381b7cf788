"""Drafting: the text and its recipients, then its numbered tasks, seen as it will be printed."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.directives import services
from motcua.directives.models import Directive
from motcua.directives.states import DRAFTERS, State
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.draft_forms import draft_form, enter_form
from motcua.surfaces.board.directives.forms.texts import Draft, Enter, text_of
from motcua.surfaces.board.directives.found import directive_of
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@reform_page(*sorted(DRAFTERS))
def directive_draft(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Begin a draft."""
    at = timezone.now()
    form = draft_form(request, officer, on=timezone.localdate(at))
    if request.method == "POST":
        directive = form.attempt(
            lambda: services.draft_directive(
                kind=form.cleaned_data["kind"],
                text=text_of(form),
                recipient_ids=form.recipient_ids,
                conference_id=int(form.cleaned_data["conference_id"] or 0) or None,
                unit_id=int(form.cleaned_data["unit_id"]),
                by=officer,
                at=at,
            )
        )
        if directive:
            messages.success(request, _("Đã lưu dự thảo. Thêm nhiệm vụ, xem bản in, rồi trình ký."))
            return redirect("board:directive", directive.pk)
    return _drawn(request, form, None)


@PAGE
@reform_page()
def directive_edit(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Write a draft anew: text and recipients, all or nothing."""
    directive, at = directive_of(officer, pk), timezone.now()
    form = draft_form(request, officer, on=timezone.localdate(at), directive=directive)
    if request.method == "POST":
        if form.attempt(lambda: _rewrite(form, directive, officer)) is not None:
            messages.success(request, _("Đã lưu dự thảo."))
            return redirect("board:directive", pk)
    elif directive.state != State.DRAFT:
        return redirect("board:directive", pk)
    return _drawn(request, form, directive)


@transaction.atomic
def _rewrite(form: Draft, directive: Directive, officer: Officer) -> Directive:
    at = timezone.now()
    revision = form.cleaned_data["revision"]
    edited = services.edit_directive(
        directive_id=directive.pk, text=text_of(form), by=officer, at=at, revision=revision
    )
    known = list(edited.recipients.values_list("unit_id", flat=True))
    gone = [pk for pk in known if pk not in form.recipient_ids]
    new = [pk for pk in form.recipient_ids if pk not in known]
    if gone:
        services.remove_recipients(directive_id=directive.pk, unit_ids=gone, by=officer, at=at)
    if new:
        services.add_recipients(directive_id=directive.pk, unit_ids=new, by=officer, at=at)
    return edited


def _drawn(request: HttpRequest, form: Draft, directive: Directive | None) -> HttpResponse:
    context = {"form": form, "directive": directive}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "board/directives/draft.html", context, status=status)


@PAGE
@reform_page(*sorted(DRAFTERS))
def directive_enter(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Enter a text that was signed on paper, with its scan."""
    at = timezone.now()
    form = enter_form(request, officer, on=timezone.localdate(at))
    if request.method == "POST":
        form.is_valid()
        form.keep_file(by=officer, at=at)
        form.require_scan()
        directive = form.attempt(lambda: _enter(form, officer))
        if directive:
            messages.success(
                request, _("Đã vào sổ. Thêm các nhiệm vụ ghi trong văn bản, máy giao ngay cho từng đơn vị.")
            )
            return redirect("board:directive", directive.pk)
    return render(request, "board/directives/enter.html", {"form": form}, status=422 if form.errors else 200)


def _enter(form: Enter, officer: Officer) -> Directive:
    words, issuer, scan = form.cleaned_data, form.issuer_unit, form.kept
    assert issuer is not None
    assert scan is not None
    return services.enter_directive(
        kind=words["kind"],
        text=text_of(form),
        number=words["number"],
        issued_on=words["issued_on"],
        issuer_id=issuer.pk,
        recipient_ids=form.recipient_ids,
        scan_id=scan.file_id,
        scan_name=scan.name,
        conference_id=int(words["conference_id"] or 0) or None,
        by=officer,
        at=timezone.now(),
    )
