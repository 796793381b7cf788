"""Inspections that an officer may know of; a surprise plan is known to its team alone."""

from django.db.models import Q

from motcua.organisation.access import Officer
from motcua.organisation.sight import sees
from motcua.oversight.authority import may
from motcua.oversight.inspection_states import State
from motcua.oversight.models import Finding, Inspection
from motcua.oversight.models.inspection import InspectionQuerySet


def inspections(officer: Officer) -> InspectionQuerySet:
    """Inspections by or at the units that the officer looks into, and those of the own teams; newest first."""
    found = Inspection.objects.known_to(officer.account_id, sees(officer))
    return found.select_related("unit").order_by("-pk")


def to_sign(officer: Officer) -> list[Inspection]:
    """Plans whose decision waits for this officer's signature, or for that of any leader of the unit."""
    waiting = inspections(officer).filter(state=State.PLANNED, decision_number="")
    mine = waiting.filter(Q(signer=officer.account_id) | Q(signer=None))
    return [row for row in mine if may(officer, "decide_inspection", row.unit)]


def inspection_for(officer: Officer, inspection_id: int) -> Inspection:
    """Return an inspection that the officer may know of.

    Raises:
        Inspection.DoesNotExist: there is none, or it is a secret; the difference is not told.
    """
    return inspections(officer).get(pk=inspection_id)


def findings_to_give(inspection: Inspection) -> list[Finding]:
    """Findings that can still become tasks: they say how to mend them, at a unit that the software knows."""
    rows = Finding.objects.filter(target__inspection=inspection, directive=None, target__unit__isnull=False)
    return list(rows.exclude(remedy="").select_related("target__unit").order_by("pk"))
