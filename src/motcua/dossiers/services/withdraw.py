from datetime import datetime

from django.db import transaction

from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import Moving, take
from motcua.dossiers.pausing import end_pause, open_pause
from motcua.dossiers.services.refuse import require_reason
from motcua.organisation.access import Officer
from motcua.process.services import close_case


@transaction.atomic
def withdraw(
    *, dossier_id: int, reason: str, by: Officer, at: datetime, revision: int | None = None
) -> Dossier:
    """Enter that the applicant takes the dossier back (rút hồ sơ), before the decision is made."""
    require_reason(reason)
    moving = take("withdraw", dossier_id=dossier_id, by=by, at=at, revision=revision)
    end(moving)
    moving.go("withdraw")
    moving.record("withdraw", reason=reason.strip())
    return moving.dossier


def end(moving: Moving) -> None:
    """Close the dossier without a result: a pause ends, its steps are given up, no promise is made any more."""
    pause = open_pause(moving.dossier)
    if pause is not None:
        end_pause(moving, pause, goes_on=False)
    if moving.dossier.case_id is not None:
        moving.dossier.case = close_case(case_id=moving.dossier.case_id, at=moving.at)
    moving.change(closed_at=moving.at)
