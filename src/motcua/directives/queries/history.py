"""Everything that was done with a directive, a conference or a task, from the ledger, in Vietnamese."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.directives.models import Conference, Directive, Task
from motcua.directives.words import ACTS
from motcua.identity.histories import HistoryLine, history_of
from motcua.kernel import ledger
from motcua.kernel.vietnamese import day
from motcua.organisation.models import Unit


def history(of: Directive | Task | Conference) -> list[HistoryLine]:
    """Return the whole history, oldest first."""
    return history_of(of.stream, title=lambda entry: str(ACTS[entry.verb]), remarks=_remarks)


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
