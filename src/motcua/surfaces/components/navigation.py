"""What a frame of pages shows beside the page: counts of waiting work, given by the surface that knows them."""

from collections.abc import Callable, Mapping
from datetime import datetime

from motcua.organisation.access import Officer

Counter = Callable[[Officer, datetime], Mapping[str, int]]
_counters: dict[str, Counter] = {}


def count_with(counter: Counter, *names: str) -> None:
    """Let a surface say, once at the start, which counts it gives: name of the count → number."""
    for name in names:
        _counters[name] = counter


class Counts:
    """The counts for an officer; a counter is asked when a page shows the first of its numbers, and once."""

    def __init__(self, officer: Officer | None, now: datetime) -> None:
        self._officer, self._now = officer, now
        self._told: dict[Counter, Mapping[str, int]] = {}

    def get(self, name: str) -> int:
        """Return a count; 0 for nobody, and where the officer has no part in what is counted."""
        counter = _counters.get(name)
        if counter is None or self._officer is None:
            return 0
        if counter not in self._told:
            self._told[counter] = counter(self._officer, self._now)
        return self._told[counter].get(name, 0)
