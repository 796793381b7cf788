from datetime import datetime

from django.db import transaction

from motcua.dossiers import advancing
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.pausing import calendar_of
from motcua.organisation.access import Officer
from motcua.process.definitions import CaseFacts, StepKind
from motcua.process.models import StepRun
from motcua.process.services import complete_step
from motcua.process.states import StepState


@transaction.atomic
def transfer(
    *, dossier_id: int, by: Officer, at: datetime, note: str = "", revision: int | None = None
) -> Dossier:
    """Hand an accepted dossier over to those who settle it (chuyển giải quyết); the promise does not move.

    Source: NĐ 61/2018/NĐ-CP art. 18: the same day, after 15:00 early on the next working day.
    """
    moving = take("transfer", dossier_id=dossier_id, by=by, at=at, revision=revision)
    intake = StepRun.objects.get(case=moving.dossier.case_id, kind=StepKind.INTAKE, state=StepState.OPEN)
    progress = complete_step(
        step_id=intake.pk, facts=CaseFacts(), calendar=calendar_of(moving.dossier), by=by, at=at, note=note
    )
    moving.go("transfer")
    details: dict[str, object] = {"note": note} if note else {}
    advancing.follow(moving, progress, "transfer", **details)
    return moving.dossier
