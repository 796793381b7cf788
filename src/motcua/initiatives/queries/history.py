"""Everything that was done with an initiative, from the ledger, in Vietnamese."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.identity.histories import HistoryLine, history_of
from motcua.initiatives.models import Initiative
from motcua.initiatives.printing import tenths
from motcua.initiatives.words import ACTS
from motcua.kernel.vietnamese import day


def history(of: Initiative) -> list[HistoryLine]:
    """Return the whole history, oldest first. Points of a sheet stay out: they are blind."""
    return history_of(of.stream, title=lambda entry: str(ACTS[entry.verb]), remarks=_remarks)


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
