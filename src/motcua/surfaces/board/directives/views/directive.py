"""One directive: read, printed, signed and issued, withdrawn."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.directives import services
from motcua.directives.states import State
from motcua.documents.services import render as render_paper
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.directive_page import DirectivePage
from motcua.surfaces.board.directives.forms.texts import Issue, Withdraw
from motcua.surfaces.board.directives.found import directive_of
from motcua.surfaces.board.directives.papers import file_response, pdf_response, preview
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@reform_page()
def directive(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Show it; who opens it first for a recipient has thereby received it."""
    found = directive_of(officer, pk)
    if request.method == "GET":
        services.receive_directive(directive_id=pk, by=officer, at=timezone.now())
    page = DirectivePage(found, officer, timezone.localdate())
    return render(request, "board/directives/directive.html", {"page": page})


@require_safe
@reform_page()
def directive_preview(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """How a draft would be printed today."""
    found = directive_of(officer, pk)
    if found.state != State.DRAFT:
        return redirect("board:directive_paper", pk)
    return pdf_response(preview(found, officer, on=timezone.localdate()), f"{found}.pdf")


@require_safe
@reform_page()
def directive_paper(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The signed paper of a directive issued here."""
    found = directive_of(officer, pk)
    if found.paper is None:
        raise Http404
    return pdf_response(render_paper(found.paper), f"{found}.pdf")


@require_safe
@reform_page()
def directive_scan(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The scan of a text signed on paper."""
    found = directive_of(officer, pk)
    if found.scan is None:
        raise Http404
    return file_response(found.scan, found.scan_name)


@PAGE
@reform_page()
def directive_issue(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Show once more what will be signed, then sign and issue it."""
    page = DirectivePage(directive_of(officer, pk), officer, timezone.localdate())
    form = Issue(
        request.POST if request.method == "POST" else None, initial={"revision": page.directive.revision}
    )
    if request.method == "POST":
        issued = form.attempt(
            lambda: services.issue_directive(
                directive_id=pk, by=officer, at=timezone.now(), revision=form.cleaned_data["revision"]
            )
        )
        if issued:
            words = {"number": issued.number, "count": issued.recipients.count()}
            messages.success(request, _("Đã ký, ban hành số %(number)s, gửi %(count)d đơn vị.") % words)
            return redirect("board:directive", pk)
    elif not page.is_draft:
        return redirect("board:directive", pk)
    return render(
        request,
        "board/directives/issue.html",
        {"page": page, "form": form, "revision": page.directive.revision},
        status=422 if form.errors else 200,
    )


@PAGE
@reform_page()
def directive_withdraw(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Withdraw a directive, or give up a draft, with the reason."""
    page = DirectivePage(directive_of(officer, pk), officer, timezone.localdate())
    form = Withdraw(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.attempt(
            lambda: services.withdraw_directive(
                directive_id=pk, reason=form.cleaned_data["reason"], by=officer, at=timezone.now()
            )
        )
        is not None
    ):
        messages.success(request, _("Đã thu hồi. Việc đang mở theo văn bản này thôi giao."))
        return redirect("board:directive", pk)
    context = {"page": page, "form": form}
    return render(request, "board/directives/withdraw.html", context, status=422 if form.errors else 200)
