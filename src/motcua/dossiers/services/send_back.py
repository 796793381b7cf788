from datetime import datetime

from django.db import transaction

from motcua.dossiers import advancing
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.pausing import calendar_of
from motcua.dossiers.services.complete_step import step_of
from motcua.dossiers.states import State
from motcua.organisation.access import Officer
from motcua.process import services


@transaction.atomic
def send_back(
    *,
    dossier_id: int,
    step_id: int,
    to_key: str,
    reason: str,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Send the work back to an earlier step, with the reason (chuyển trả lại); the promise does not move."""
    states = (State.PROCESSING, State.FINANCIAL_DUTY)
    moving = take("send_back", dossier_id=dossier_id, by=by, at=at, revision=revision, states=states)
    step = step_of(moving.dossier, step_id)
    progress = services.send_back(
        step_id=step.pk, to_key=to_key, reason=reason, calendar=calendar_of(moving.dossier), by=by, at=at
    )
    advancing.follow(moving, progress, "send_back", to=to_key, **advancing.facts_of_step(step, reason))
    return moving.dossier
