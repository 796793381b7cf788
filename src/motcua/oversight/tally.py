"""How a council has voted; pure.

A proposal is judged once the quorum of those who may vote on it have voted, and passes when more than half of all
who may vote agree: councils for emulation and commendation decide by majority (Nghị định 98/2023/NĐ-CP, of the central
one). Nobody may vote on themselves.
"""

from dataclasses import dataclass

from motcua.organisation.quorum import Quorum


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one proposal.

    Args:
        entitled: members who may vote on it.
        agrees, declines: votes given.
        quorum: the share of them that must have voted.
    """

    entitled: int
    agrees: int
    declines: int
    quorum: Quorum

    @property
    def given(self) -> int:
        return self.agrees + self.declines

    @property
    def missing(self) -> int:
        """How many votes must still come before it is judged."""
        return max(0, self.quorum.needed(self.entitled) - self.given)

    @property
    def is_judged(self) -> bool:
        return self.missing == 0

    @property
    def passes(self) -> bool:
        return self.is_judged and 2 * self.agrees > self.entitled
