"""What a frame of pages shows beside the page: counts of waiting work, given by the surface that knows them."""

from collections.abc import Callable, Mapping
from datetime import datetime

from motcua.organisation.access import Officer

Counter = Callable[[Officer, datetime], Mapping[str, int]]
_counters: list[Counter] = []


def count_with(counter: Counter) -> None:
    """Let a surface say, once at the start, how its waiting work is counted: name of the count → number."""
    if counter not in _counters:
        _counters.append(counter)


def counts(officer: Officer | None, now: datetime) -> dict[str, int]:
    """All counts for an officer; asked only when a page shows them."""
    if officer is None:
        return {}
    return {name: number for counter in _counters for name, number in counter(officer, now).items()}
