"""Taking a dossier in at the counter: one page, one form; each named button is one act."""

import uuid
from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.dossiers import services
from motcua.dossiers.models import Dossier, IntakeDraft
from motcua.dossiers.queries import drafts_of
from motcua.identity.models import Person
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import hour
from motcua.organisation.access import Officer
from motcua.surfaces.desk import intake_acts, intake_person
from motcua.surfaces.desk.forms import intake as form
from motcua.surfaces.desk.forms.intake import DO, KEY, Typed, text, typed_from
from motcua.surfaces.desk.intake_acts import Outcome
from motcua.surfaces.desk.intake_offer import present_version
from motcua.surfaces.desk.intake_papers import store_uploads, with_files, without_file
from motcua.surfaces.desk.intake_sheet import Trouble, context, read, title_of
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_parts import is_part
from motcua.surfaces.desk.work_readings import note_reading

MOST_DRAFTS = 5


@require_http_methods(["GET", "HEAD", "POST"])
@reader_page
def intake(request: HttpRequest, officer: Officer) -> HttpResponse:
    """The intake page: empty, with a draft of one's own, or as it was just sent."""
    now = timezone.localtime()
    if request.method == "POST":
        return _sent(request, officer, now)
    key = request.GET.get("khoa", "")
    done = Dossier.objects.filter(intake_key=key).first() if form.is_key(key) else None
    if done is not None:
        return redirect("desk:intake_done", done.pk)
    draft = IntakeDraft.objects.filter(key=key).select_related("owner").first() if form.is_key(key) else None
    if draft is not None and draft.owner_id != officer.account_id:
        trouble = Trouble(
            sentence=_("Bản đang nhập này của %(name)s. Bạn mở trang mới để nhận hồ sơ khác.")
            % {"name": draft.owner}
        )
        return _page(request, officer, now, _begin(request, officer, now), trouble=trouble, status=403)
    if draft is not None:
        typed = Typed(draft.content)
        typed[KEY] = draft.key
        return _page(request, officer, now, typed, saved=hour(draft.saved_at))
    return _page(request, officer, now, _begin(request, officer, now))


def _begin(request: HttpRequest, officer: Officer, now: datetime) -> Typed:
    """A new page: its key, when it began, and what the address preselects."""
    typed = Typed({KEY: [uuid.uuid4().hex], "frame.began": [hour(now)]})
    version = present_version(request.GET.get("thu-tuc", ""), now.date())
    if version is not None:
        typed["frame.version_id"] = str(version.pk)
    pk = request.GET.get("nguoi", "")
    person = (
        Person.objects.filter(pk=int(pk), merged_into=None).first()
        if pk.isdecimal() and len(pk) < 16
        else None
    )
    if person is None:
        return typed
    typed = intake_person.with_person(typed, person)
    _note_filled(officer, typed)
    return typed


def _note_filled(officer: Officer, typed: Typed) -> None:
    """Write down that the record of a known person, with the whole number, has just been put into the page."""
    if pk := text(typed, "applicant.pk"):
        note_reading(officer, _("Thông tin của người dân số %(pk)s khi nhận hồ sơ") % {"pk": pk}, count=1)


def _sent(request: HttpRequest, officer: Officer, now: datetime) -> HttpResponse:
    typed = typed_from(request.POST)
    trouble = Trouble()
    if not form.is_key(text(typed, KEY)):
        typed[KEY] = uuid.uuid4().hex
    elif IntakeDraft.objects.filter(key=text(typed, KEY)).exclude(owner=officer.account_id).exists():
        typed[KEY] = uuid.uuid4().hex
        trouble.sentence = _(
            "Bản đang nhập này của người khác. Những gì bạn vừa gõ đã chuyển sang một bản mới của bạn."
        )
        return _page(request, officer, now, typed, trouble=trouble, status=422)
    stored, trouble.files = store_uploads(request.FILES, key=text(typed, KEY), by=officer, at=now)
    typed = with_files(typed, stored)
    if "intake.drop_file" in request.POST:
        typed = without_file(typed, request.POST["intake.drop_file"])
    outcome = _act(request, typed, officer, now, trouble)
    if (found := outcome.found) is not None and not found.error and not found.candidates:
        _note_filled(officer, outcome.typed)
    if outcome.dossier is not None:
        return _done(request, outcome.dossier)
    saved = _save(outcome.typed, officer, now)
    return _page(request, officer, now, outcome.typed, outcome=outcome, trouble=outcome.trouble, saved=saved,
                 status=422 if outcome.trouble else 200)  # fmt: skip


Act = Callable[[Typed, Officer, datetime, Trouble], Outcome]
_ACTS: dict[str, Act] = {
    "find": intake_acts.find,
    "new_person": intake_acts.new_person,
    "another": intake_acts.another,
    "search": intake_acts.search,
    "next": intake_acts.next_step,
    "accept": intake_acts.accept,
    "supplement": intake_acts.open_supplement,
    "refusal": intake_acts.open_refusal,
    "close": intake_acts.close_decision,
    "ask": intake_acts.ask_supplement,
    "refuse": intake_acts.refuse,
}


def _act(request: HttpRequest, typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """Do what the pressed button says; anything else only draws the page anew."""
    if "intake.pick_person" in request.POST:
        return intake_acts.pick_person(typed, request.POST["intake.pick_person"], trouble)
    if "intake.pick_procedure" in request.POST:
        return intake_acts.pick_procedure(typed, request.POST["intake.pick_procedure"], now, trouble)
    act = _ACTS.get(request.POST.get(DO, ""))
    return act(typed, officer, now, trouble) if act else Outcome(typed, trouble)


def _save(typed: Typed, officer: Officer, now: datetime) -> str:
    """Keep what was typed; return the hour, "" when there was nothing or it could not be kept."""
    if form.is_blank(typed):
        return ""
    title = title_of(read(typed, on=now.date()))
    try:
        services.save_draft(
            key=text(typed, KEY), content=form.content_of(typed), title=title, by=officer, at=now
        )
    except Refusal:
        return ""
    return hour(now)


def _page(
    request: HttpRequest, officer: Officer, now: datetime, typed: Typed, *, outcome: Outcome | None = None,
    trouble: Trouble | None = None, saved: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    outcome = outcome or Outcome(typed, Trouble())
    shown = context(
        read(typed, on=now.date()), officer=officer, now=now, found=outcome.found, trouble=trouble,
        asked=outcome.asked, hits=outcome.hits, saved=saved,
    )  # fmt: skip
    own = drafts_of(officer.account_id, officer.unit_id)
    shown["drafts"] = [draft for draft in own if draft.key != text(typed, KEY)][:MOST_DRAFTS]
    shown["focus"] = outcome.focus
    template = "desk/intake/_sheet.html" if is_part(request) else "desk/intake/page.html"
    response = render(request, template, shown, status=status)
    if is_part(request) and status == 422:  # whatever was asked for, all that must be mended is shown
        for name, value in (
            ("Retarget", "#phieu"),
            ("Reselect", "#phieu"),
            ("Reswap", "outerHTML settle:0ms"),
        ):
            response.headers[f"HX-{name}"] = value
    return response


def _done(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Show what has been done; htmx takes it in without leaving the page, so that the receipt may open by itself."""
    address = reverse("desk:intake_done", args=[dossier.pk])
    if not is_part(request):
        return redirect(f"{address}?in=1")
    response = HttpResponse(status=204)
    response.headers["HX-Location"] = (
        f'{{"path": "{address}?in=1", "target": "#noi-dung", "swap": "innerHTML show:window:top"}}'
    )
    return response
