"""A leader signs: many results at once, each told for itself afterwards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.dossiers import services
from motcua.dossiers.access import visible_to
from motcua.dossiers.services import SignOutcome
from motcua.organisation.access import Officer
from motcua.process import parties
from motcua.surfaces.desk import work_signing
from motcua.surfaces.desk.forms.signing import Chosen
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_results import names_signer, signer_of


@require_http_methods(["GET", "HEAD", "POST"])
@reader_page
def signing(request: HttpRequest, officer: Officer) -> HttpResponse:
    """What waits for a signature; a POST signs what was ticked and says what became of each."""
    outcomes: list[SignOutcome] = []
    form = Chosen(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        outcomes = _sign(form.cleaned_data["ho_so"], officer)
    context = {
        "items": work_signing.to_sign(officer, now=timezone.localtime()),
        "most": work_signing.MOST,
        "may_sign": officer.has(*parties.SIGNERS),
        "outcomes": outcomes,
        "signed": sum(outcome.signed for outcome in outcomes),
        "error": str(form.errors["ho_so"][0]) if form is not None and form.errors else "",
    }
    return render(request, "desk/signing/list.html", context, status=422 if context["error"] else 200)


def _sign(dossier_ids: list[int], officer: Officer) -> list[SignOutcome]:
    """Sign each; a draft drawn up for another leader takes the block of the one who signs."""
    seen = visible_to(officer).filter(pk__in=dossier_ids).select_related("result")
    named: list[int] = []
    others: list[int] = []
    for dossier in seen.order_by("due_at", "pk"):
        (named if names_signer(dossier.result, officer) else others).append(dossier.pk)
    at = timezone.now()
    own = services.sign_results(dossier_ids=named, by=officer, at=at)
    return own + services.sign_results(dossier_ids=others, by=officer, at=at, signer=signer_of(officer))
