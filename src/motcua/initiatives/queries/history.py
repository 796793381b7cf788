"""Everything that was done with an initiative, from the ledger, in Vietnamese."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.initiatives.models import Initiative
from motcua.initiatives.printing import tenths
from motcua.initiatives.words import ACTS
from motcua.kernel import ledger
from motcua.kernel.vietnamese import day


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what, who (blank: the program by itself), when; ``remarks`` are short sentences."""

    sequence: int
    at: datetime
    verb: str
    title: str
    by_name: str
    remarks: list[str]


def history(of: Initiative) -> list[HistoryLine]:
    """Return the whole history, oldest first. Points of a sheet stay out: they are blind."""
    entries = list(ledger.entries(of.stream))
    people = Account.objects.in_bulk({entry.by_id for entry in entries if entry.by_id})
    return [
        HistoryLine(
            sequence=entry.sequence,
            at=entry.at,
            verb=entry.verb,
            title=str(ACTS.get(entry.verb, entry.verb)),
            by_name=str(people.get(entry.by_id or 0) or ""),
            remarks=list(_remarks(entry.verb, entry.payload["details"])),
        )
        for entry in entries
    ]


def _remarks(verb: str, details: dict[str, Any]) -> Iterator[str]:
    for key in ("reason", "name"):
        if details.get(key):
            yield str(details[key])
    if verb == "count_pilot":
        words = {**details, "day": day(date.fromisoformat(details["on"]))}
        yield _("%(counter)s ngày %(day)s: %(quantity)s.") % words
    if verb in {"conclude", "reject"} and "average_tenths" in details:
        yield _("Điểm trung bình %(points)s.") % {"points": tenths(details["average_tenths"])}
    if verb == "recognise" and details.get("number"):
        yield _("Quyết định %(number)s.") % {"number": details["number"]}
