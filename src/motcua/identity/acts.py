"""What somebody does with a row that has a history: entered in its ledger, and told from it."""

from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.kernel.kept_rows import KeptRow
from motcua.kernel.models import LedgerEntry
from motcua.kernel.vietnamese import moment


@runtime_checkable
class RevisedRow(Protocol):
    """A row that bears the number of its last entry, so that a screen can say what it has shown."""

    revision: int

    def save(self, *, update_fields: list[str]) -> None: ...


def record(row: KeptRow, verb: str, /, *, by: Actor | None, at: datetime, **details: Any) -> LedgerEntry:
    """Enter an act with what the row is after it; the ``revision`` of a row that has one follows its ledger.

    Args:
        by: None where the program acts by itself.
        details: what is to be told of the act beside the row.
    """
    entry = ledger.append(
        row.stream,
        verb=verb,
        payload={"after": row.snapshot(), "details": details},
        at=at,
        by_id=by.account_id if by else None,
    )
    if isinstance(row, RevisedRow):
        row.revision = entry.sequence
        row.save(update_fields=["revision"])
    return entry


def by_whom(entry: LedgerEntry, act: str) -> str:
    """An act with its author and its instant, as part of a sentence: ``Ký (Lê Văn Năm, lúc 09:12 …)``."""
    name = Account.objects.get(pk=entry.by_id) if entry.by_id else _("phần mềm")
    return _("%(act)s (%(name)s, lúc %(at)s)") % {"act": act, "name": name, "at": moment(entry.at)}
