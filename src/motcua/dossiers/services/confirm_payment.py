from datetime import datetime

from django.db import transaction

from motcua.dossiers import advancing, pausing
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.services.complete_step import facts
from motcua.dossiers.services.refuse import require_reason
from motcua.organisation.access import Officer
from motcua.process import services
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState


@transaction.atomic
def confirm_payment(
    *, dossier_id: int, receipt_note: str, by: Officer, at: datetime, revision: int | None = None
) -> Dossier:
    """Enter that the financial duty is met, by which paper; the clock goes on with what was left.

    When nothing but the payment was left before the return, the dossier is settled with it.
    """
    require_reason(receipt_note)
    moving = take("confirm_payment", dossier_id=dossier_id, by=by, at=at, revision=revision)
    dossier = moving.dossier
    assert dossier.case_id is not None
    calendar = pausing.calendar_of(dossier)
    step = StepRun.objects.filter(
        case=dossier.case_id, kind=StepKind.FINANCIAL, state=StepState.OPEN, case__paused_at=None
    ).first()
    if step is not None:
        progress = services.complete_step(
            step_id=step.pk, facts=facts(dossier), calendar=calendar, by=by, at=at, note=receipt_note
        )
        advancing.follow(moving, progress, "complete_step", **advancing.facts_of_step(step, receipt_note))
        return dossier
    dossier.case = services.resume_case(case_id=dossier.case_id, calendar=calendar, at=at)
    now_open = list(StepRun.objects.filter(case=dossier.case_id, state=StepState.OPEN).order_by("position"))
    advancing.settle(moving, now_open, receipt_note=receipt_note)
    return dossier
