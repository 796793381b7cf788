from datetime import datetime

from motcua.dossiers.models import AccessRecord
from motcua.organisation.access import Officer


def log_access(*, what: str, count: int, by: Officer, at: datetime) -> AccessRecord:
    """Write down that an officer has read personal facts: a list with its filters, or one dossier's answers."""
    return AccessRecord.objects.create(account_id=by.account_id, what=what[:200], at=at, count=count)
