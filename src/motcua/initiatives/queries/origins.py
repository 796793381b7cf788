"""Which models were alive in a quarter, and which had ended before it, as the history of each says."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.utils import timezone

from motcua.initiatives.models import Initiative
from motcua.initiatives.states import FINAL, LIVE, State
from motcua.kernel.models import LedgerEntry
from motcua.kernel.quarters import Quarter


def made_by(unit_ids: Collection[int], quarter: Quarter) -> set[int]:
    """Return the keys of the models of these units that were alive on some day of a quarter.

    One that came with Motcua had its state before its history here began.
    """
    rows = {
        row.stream: row for row in Initiative.objects.filter(unit__in=unit_ids).exclude(state=State.DRAFT)
    }
    states = _states(rows.keys())
    return {row.pk for stream, row in rows.items() if _was_alive(row, states.get(stream, []), quarter)}


def ended_before(models: Iterable[Initiative], quarter: Quarter) -> set[int]:
    """Return the keys of the models that had ended for good before a quarter began: nobody need speak of them."""
    rows = {row.stream: row.pk for row in models if row.state in FINAL}
    states = _states(rows.keys())
    last = {
        stream: [state for on, state in found if on < quarter.counts_from][-1:]
        for stream, found in states.items()
    }
    return {rows[stream] for stream, found in last.items() if not FINAL.isdisjoint(found)}


def _was_alive(row: Initiative, states: list[tuple[date, str]], quarter: Quarter) -> bool:
    if not states:
        return row.state in LIVE
    before = [state for on, state in states if on < quarter.counts_from]
    then = [state for on, state in states if quarter.counts_from <= on <= quarter.counts_to]
    if not before and row.slug:
        before = [states[0][1]]
    return not LIVE.isdisjoint([*before[-1:], *then])


def _states(streams: Collection[str]) -> dict[str, list[tuple[date, str]]]:
    """Day and state of every entry, by the name of the history, oldest first."""
    found: dict[str, list[tuple[date, str]]] = defaultdict(list)
    entries = LedgerEntry.objects.filter(stream__in=streams).order_by("stream", "sequence")
    for stream, at, payload in entries.values_list("stream", "at", "payload"):
        found[stream].append((timezone.localdate(at), payload["after"]["state"]))
    return found
