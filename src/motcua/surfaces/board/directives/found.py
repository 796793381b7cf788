"""The directive, conference or task of an address, if the officer may see it."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from motcua.directives import access
from motcua.directives.models import Conference, Directive, Task
from motcua.organisation.access import NotAllowed, Officer


def directive_of(officer: Officer, pk: int) -> Directive:
    """
    Raises:
        NotAllowed: it is not addressed to the officer's units.
    """
    rows = Directive.objects.select_related("issuer", "keeper", "paper", "scan", "drafted_by", "withdrawn_by")
    directive = get_object_or_404(rows, pk=pk)
    access.require_visible(officer, directive)
    return directive


def task_of(officer: Officer, pk: int) -> Task:
    """
    Raises:
        NotAllowed: the officer's units have no part in it.
    """
    rows = Task.objects.select_related(
        "directive__issuer", "directive__keeper", "lead_unit", "closing_evidence", "closed_by"
    )
    task = get_object_or_404(rows.prefetch_related("parts__unit"), pk=pk)
    if not access.tasks_visible_to(officer).filter(pk=pk).exists():
        raise NotAllowed(_("Nhiệm vụ này không giao cho đơn vị của bạn."))
    return task


def conference_of(officer: Officer, pk: int) -> Conference:
    """
    Raises:
        NotAllowed: another unit's conference, whose conclusions did not come here.
    """
    conference = get_object_or_404(
        Conference.objects.select_related("unit", "directive", "recorded_by"), pk=pk
    )
    if conference.unit_id in access.stands_for(officer):
        return conference
    directive = conference.directive
    if directive is None or not access.visible_to(officer).filter(pk=directive.pk).exists():
        raise NotAllowed(_("Hội nghị này do đơn vị khác tổ chức."))
    return conference
