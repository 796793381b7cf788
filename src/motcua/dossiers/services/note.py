from datetime import datetime

from django.db import transaction

from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.services.refuse import require_reason
from motcua.dossiers.states import State
from motcua.organisation.access import Officer


@transaction.atomic
def note(*, dossier_id: int, text: str, by: Officer, at: datetime) -> Dossier:
    """Add a note to a dossier's history (ghi chú), also to correct what an entry says; nothing is overwritten."""
    require_reason(text)
    moving = take("note", dossier_id=dossier_id, by=by, at=at, states=State)
    moving.record("note", text=text.strip())
    return moving.dossier
