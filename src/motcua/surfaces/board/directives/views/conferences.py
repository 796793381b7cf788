"""Conferences: what was on the agenda, who came, what was said; their conclusions go out as a directive."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.directives import queries, services
from motcua.directives.access import own_units, stands_for
from motcua.directives.models import Conference
from motcua.directives.states import DRAFTERS, State
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.forms.conferences import Held, as_typed
from motcua.surfaces.board.directives.found import conference_of
from motcua.surfaces.board.directives.unit_choices import groups
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@reform_page()
def conference_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Conferences of the officer's units, newest first."""
    rows = Conference.objects.filter(unit__in=stands_for(officer)).select_related("unit", "directive")
    context = {"rows": rows.order_by("-held_on", "-pk")[:200], "may_write": officer.has(*DRAFTERS)}
    return render(request, "board/directives/conferences.html", context)


@require_safe
@reform_page()
def conference(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Show agenda, attendance, minutes, and what became of the conclusions."""
    found = conference_of(officer, pk)
    guests = list(found.attendance.select_related("unit").order_by("-present", "pk"))
    mine = found.unit_id in own_units(officer) and officer.has(*DRAFTERS)
    open_ = found.directive is None or found.directive.state == State.DRAFT
    context = {
        "conference": found,
        "guests": guests,
        "present": 0 if found.held_on > timezone.localdate() else sum(guest.present for guest in guests),
        "is_to_come": found.held_on > timezone.localdate(),
        "may_edit": mine and open_,
        "history": queries.history(found)[::-1],
    }
    return render(request, "board/directives/conference.html", context)


@PAGE
@reform_page(*sorted(DRAFTERS))
def conference_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Enter a conference, before or after it is held."""
    form = Held(groups(officer, on=timezone.localdate()), request.POST if request.method == "POST" else None)
    if request.method == "POST":
        made = form.attempt(lambda: services.hold_conference(facts=form.facts, by=officer, at=timezone.now()))
        if made:
            messages.success(request, _("Đã ghi hội nghị."))
            return redirect("board:conference", made.pk)
    return _drawn(request, form, None)


@PAGE
@reform_page()
def conference_edit(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Complete or correct it until its conclusions are issued; what somebody changed meanwhile is not overwritten."""
    found = conference_of(officer, pk)
    seen = queries.revision(found)
    found.refresh_from_db()
    form = Held(
        groups(officer, on=timezone.localdate()),
        request.POST if request.method == "POST" else None,
        initial={**as_typed(found), "revision": seen},
    )
    if (
        request.method == "POST"
        and form.attempt(
            lambda: services.correct_conference(
                conference_id=pk,
                facts=form.facts,
                by=officer,
                at=timezone.now(),
                revision=form.cleaned_data["revision"],
            )
        )
        is not None
    ):
        messages.success(request, _("Đã lưu hội nghị."))
        return redirect("board:conference", pk)
    return _drawn(request, form, found, seen=queries.revision(found) if form.is_stale else None)


def _drawn(
    request: HttpRequest, form: Held, found: Conference | None, *, seen: int | None = None
) -> HttpResponse:
    """The form as it was typed; ``seen``: the change that it now tells of, so that it can be sent again."""
    context = {"form": form, "conference": found, "seen": seen}
    return render(
        request, "board/directives/conference_form.html", context, status=422 if form.errors else 200
    )
