"""What is done with one initiative from a short form, and its exhibits."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.initiatives import access, services
from motcua.initiatives.states import KEEPERS
from motcua.organisation.access import Officer
from motcua.surfaces.board.initiatives.acts import ACTS
from motcua.surfaces.board.initiatives.forms.acts import OpenRound, Proof
from motcua.surfaces.board.initiatives.found import initiative_of
from motcua.surfaces.board.initiatives.initiative_page import InitiativePage
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@reform_page()
def initiative_act(request: HttpRequest, officer: Officer, pk: int, slug: str) -> HttpResponse:
    """One act of ``ACTS``: its form, then the service."""
    act, initiative = ACTS.get(slug), initiative_of(officer, pk)
    if act is None:
        raise Http404
    if request.method != "POST" and act.verb not in InitiativePage(initiative, officer).verbs:
        return redirect("board:initiative", pk)
    form = act.make(initiative, officer, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        done = form.attempt(lambda: act.do(pk, form.cleaned_data, officer, timezone.now()))
        if done is not None:
            messages.success(request, str(act.done))
            return redirect("board:initiative", pk)
    context = {"act": act, "form": form, "initiative": initiative, "slug": slug}
    return render(request, "board/initiatives/act.html", context, status=422 if form.errors else 200)


@PAGE
@reform_page()
def initiative_proof(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Attach an exhibit; a file that came once is kept through mistakes elsewhere, once its sender may send it."""
    initiative = initiative_of(officer, pk)
    access.require_exhibits(officer, initiative)
    posted = request.method == "POST"
    form = Proof(request.POST if posted else None, request.FILES if posted else None)
    if posted:
        form.full_clean()
        form.keep_file(by=officer, at=timezone.now())
        form.require_file()
        kept = form.kept
        if kept and form.attempt(
            lambda: services.add_exhibit(
                initiative_id=pk,
                file_id=kept.file_id,
                name=form.cleaned_data["name"],
                by=officer,
                at=timezone.now(),
            )
        ):
            messages.success(request, _("Đã thêm minh chứng."))
            return redirect("board:initiative", pk)
    context = {"form": form, "initiative": initiative}
    return render(request, "board/initiatives/proof.html", context, status=422 if form.errors else 200)


@PAGE
@reform_page(*sorted(KEEPERS))
def round_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Open the registration of a year."""
    today = timezone.localdate()
    form = OpenRound(
        request.POST if request.method == "POST" else None, initial={"year": today.year, "opens_on": today}
    )
    if request.method == "POST":
        opened = form.attempt(lambda: services.open_round(**form.cleaned_data, by=officer, at=timezone.now()))
        if opened:
            messages.success(request, _("Đã mở đợt đăng ký. Các đơn vị gửi được từ ngày bắt đầu nhận."))
            return redirect("board:initiative_list")
    context = {
        "form": form,
        "title": _("Mở đợt đăng ký"),
        "hint": _("Đơn vị bạn và các đơn vị trực thuộc đăng ký trong đợt này."),
        "back": reverse("board:initiative_list"),
        "button": _("Mở đợt đăng ký"),
    }
    return render(request, "board/initiatives/plain.html", context, status=422 if form.errors else 200)
