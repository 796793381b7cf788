"""Everything that was done with a report, from the ledger, in Vietnamese."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.reporting.models import Report
from motcua.reporting.words import ACTS


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what, who, when, with which version; ``remarks`` are short sentences."""

    sequence: int
    at: datetime
    verb: str
    title: str
    version: int
    by_name: str
    remarks: list[str]


def history(report: Report) -> list[HistoryLine]:
    """Return the whole history, oldest first."""
    entries = list(ledger.entries(report.stream))
    people = Account.objects.in_bulk({entry.by_id for entry in entries if entry.by_id})
    return [
        HistoryLine(
            sequence=entry.sequence,
            at=entry.at,
            verb=entry.verb,
            title=ACTS.get(entry.verb, entry.verb),
            version=entry.payload["after"]["number"],
            by_name=str(people.get(entry.by_id or 0) or ""),
            remarks=list(_remarks(entry.verb, entry.payload["details"])),
        )
        for entry in entries
    ]


def _remarks(verb: str, details: dict[str, Any]) -> Iterator[str]:
    if verb == "correct":
        yield _("Máy đếm %(counted)d, báo cáo %(value)d.") % details
    if verb in {"sign", "reopen"} and details.get("number"):
        yield _("Số %(number)s.") % details
    if verb == "send":
        yield _("Đúng hạn.") if details["on_time"] else _("Trễ hạn.")
    if details.get("reason"):
        yield str(details["reason"])
