"""Writing a registration: with those that resemble it beside, and nothing typed lost."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.initiatives import queries, services
from motcua.initiatives.gaps import gaps
from motcua.initiatives.kinds import Kind, Level, ReformField
from motcua.initiatives.models import Initiative
from motcua.initiatives.states import PROPOSERS, WRITABLE
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level as UnitLevel
from motcua.organisation.models import Unit
from motcua.surfaces.board.colleagues import colleagues
from motcua.surfaces.board.initiatives.forms.registration import Registration, as_typed
from motcua.surfaces.board.initiatives.found import initiative_of, unit_of
from motcua.surfaces.board.initiatives.initiative_page import InitiativePage
from motcua.surfaces.board.reform_gate import act_only, reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@reform_page(*sorted(PROPOSERS))
def initiative_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Begin a registration; it is a draft until it is sent."""
    today = timezone.localdate()
    rounds = queries.rounds_for(unit_of(officer), on=today)
    open_round = next((one for one in rounds if one.closes_on >= today), None)
    initial = {
        "year": open_round.year if open_round else today.year,
        "kind": Kind.OTHER,
        "field": ReformField.PROCEDURES,
        "level": "commune",
        "authors": [{"account_id": str(officer.account_id)}],
    }
    form = _form(request, officer, initial)
    if "so-sanh" in request.POST:
        return _compared(request, form, None)
    if request.method == "POST":
        made = form.attempt(
            lambda: services.register_initiative(
                facts=form.facts,
                year=form.cleaned_data["year"],
                key=form.cleaned_data["key"],
                by=officer,
                at=timezone.now(),
            )
        )
        if made:
            messages.success(request, _("Đã lưu bản soạn. Đọc lại, rồi gửi đăng ký."))
            return redirect("board:initiative", made.pk)
    return _drawn(request, form, None)


@PAGE
@reform_page()
def initiative_edit(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Write it anew, until it lies before a council; ``can-dien`` asks for what lacks, each at its field."""
    initiative = initiative_of(officer, pk)
    form = _form(request, officer, as_typed(initiative))
    if "so-sanh" in request.POST:
        return _compared(request, form, initiative)
    if request.method == "POST":
        form.fields["year"].required = False
        made = form.attempt(
            lambda: services.edit_initiative(
                initiative_id=pk,
                facts=form.facts,
                by=officer,
                at=timezone.now(),
                revision=form.cleaned_data["revision"],
            )
        )
        if made:
            messages.success(request, _("Đã lưu."))
            return redirect("board:initiative", pk)
    elif initiative.state not in WRITABLE:
        return redirect("board:initiative", pk)
    elif "can-dien" in request.GET:
        form.tell(gaps(initiative))
    return _drawn(request, form, initiative)


@PAGE
@reform_page()
def initiative_similar(request: HttpRequest, officer: Officer) -> HttpResponse:
    """The part with those that resemble what is being written; posted, for a text is too long for an address."""
    typed = request.POST if request.method == "POST" else request.GET
    asked = typed.get("chinh", "")
    own = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 12 else None
    found = queries.similar(typed.get("title", "")[:400], typed.get("solution", "")[:20_000], excluding=own)
    return render(request, "board/initiatives/_similar.html", {"found": found})


@act_only
@reform_page()
def initiative_submit(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Send it to the round of its year; what lacks is said on its page."""
    initiative = initiative_of(officer, pk)
    shown = request.POST.get("revision", "")
    revision = int(shown) if shown.isascii() and shown.isdigit() and len(shown) < 9 else None
    try:
        services.submit_initiative(initiative_id=pk, by=officer, at=timezone.now(), revision=revision)
    except Refusal as refusal:
        context = {"page": InitiativePage(initiative, officer), "refused": refusal}
        return render(request, "board/initiatives/initiative.html", context, status=422)
    messages.success(request, _("Đã gửi đăng ký. Đơn vị phụ trách sẽ xem và đưa ra hội đồng."))
    return redirect("board:initiative", pk)


def _form(request: HttpRequest, officer: Officer, initial: dict[str, object]) -> Registration:
    people = colleagues(officer, on=timezone.localdate())
    form = Registration(people, request.POST if request.method == "POST" else None, initial=initial)
    form.choose("level", _levels(initial.get("level"), on=timezone.localdate()))
    return form


def _levels(present: object, *, on: date) -> list[tuple[str, str]]:
    """The groups of units that there are on a day, and the one that a draft has already."""
    there = Unit.objects.valid(on=on).filter(level=UnitLevel.DISTRICT).exists()
    return [(key, words) for key, words in Level.choices if there or key != Level.DISTRICT or key == present]


def _compared(request: HttpRequest, form: Registration, initiative: Initiative | None) -> HttpResponse:
    """The page as it was typed, with what resembles it now: what scripts do while one writes."""
    form.leave_unjudged()
    return _drawn(request, form, initiative, status=200)


def _drawn(
    request: HttpRequest, form: Registration, initiative: Initiative | None, status: int | None = None
) -> HttpResponse:
    title = str(form["title"].value() or "")
    found = queries.similar(
        title, str(form["solution"].value() or ""), excluding=initiative.pk if initiative else None
    )
    context = {"form": form, "initiative": initiative, "found": found}
    if status is None:
        status = 422 if request.method == "POST" else 200
    return render(request, "board/initiatives/form.html", context, status=status)
