"""Everything that was done with a round, an inspection or a block, from the ledger, in Vietnamese."""

from datetime import datetime
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.oversight.lengths import shelf
from motcua.oversight.models import AwardRound, BacklogBlock, Inspection
from motcua.oversight.words import ACTS


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what, who, when; ``remark`` is a short sentence, or blank."""

    at: datetime
    title: str
    by_name: str
    remark: str


def history(of: AwardRound | Inspection | BacklogBlock) -> list[HistoryLine]:
    """Return the whole history, oldest first; who may see ``of`` is judged by the caller."""
    entries = list(ledger.entries(of.stream))
    people = Account.objects.in_bulk({entry.by_id for entry in entries if entry.by_id})
    return [
        HistoryLine(
            at=entry.at,
            title=str(ACTS[entry.verb]),
            by_name=str(people.get(entry.by_id or 0) or ""),
            remark=_remark(entry.verb, entry.payload["details"]),
        )
        for entry in entries
    ]


def _remark(verb: str, details: dict[str, Any]) -> str:
    if verb == "propose":
        return _("Thêm %(count)d đề nghị.") % {"count": len(details["rows"])}
    if verb == "report_progress":
        return _("Chỉnh lý thêm %(length)s.") % {"length": shelf(details["processed_dm"])}
    parts = [details.get("name"), details.get("number"), details.get("reason")]
    return ". ".join(str(part) for part in parts if part)
