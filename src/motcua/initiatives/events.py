"""What this package announces. ``sequence`` is the ledger entry of the same act, so a key never comes twice."""

from datetime import date, datetime
from typing import ClassVar

import msgspec


class InitiativeNews(msgspec.Struct, frozen=True, kw_only=True):
    NAME: ClassVar[str]

    initiative_id: int
    sequence: int
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.initiative_id}:{self.sequence}"


class InitiativeMoved(InitiativeNews, frozen=True, kw_only=True):
    """It came into a state by an act (``verb``): registered, tried out, recognised, paused, ended."""

    NAME: ClassVar[str] = "initiative.moved"

    verb: str
    state: str
    unit_id: int | None


class InitiativeChanged(InitiativeNews, frozen=True, kw_only=True):
    """Its words, authors, exhibits or counters changed; its state did not."""

    NAME: ClassVar[str] = "initiative.changed"

    verb: str


class InitiativeScored(InitiativeNews, frozen=True, kw_only=True):
    """A member of the council has scored it; how, nobody is told before the conclusion."""

    NAME: ClassVar[str] = "initiative.scored"

    member_id: int


class InitiativeRecognised(InitiativeNews, frozen=True, kw_only=True):
    """A decision names it."""

    NAME: ClassVar[str] = "initiative.recognised"

    number: str
    decided_on: date
    level: str


class RoundOpened(msgspec.Struct, frozen=True, kw_only=True):
    """A unit takes registrations for a year; it and the units below may send theirs."""

    NAME: ClassVar[str] = "round.opened"

    round_id: int
    unit_id: int
    year: int
    closes_on: date

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.round_id}"


class CouncilFormed(msgspec.Struct, frozen=True, kw_only=True):
    """A council was put together."""

    NAME: ClassVar[str] = "council.formed"

    council_id: int
    unit_id: int
    year: int

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.council_id}"
