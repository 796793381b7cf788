"""Small answers of the intake page: lists while one types, the side as answers change, files, the draft."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.dossiers import services
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import hour
from motcua.organisation.access import Officer
from motcua.surfaces.desk import intake_known, intake_person
from motcua.surfaces.desk.forms import intake as form
from motcua.surfaces.desk.forms.intake import KEY, text, typed_from
from motcua.surfaces.desk.intake_offer import hits
from motcua.surfaces.desk.intake_papers import SEEN, store_uploads
from motcua.surfaces.desk.intake_sheet import context, read, title_of
from motcua.surfaces.desk.work_access import reader_page


@require_POST
@reader_page
def people(request: HttpRequest, officer: Officer) -> HttpResponse:
    """People whom the letters typed so far may mean. By POST, so that no name stands in an address."""
    found = intake_person.suggest(request.POST.get("intake.find", ""))
    return render(request, "desk/intake/_candidates.html", {"candidates": found, "look_alikes": False})


@require_POST
@reader_page
def procedures(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Procedures in force that the words typed so far may mean."""
    asked = request.POST.get("intake.procedure", "")
    found = hits(asked, timezone.localdate())
    return render(
        request, "desk/intake/_hits.html", {"hits": found if asked.strip() else None, "asked": asked}
    )


@require_POST
@reader_page
def live(request: HttpRequest, officer: Officer) -> HttpResponse:
    """The side anew after an answer has changed, and whatever else that answer changes."""
    now = timezone.localtime()
    typed = typed_from(request.POST)
    reading = read(typed, on=now.date())
    shown = context(reading, officer=officer, now=now)
    shown["papers_changed"] = shown["papers_seen"] != text(typed, SEEN)
    shown["days_changed"] = shown["needs_days"] != (text(typed, "frame.needs_days") == "true")
    derived = (
        [field.id for field in reading.definition.form.fields if field.derived] if reading.definition else []
    )
    again = []
    if shown["relation_done"] != text(typed, "frame.relation_done") and reading.definition is not None:
        again = list(intake_known.told(reading.definition, reading.answers, reading.applicant))
    slots = {*derived, *again}
    shown["slots"] = [field for section in shown["sections"] for field in section.fields if field.id in slots]
    return render(request, "desk/intake/_live.html", shown)


@require_POST
@reader_page
def files(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Store what was dropped or photographed; each refused file says why, in its own line."""
    key = request.POST.get(KEY, "")
    if not form.is_key(key):
        return HttpResponse(_("Trang này đã cũ. Tải lại trang rồi gửi tệp."), status=422)
    stored, refused = store_uploads(request.FILES, key=key, by=officer, at=timezone.now())
    sentences = [sentence for told in refused.values() for sentence in told]
    shown = {"files": stored, "errors": sentences}
    return render(request, "desk/intake/_files.html", shown, status=200 if stored or not sentences else 422)


@require_POST
@reader_page
def draft(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Keep what is typed, quietly."""
    now = timezone.localtime()
    typed = typed_from(request.POST)
    if not form.is_key(text(typed, KEY)) or form.is_blank(typed):
        return JsonResponse({"saved_at": hour(now), "fields": {}})
    title = title_of(read(typed, on=now.date()))
    try:
        services.save_draft(
            key=text(typed, KEY), content=form.content_of(typed), title=title, by=officer, at=now
        )
    except services.WrongState:  # it has become a dossier meanwhile: nothing is left to keep
        return JsonResponse({"saved_at": hour(now), "fields": {}})
    except Refusal as refusal:
        return JsonResponse({"sentence": str(refusal)}, status=409)
    return JsonResponse({"saved_at": hour(now), "fields": {}})


@require_POST
@reader_page
def drop(request: HttpRequest, officer: Officer, key: str) -> HttpResponse:
    """Throw a draft of one's own away."""
    services.drop_draft(key=key, by=officer)
    return redirect("desk:intake")
