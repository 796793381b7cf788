"""What this package announces. ``sequence`` is the ledger entry of the same act, so a key never comes twice."""

from datetime import datetime
from typing import ClassVar

import msgspec


class News(msgspec.Struct, frozen=True, kw_only=True):
    NAME: ClassVar[str]

    row_id: int
    sequence: int
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.row_id}:{self.sequence}"


class AwardRoundMoved(News, frozen=True, kw_only=True):
    """A round was opened, filled, voted on or stopped; ``verb`` says how. ``row_id`` is the round."""

    NAME: ClassVar[str] = "award_round.moved"

    verb: str
    unit_id: int


class AwardsDecided(News, frozen=True, kw_only=True):
    """A list is commended. ``row_id`` is the round; ``unit_ids`` are those whose people or offices are on it."""

    NAME: ClassVar[str] = "awards.decided"

    decision_id: int
    number: str
    unit_id: int
    unit_ids: tuple[int, ...]
    commendations: int


class InspectionMoved(News, frozen=True, kw_only=True):
    """An inspection was planned, started, minuted, concluded or cancelled; ``verb`` says how.

    A surprise plan is announced without a word on where and when: ``target_unit_ids`` stay empty until it starts.
    """

    NAME: ClassVar[str] = "inspection.moved"

    verb: str
    unit_id: int
    target_unit_ids: tuple[int, ...]


class BacklogMoved(News, frozen=True, kw_only=True):
    """A block was registered or worked on, or its deadline was set; volumes in decimetres of shelf."""

    NAME: ClassVar[str] = "backlog.moved"

    verb: str
    unit_id: int
    processed_dm: int
    remaining_dm: int
