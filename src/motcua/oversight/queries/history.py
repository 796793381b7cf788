"""Everything that was done with a round, an inspection or a block, from the ledger, in Vietnamese."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from motcua.identity.histories import HistoryLine, history_of
from motcua.oversight.lengths import shelf
from motcua.oversight.models import AwardRound, BacklogBlock, Inspection
from motcua.oversight.words import ACTS


def history(of: AwardRound | Inspection | BacklogBlock) -> list[HistoryLine]:
    """Return the whole history, oldest first; who may see ``of`` is judged by the caller."""
    return history_of(of.stream, title=lambda entry: str(ACTS[entry.verb]), remarks=_remarks)


def _remarks(verb: str, details: dict[str, Any]) -> Iterator[str]:
    if verb == "propose":
        yield _("Thêm %(count)d đề nghị.") % {"count": len(details["rows"])}
    if verb == "report_progress":
        yield _("Chỉnh lý thêm %(length)s.") % {"length": shelf(details["processed_dm"])}
    for key in ("name", "number", "reason"):
        if details.get(key):
            yield str(details[key])
