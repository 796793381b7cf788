"""How a council has voted; pure.

A proposal is judged once two thirds of those who may vote on it have voted, and passes when more than half of all
who may vote agree. Nobody may vote on themselves.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one proposal.

    Args:
        entitled: members who may vote on it.
        agrees, declines: votes given.
    """

    entitled: int
    agrees: int
    declines: int

    @property
    def given(self) -> int:
        return self.agrees + self.declines

    @property
    def missing(self) -> int:
        """How many votes must still come before it is judged."""
        return max(0, -(-2 * self.entitled // 3) - self.given)

    @property
    def is_judged(self) -> bool:
        return self.missing == 0

    @property
    def passes(self) -> bool:
        return self.is_judged and 2 * self.agrees > self.entitled
