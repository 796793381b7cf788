from datetime import datetime

from django.db import transaction

from motcua.calendars.working_time import WorkingCalendar
from motcua.kernel.rows import insert, insert_many
from motcua.process.models import Case, WorkflowVersion
from motcua.process.running import move, new_run, step_due


@transaction.atomic(savepoint=False)
def open_case(
    *,
    version: WorkflowVersion,
    unit_id: int,
    subject: str,
    holder_id: int,
    calendar: WorkingCalendar,
    at: datetime,
) -> Case:
    """Open a case: write all its steps, with the intake in the hands of whoever received the thing.

    Args:
        subject: names the thing for people and programs, once for ever (``dossier:H13.58.12-261121-0007``).
        holder_id: the account at the counter; the intake is completed when it hands the thing over.
    """
    case = Case(version=version, unit_id=unit_id, subject=subject, opened_at=at)
    steps = [
        new_run(case, definition, position=position)
        for position, definition in enumerate(version.steps.steps)
    ]
    intake = version.steps.intake
    first = next(step for step in steps if step.key == intake.key)
    move(first, "open")
    first.assignee_id, first.entered_at = holder_id, at
    first.due_at = step_due(intake, calendar=calendar, at=at)
    case.holder_id, case.holder_role = holder_id, first.role
    case.step_name, case.held_since = first.name, at
    insert(case)
    for step in steps:
        step.case = case
    insert_many(steps)
    return case
