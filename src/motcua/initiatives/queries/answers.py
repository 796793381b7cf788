"""What units had answered about models by a quarter: read from the history, so that no later answer changes it."""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec
from django.utils import timezone

from motcua.initiatives.models import Adoption
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.kernel.models import LedgerEntry
from motcua.kernel.quarters import Quarter

Pair = tuple[int, int]  # keys of a unit and of a model
VERBS = "adopt", "decline"


class Answer(msgspec.Struct, frozen=True):
    """An answer as it was given; ``from_on`` is None where the unit declined."""

    given_on: date
    from_on: date | None

    @property
    def adopts(self) -> bool:
        return self.from_on is not None


class Answers(msgspec.Struct, frozen=True):
    """``last``: what stood at the end of the quarter; ``doers``: who did the model on some day of it."""

    last: dict[Pair, Answer]
    doers: frozenset[Pair]


def answers_in(unit_ids: Collection[int], quarter: Quarter) -> Answers:
    """Return the answers of units as they were in a quarter.

    Who took a model up or gave it up in the quarter did it on some of its days; who answered afterwards did not.
    """
    rows = {row.pk: row for row in Adoption.objects.filter(unit__in=unit_ids)}
    given = _history(rows.values())
    last: dict[Pair, Answer] = {}
    doers: set[Pair] = set()
    for pk, row in rows.items():
        known = [answer for answer in given[pk] if answer.given_on <= quarter.counts_to]
        if not known:
            continue
        pair = row.unit_id, row.initiative_id
        last[pair] = known[-1]
        before = [answer for answer in known if answer.given_on < quarter.counts_from]
        if any(answer.adopts for answer in [*before[-1:], *known[len(before) :]]):
            doers.add(pair)
    return Answers(last, frozenset(doers))


def _history(rows: Iterable[Adoption]) -> dict[int, list[Answer]]:
    """Every answer ever given, by the key of its row, oldest first; one question for all."""
    keys = {row.stream: row for row in rows}
    found: dict[int, list[Answer]] = {row.pk: [] for row in keys.values()}
    entries = LedgerEntry.objects.filter(stream__in=keys, verb__in=VERBS).order_by("stream", "sequence")
    for entry in entries:
        begun = entry.payload["after"]["from_on"]
        found[keys[entry.stream].pk].append(
            Answer(timezone.localdate(entry.at), date.fromisoformat(begun) if begun else None)
        )
    for row in keys.values():
        found[row.pk] = found[row.pk] or [_as_it_stands(row)]
    return found


def _as_it_stands(row: Adoption) -> Answer:
    """The row itself, where it came in without a history."""
    begun = row.from_on if row.state == AdoptionState.ADOPTED else None
    return Answer(timezone.localdate(row.answered_at), begun)
