"""Everything that was done with a directive, a conference or a task, from the ledger, in Vietnamese."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.directives.models import Conference, Directive, Task
from motcua.directives.words import ACTS
from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.kernel.vietnamese import day
from motcua.organisation.models import Unit


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what, who (blank: the program by itself), when; ``remarks`` are short sentences."""

    sequence: int
    at: datetime
    verb: str
    title: str
    by_name: str
    remarks: list[str]


def history(of: Directive | Task | Conference) -> list[HistoryLine]:
    """Return the whole history, oldest first."""
    entries = list(ledger.entries(of.stream))
    people = Account.objects.in_bulk({entry.by_id for entry in entries if entry.by_id})
    return [
        HistoryLine(
            sequence=entry.sequence,
            at=entry.at,
            verb=entry.verb,
            title=str(ACTS[entry.verb]),
            by_name=str(people.get(entry.by_id or 0) or ""),
            remarks=list(_remarks(entry.verb, entry.payload["details"])),
        )
        for entry in entries
    ]


def revision(of: Directive | Task | Conference) -> int:
    """The number of the last line: what a screen that is drawn now has seen; 0 before the first."""
    last = ledger.entries(of.stream).reverse().values_list("sequence", flat=True).first()
    return last or 0


def _remarks(verb: str, details: dict[str, Any]) -> Iterator[str]:
    for key in ("reason", "text", "outcome", "name"):
        if details.get(key):
            yield str(details[key])
    if details.get("percent") is not None:
        yield _("Đạt %(percent)d phần trăm.") % {"percent": details["percent"]}
    if verb == "correct" and details.get("changed"):
        yield _("Đổi: %(names)s.") % {"names": ", ".join(details["changed"])}
    if verb == "extend":
        words = {name: day(date.fromisoformat(details[f"{name}_on"])) for name in ("from", "to")}
        yield _("Hạn cũ %(from)s, hạn mới %(to)s.") % words
    if verb == "remind":
        yield _("Còn %(days)d ngày.") % {"days": details["days_left"]}
    if verb == "receive":
        yield Unit.objects.get(pk=details["unit"]).agency_name
