"""Questions about steps: what waits for whom, and how a case stands."""

from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from motcua.catalogue.models import ProcedureVersion
from motcua.organisation.access import Officer
from motcua.process import parties
from motcua.process.definitions import WorkflowDefinition
from motcua.process.models import Case, StepAssignment, StepRun, WorkflowVersion
from motcua.process.patterns import workflow_of
from motcua.process.states import StepState


def open_steps(officer: Officer) -> QuerySet[StepRun]:
    """Steps that the officer may finish now: those in hand, and those that wait for one of the officer's roles.

    What bodies outside the office must answer waits for those who record it.
    """
    roles = set(officer.roles)
    if officer.has(*parties.RECORDERS):
        roles |= parties.EXTERNAL
    queued = Q(assignee=None, role__in=roles, case__unit=officer.unit_id)
    mine = Q(assignee=officer.account_id)
    return StepRun.objects.filter(mine | queued, state=StepState.OPEN, case__paused_at=None)


def parts_of(account_id: int) -> QuerySet[StepRun]:
    """Open steps in which an account coordinates or follows (phối hợp, theo dõi)."""
    return StepRun.objects.filter(
        state=StepState.OPEN, assignments__account=account_id, assignments__ended_at=None
    ).exclude(assignee=account_id)


def workflow_in_force(version: ProcedureVersion, *, unit_id: int, on: date) -> WorkflowVersion | None:
    """Return the written workflow by which a unit handles a procedure version on a day, if there is one.

    The unit's own comes first, then the one published for all, then the pattern of this very version.
    """
    published = Q(pattern_of=None, valid_from__lte=on) & (Q(valid_to=None) | Q(valid_to__gte=on))
    here = Q(workflow__procedure=version.procedure_id) & (Q(workflow__unit=unit_id) | Q(workflow__unit=None))
    found = WorkflowVersion.objects.filter((published & here) | Q(pattern_of=version))
    first_choice = (
        F("workflow__unit").asc(nulls_last=True),
        F("pattern_of").asc(nulls_first=True),
        "-valid_from",
    )
    return found.order_by(*first_choice).first()


def workflow_versions(*, procedure_id: int, unit_id: int, on: date) -> QuerySet[WorkflowVersion]:
    """Published versions that hold on a day for a unit's handling of a procedure, the unit's own first."""
    return (
        WorkflowVersion.objects.filter(
            Q(valid_to=None) | Q(valid_to__gte=on),
            Q(workflow__unit=unit_id) | Q(workflow__unit=None),
            workflow__procedure=procedure_id,
            pattern_of=None,
            valid_from__lte=on,
        )
        .order_by(F("workflow__unit").asc(nulls_last=True), "-valid_from")
        .select_related("workflow")
    )


def workflow_for(version: ProcedureVersion, *, unit_id: int, on: date) -> WorkflowDefinition:
    """Return the steps that a dossier of this version would take at a unit on a day, without writing anything."""
    written = workflow_in_force(version, unit_id=unit_id, on=on)
    return written.steps if written else workflow_of(version.definition)


def steps_of(case: Case) -> list[StepRun]:
    """All steps of a case in reading order, turn by turn, with the people in them."""
    runs = case.steps.select_related("assignee", "finished_by", "case")
    parts = Prefetch("assignments", StepAssignment.objects.select_related("account"))
    return list(runs.prefetch_related(parts).order_by("position", "turn"))
