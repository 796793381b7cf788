"""People: found by number or name, with their dossiers and lists; two records of one person made one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.identity import queries, services
from motcua.identity.models import Person
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer, require
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.desk import work_people
from motcua.surfaces.desk.forms.people import Merge
from motcua.surfaces.desk.work_access import MERGERS, reader_page
from motcua.surfaces.desk.work_parts import answer, first_errors
from motcua.surfaces.desk.work_readings import note_reading

MOST = 20


@require_safe
@reader_page
def people(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Find people; a search by a whole number is written down as a reading."""
    asked = request.GET.get("q", "").strip()[:120]
    found = queries.find_people(asked, limit=MOST) if asked else []
    if found and work_people.is_number(asked):
        note_reading(officer, _("Tìm người dân theo số"), count=len(found))
    context = {"asked": asked, "found": found, "most": MOST}
    return answer(request, page="desk/people/list.html", part="desk/people/_found.html", context=context)


@require_safe
@reader_page
def person(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """One person; a record merged into another leads to that one."""
    found = get_object_or_404(Person, pk=pk)
    if found.merged_into_id:
        return redirect("desk:person", found.merged_into_id)
    return render(request, "desk/people/person.html", _context(found, officer))


@act_only
@reader_page
def reveal(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Show the whole personal number once; who asked and when is written down."""
    found = get_object_or_404(Person, pk=pk, merged_into=None)
    note_reading(officer, _("Số định danh của người dân số %(pk)d") % {"pk": pk}, count=1)
    context = {**_context(found, officer), "revealed": True}
    return answer(request, page="desk/people/person.html", part="desk/people/_facts.html", context=context)


@act_only
@reader_page
def merge(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Make a second record of this person one with it."""
    kept = get_object_or_404(Person, pk=pk, merged_into=None)
    form = Merge(request.POST)
    if form.is_valid():
        try:
            require(officer, *sorted(MERGERS))
            services.merge_people(keep_id=kept.pk, by=officer, at=timezone.now(), **form.cleaned_data)
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã gộp hai bản ghi. Bản ghi cũ vẫn giữ và trỏ về đây."))
            return redirect("desk:person", kept.pk)
    context = {**_context(kept, officer), "form": form, "errors": first_errors(form)}
    return render(request, "desk/people/person.html", context, status=422)


def _context(found: Person, officer: Officer) -> dict[str, Any]:
    now = timezone.localtime()
    entitlements = work_people.entitlements(found, on=now.date())
    if entitlements:
        note_reading(officer, _("Diện đối tượng của người dân số %(pk)d") % {"pk": found.pk}, count=1)
    return {
        "person": found,
        "entitlements": entitlements,
        "dossiers": work_people.dossiers_of(found, officer, now=now),
        "most_dossiers": work_people.MOST_DOSSIERS,
        "duplicates": work_people.duplicates(found) if officer.has(*MERGERS) else [],
        "revealed": False,
        "errors": {},
    }
