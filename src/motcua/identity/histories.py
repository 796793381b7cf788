"""The history of a row for people to read: every entry of its ledger with who made it, in Vietnamese."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import msgspec

from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what, who (blank: the program by itself), when; ``remarks`` are short sentences."""

    at: datetime
    title: str
    by_name: str
    remarks: list[str]


def history_of(
    stream: str,
    *,
    title: Callable[[LedgerEntry], str],
    remarks: Callable[[str, dict[str, Any]], Iterable[str]],
) -> list[HistoryLine]:
    """Return all that was done with a row, oldest first; who may see it is judged by the caller.

    Args:
        title: what an entry is called.
        remarks: what is to be told of an act beside its title, by its verb and its details.
    """
    entries = list(ledger.entries(stream))
    people = Account.objects.in_bulk({entry.by_id for entry in entries if entry.by_id})
    return [
        HistoryLine(
            at=entry.at,
            title=title(entry),
            by_name=str(people.get(entry.by_id or 0) or ""),
            remarks=list(remarks(entry.verb, entry.payload["details"])),
        )
        for entry in entries
    ]
