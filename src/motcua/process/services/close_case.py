from datetime import datetime

from django.db import transaction

from motcua.process.models import Case, StepRun
from motcua.process.running import lock, move
from motcua.process.states import StepState


@transaction.atomic
def close_case(*, case_id: int, at: datetime) -> Case:
    """End a case before its steps are done (rút, dừng): what is open or waiting is given up."""
    running = lock(case_id)
    given_up = []
    for step in running.steps:
        if step.state in {StepState.OPEN, StepState.WAITING}:
            move(step, "cancel" if step.state == StepState.OPEN else "cancel_waiting")
            given_up.append(step)
    StepRun.objects.bulk_update(given_up, ["state"])
    running.case.paused_at = None
    running.case.save(update_fields=["paused_at"])
    running.keep(at=at)
    return running.case
