"""One dossier: its page, its e-form to read and print, the applicant's number on request."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.dossiers.access import visible_to
from motcua.dossiers.models import Dossier
from motcua.organisation.access import Officer
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.desk.dossier_answers import answers
from motcua.surfaces.desk.dossier_page import DossierPage
from motcua.surfaces.desk.dossier_person import person
from motcua.surfaces.desk.dossier_scene import scene
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_parts import answer, is_part
from motcua.surfaces.desk.work_readings import note_reading

PAGE, PART = "desk/dossier/page.html", "desk/dossier/_dossier.html"


def dossier_of(officer: Officer, pk: int) -> Dossier:
    """Load a dossier within the officer's sight, with what the page reads of it; 404 outside."""
    rows = visible_to(officer).select_related(
        "version__procedure", "unit", "received_unit", "applicant", "case__version", "bill", "accepted_by",
        "result__signed_by", "result__issued_by",
    )  # fmt: skip
    return get_object_or_404(rows.defer("version__content"), pk=pk)


@require_safe
@reader_page
def dossier(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The page of one dossier."""
    page = DossierPage(scene(dossier_of(officer, pk), officer))
    return answer(request, page=PAGE, part=PART, context={"page": page})


@require_safe
@reader_page
def dossier_answers(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The e-form as it was filled in; each reading is written down."""
    found = scene(dossier_of(officer, pk), officer)
    note_reading(officer, _("Tờ khai của hồ sơ %(code)s") % {"code": found.dossier.code}, count=1)
    context = {"page": DossierPage(found), "sections": answers(found)}
    return answer(
        request, page="desk/dossier/answers.html", part="desk/dossier/_answers.html", context=context
    )


@act_only
@reader_page
def dossier_number(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Show the applicant's personal number, and write down who asked for it."""
    found = scene(dossier_of(officer, pk), officer)
    note_reading(officer, _("Số định danh người nộp hồ sơ %(code)s") % {"code": found.dossier.code}, count=1)
    if is_part(request):
        context = {"person": person(found, reveal=True), "dossier": found.dossier}
        return render(request, "desk/dossier/_number.html", context)
    return render(request, PAGE, {"page": DossierPage(found, reveal=True)})
