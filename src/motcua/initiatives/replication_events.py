"""What units announce about models. ``sequence`` is the ledger entry of the same act, so a key comes once."""

from datetime import datetime
from typing import ClassVar

import msgspec


class ModelAnswered(msgspec.Struct, frozen=True, kw_only=True):
    """A unit took a model up, or said why not; ``state`` is its answer."""

    NAME: ClassVar[str] = "model.answered"

    adoption_id: int
    sequence: int
    at: datetime
    initiative_id: int
    unit_id: int
    state: str

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.adoption_id}:{self.sequence}"


class SilenceReminded(msgspec.Struct, frozen=True, kw_only=True):
    """A unit was reminded of the models about which it is silent in a quarter (``2021Q3``)."""

    NAME: ClassVar[str] = "replication.reminded"

    reminder_id: int
    at: datetime
    unit_id: int
    quarter: str
    initiative_ids: tuple[int, ...]

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.reminder_id}"
