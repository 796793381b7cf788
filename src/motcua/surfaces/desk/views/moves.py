"""Acts on a dossier: the form above the page, one domain call, the page as it is then."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.dossiers.services import ChangedMeanwhile, WrongState
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.desk.dossier_moves import MOVES, Move, offered
from motcua.surfaces.desk.dossier_page import DossierPage, Opened
from motcua.surfaces.desk.dossier_scene import Scene, scene
from motcua.surfaces.desk.dossier_signers import own_block
from motcua.surfaces.desk.forms.moves import MoveForm
from motcua.surfaces.desk.forms.moves_files import FilesForm
from motcua.surfaces.desk.forms.moves_results import Draft
from motcua.surfaces.desk.views.dossier import PAGE, PART, dossier_of
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_parts import answer, is_part


@require_http_methods(["GET", "HEAD", "POST"])
@reader_page
def move(request: HttpRequest, officer: Officer, pk: int, slug: str) -> HttpResponse:
    """Open an act's form, or do the act."""
    if slug not in MOVES:
        raise Http404
    found = scene(dossier_of(officer, pk), officer)
    if request.method == "POST":
        return _do(request, found, MOVES[slug])
    if MOVES[slug] not in offered(found):
        return _closed(request, found)
    opened = Opened(MOVES[slug], MOVES[slug].form(found, initial=_asked(request)))
    if is_part(request) and request.htmx.target == "viec-mo":  # type: ignore[attr-defined]
        return render(request, "desk/dossier/_opened.html", {"page": DossierPage(found, opened)})
    return answer(request, page=PAGE, part=PART, context={"page": DossierPage(found, opened)})


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the link that opened the form has chosen already: the step."""
    step = request.GET.get("buoc", "")
    return {"step_id": step} if step.isdecimal() else {}


def _closed(request: HttpRequest, found: Scene) -> HttpResponse:
    """The act is not open to this officer now: the page as it is says who has it."""
    if is_part(request):
        return answer(request, page=PAGE, part=PART, context={"page": DossierPage(found)})
    return redirect("desk:dossier", found.dossier.pk)


def _do(request: HttpRequest, found: Scene, chosen: Move) -> HttpResponse:
    at = timezone.now()
    form = chosen.form(found, data=request.POST, files=request.FILES)
    sound = form.is_valid()
    if isinstance(form, FilesForm):
        form.keep_files(by=found.officer, at=at)
        sound = sound and not form.errors
    if not sound:
        return _again(request, found, chosen, form)
    try:
        _act(found, chosen, form)
    except Refusal as refusal:
        return _refused(request, found, chosen, form, refusal)
    if not is_part(request):
        return redirect("desk:dossier", found.dossier.pk)
    now = scene(dossier_of(found.officer, found.dossier.pk), found.officer)
    response = answer(request, page=PAGE, part=PART, context={"page": DossierPage(now)})
    response.headers["HX-Push-Url"] = reverse("desk:dossier", args=[now.dossier.pk])
    return response


def _act(found: Scene, chosen: Move, form: MoveForm) -> None:
    at, revision = timezone.now(), form.cleaned_data.get("revision")
    if isinstance(form, Draft):
        form.keep(by=found.officer, at=at, revision=revision)
        return
    words = form.words()
    if chosen.verb == "sign_result":
        words["signer"] = own_block(found)
    chosen.act(dossier_id=found.dossier.pk, by=found.officer, at=at, revision=revision, **words)


def _refused(
    request: HttpRequest, found: Scene, chosen: Move, form: MoveForm, refusal: Refusal
) -> HttpResponse:
    """Show what the domain said over the dossier as it is now; what was typed stays."""
    now = scene(dossier_of(found.officer, found.dossier.pk), found.officer)
    gone = chosen not in offered(now)
    stale = isinstance(refusal, ChangedMeanwhile | WrongState)
    if stale and not gone:
        data = form.data.copy() if hasattr(form.data, "copy") else dict(form.data)
        data["revision"] = str(now.dossier.revision)
        form = _bound_again(now, chosen, form, data)
    elif refusal.field in form.fields:
        form.add_error(refusal.field, str(refusal))
        return _again(request, now, chosen, form)
    return _again(request, now, chosen, form, refusal=str(refusal), gone=gone)


def _bound_again(now: Scene, chosen: Move, form: MoveForm, data: object) -> MoveForm:
    """The same form over the new state, so that pressing once more means what the screen shows."""
    again = chosen.form(now, data=data)
    again.is_valid()
    if isinstance(again, FilesForm) and isinstance(form, FilesForm):
        again.kept = form.kept
    return again


def _again(
    request: HttpRequest, found: Scene, chosen: Move, form: MoveForm, *, refusal: str = "", gone: bool = False
) -> HttpResponse:
    if not refusal and not form.errors:
        refusal = _("Chưa làm được. Xin xem lại rồi làm lại.")
    page = DossierPage(found, Opened(chosen, form, refusal, gone))
    return answer(request, page=PAGE, part=PART, context={"page": page}, status=422)
