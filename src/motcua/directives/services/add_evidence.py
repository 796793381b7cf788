from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.directives.acting import take_task
from motcua.directives.events import EvidenceAdded
from motcua.directives.models import Evidence
from motcua.directives.task_states import EvidenceKind
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


class EvidenceEmpty(Refusal):
    """Evidence shows something: a file, or words that can be checked."""


@transaction.atomic
def add_evidence(
    *,
    task_id: int,
    kind: str,
    by: Officer,
    at: datetime,
    text: str = "",
    file_id: int | None = None,
    name: str = "",
    key: str = "",
) -> Evidence:
    """Put a piece of evidence (minh chứng) to an open task; it is never taken away again.

    Args:
        text: what it shows: a number and date of a text, a figure and where it stands.
        file_id: a stored file; ``name`` is what its sender called it.
        key: which form it was sent on (32 letters at most); the same form sent again gives the same piece.
    Raises:
        EvidenceEmpty, WrongState, NotAllowed: as their sentences say.
    """
    task = take_task("add_evidence", task_id=task_id, by=by)
    key = key[:32]
    known = task.evidence.filter(added_by=by.account_id, key=key).first() if key else None
    if known is not None:
        return known
    if not clean(text) and file_id is None:
        raise EvidenceEmpty(_("Đính kèm tệp, hoặc ghi rõ minh chứng là gì, xem ở đâu."), field="text")
    row = Evidence.objects.create(
        task=task,
        kind=EvidenceKind(kind),
        text=clean(text)[:500],
        file_id=file_id,
        name=clean(name),
        key=key,
        added_at=at,
        added_by_id=by.account_id,
    )
    entry = record(
        task, "add_evidence", by=by, at=at, evidence=row.pk, kind=str(row.kind), text=row.text, name=row.name
    )
    announce(EvidenceAdded(task_id=task.pk, sequence=entry.sequence, at=at, evidence_id=row.pk))
    return row
