from datetime import datetime

from django.db import transaction

from motcua.documents.models import StoredFile
from motcua.initiatives.acting import WrongState, change, not_now, take
from motcua.initiatives.models import Exhibit
from motcua.initiatives.states import FINAL
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


@transaction.atomic
def add_exhibit(*, initiative_id: int, file_id: int, name: str, by: Officer, at: datetime) -> Exhibit:
    """Attach a file that shows what was done (minh chứng).

    Raises:
        WrongState: it has ended.
        NotAllowed: it is another unit's.
    """
    initiative = take("add_exhibit", initiative_id=initiative_id, by=by)
    if initiative.state in FINAL:
        raise WrongState(not_now("add_exhibit", initiative))
    file = StoredFile.objects.get(pk=file_id)
    exhibit = Exhibit.objects.create(
        initiative=initiative, file=file, name=clean(name)[:200], added_at=at, added_by_id=by.account_id
    )
    change(initiative, "add_exhibit", by=by, at=at, name=exhibit.name)
    return exhibit
