"""One initiative through one act: locked, judged, changed, entered in the ledger, announced."""

from datetime import datetime
from typing import Any

from motcua.identity.actors import Actor
from motcua.initiatives.models import Initiative
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry


def record(
    initiative: Initiative, verb: str, *, by: Actor | None, at: datetime, **details: Any
) -> LedgerEntry:
    """Enter an act with what the initiative is after it; its ``revision`` follows its ledger."""
    entry = ledger.append(
        initiative.stream,
        verb=verb,
        payload={"after": initiative.snapshot(), "details": details},
        at=at,
        by_id=by.account_id if by else None,
    )
    initiative.revision = entry.sequence
    Initiative.objects.filter(pk=initiative.pk).update(revision=entry.sequence)
    return entry
