"""Everything that was done with a report, from the ledger, in Vietnamese."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from motcua.identity.histories import HistoryLine, history_of
from motcua.kernel.models import LedgerEntry
from motcua.reporting.models import Report
from motcua.reporting.words import ACTS


def history(report: Report) -> list[HistoryLine]:
    """Return the whole history, oldest first."""
    return history_of(report.stream, title=_title, remarks=partial(_remarks, report))


def _title(entry: LedgerEntry) -> str:
    """The act, and from the second version on with which version."""
    words = {"act": ACTS.get(entry.verb, entry.verb), "number": entry.payload["after"]["number"]}
    return _("%(act)s (lần %(number)d)") % words if words["number"] > 1 else words["act"]


def _remarks(report: Report, verb: str, details: dict[str, Any]) -> Iterator[str]:
    if verb == "correct" and report.consolidated:
        yield _("Cộng được %(counted)d, báo cáo %(value)d.") % details
    elif verb == "correct":
        yield _("Máy đếm %(counted)d, báo cáo %(value)d.") % details
    if verb in {"sign", "reopen"} and details.get("number"):
        yield _("Số %(number)s.") % details
    if verb == "send":
        yield _("Đúng hạn.") if details["on_time"] else _("Trễ hạn.")
    if details.get("reason"):
        yield str(details["reason"])
