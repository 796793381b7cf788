"""What happens when: acts of all stories in the order of time, whichever story they belong to."""

import heapq
from collections.abc import Callable
from datetime import datetime

Act = Callable[[datetime], object]


class Script:
    """Plays acts by their instants; an act may add others that lie ahead."""

    def __init__(self) -> None:
        self._acts: list[tuple[datetime, int, Act]] = []
        self._turn = 0

    def at(self, at: datetime, act: Act) -> None:
        """Let something happen at an instant; it is told the instant."""
        self._turn += 1
        heapq.heappush(self._acts, (at, self._turn, act))

    def play(self, *, until: datetime) -> None:
        """Play all acts before an instant; what would come later does not happen."""
        while self._acts and self._acts[0][0] < until:
            at, _turn, act = heapq.heappop(self._acts)
            act(at)
