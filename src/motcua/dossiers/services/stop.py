from datetime import datetime

from django.db import transaction

from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.services.refuse import require_reason
from motcua.dossiers.services.withdraw import end
from motcua.organisation.access import Officer


@transaction.atomic
def stop(
    *,
    dossier_id: int,
    reason: str,
    legal_ground: str,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Stop settling a dossier (dừng giải quyết): not supplemented in time, asked for, or on a ground of law."""
    require_reason(reason, legal_ground)
    moving = take("stop", dossier_id=dossier_id, by=by, at=at, revision=revision)
    end(moving)
    moving.go("stop")
    moving.record("stop", reason=reason.strip(), legal_ground=legal_ground.strip())
    return moving.dossier
