from datetime import datetime

from django.db import transaction

from motcua.calendars.working_time import WorkingCalendar
from motcua.process.models import Case, StepRun
from motcua.process.running import lock


@transaction.atomic
def pause_case(*, case_id: int, at: datetime) -> Case:
    """Let the case stand still: no step can be completed until it goes on. Pausing twice changes nothing."""
    running = lock(case_id)
    if running.case.paused_at is None:
        running.case.paused_at = at
        running.case.save(update_fields=["paused_at"])
    return running.case


@transaction.atomic
def resume_case(*, case_id: int, calendar: WorkingCalendar, at: datetime) -> Case:
    """Let the case go on; what its open steps had left of their time is left to them again."""
    running = lock(case_id)
    case = running.case
    if case.paused_at is None:
        return case
    covered = calendar.working_minutes(case.paused_at, at)
    moved = [
        step for step in running.open_steps() if step.due_at is not None and step.due_at >= case.paused_at
    ]
    for step in moved:
        assert step.due_at is not None
        step.due_at = calendar.add(step.due_at, covered)
    if moved:
        StepRun.objects.bulk_update(moved, ["due_at"])
    case.paused_at = None
    case.save(update_fields=["paused_at"])
    return case
