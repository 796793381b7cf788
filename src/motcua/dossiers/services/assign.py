from datetime import datetime

from django.db import transaction

from motcua.dossiers import advancing
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.services.complete_step import WORKING, step_of
from motcua.organisation.access import Officer
from motcua.process import services
from motcua.process.states import Part


@transaction.atomic
def assign(
    *,
    dossier_id: int,
    step_id: int,
    account_id: int,
    part: Part | str = Part.DO,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Give somebody a part in an open step (phân công), or take it out of the queue for oneself."""
    moving = take("assign", dossier_id=dossier_id, by=by, at=at, revision=revision, states=WORKING)
    step = step_of(moving.dossier, step_id)
    assignment = services.assign(step_id=step.pk, account_id=account_id, part=Part(part), by=by, at=at)
    moving.dossier.case = assignment.step.case
    moving.record("assign", account=account_id, part=Part(part).value, **advancing.facts_of_step(step))
    return moving.dossier


@transaction.atomic
def unassign(
    *, dossier_id: int, step_id: int, account_id: int, by: Officer, at: datetime, revision: int | None = None
) -> Dossier:
    """End somebody's part in an open step; without a doer it waits in the queue of its role."""
    moving = take("unassign", dossier_id=dossier_id, by=by, at=at, revision=revision, states=WORKING)
    step = step_of(moving.dossier, step_id)
    moving.dossier.case = services.unassign(step_id=step.pk, account_id=account_id, by=by, at=at).case
    moving.record("unassign", account=account_id, **advancing.facts_of_step(step))
    return moving.dossier
