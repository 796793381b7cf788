"""A quorum: how many of those who judge must have judged before a council decides; pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quorum:
    """A share of those who may judge (tỷ lệ tối thiểu): ``votes`` of every ``of``, as whole numbers."""

    votes: int
    of: int

    def __str__(self) -> str:
        return f"{self.votes}/{self.of}"

    def needed(self, entitled: int) -> int:
        """How many of so many must have judged, rounded up: two thirds of four are three."""
        return -(-self.votes * entitled // self.of)
