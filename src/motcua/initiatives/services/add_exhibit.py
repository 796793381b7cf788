from datetime import datetime

from django.db import transaction

from motcua.documents.models import StoredFile
from motcua.initiatives.access import require_exhibits
from motcua.initiatives.acting import change, take
from motcua.initiatives.models import Exhibit
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


@transaction.atomic
def add_exhibit(*, initiative_id: int, file_id: int, name: str, by: Officer, at: datetime) -> Exhibit:
    """Attach a file that shows what was done (minh chứng); the same file under the same name comes once.

    Raises:
        WrongState: it has ended.
        NotAllowed: it is another unit's.
    """
    initiative = take("add_exhibit", initiative_id=initiative_id, by=by)
    require_exhibits(by, initiative)
    file, words = StoredFile.objects.get(pk=file_id), clean(name)[:200]
    known = Exhibit.objects.filter(initiative=initiative, file=file, name=words).first()
    if known is not None:
        return known
    exhibit = Exhibit.objects.create(
        initiative=initiative, file=file, name=words, added_at=at, added_by_id=by.account_id
    )
    change(initiative, "add_exhibit", by=by, at=at, name=exhibit.name)
    return exhibit
