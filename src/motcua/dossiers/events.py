"""What this package announces."""

from datetime import datetime
from typing import ClassVar

import msgspec


class Snapshot(msgspec.Struct, frozen=True):
    """The facts of a dossier that figures are made of, at one moment.

    ``due_at`` is None before acceptance and while the clock is paused. ``closed_at`` is the instant of a
    finish, a withdrawal or a stop.
    """

    state: str
    unit_id: int
    procedure_id: int
    field: str
    channel: str
    accepted_at: datetime | None
    due_at: datetime | None
    finished_at: datetime | None
    closed_at: datetime | None
    outcome: str


class DossierMoved(msgspec.Struct, frozen=True):
    """A dossier was born, moved or had its due instant changed; ``verb`` says how.

    ``before`` is None for a new dossier. The ledger keeps the same facts, so that any figure made from this
    news can be recounted from history.
    """

    NAME: ClassVar[str] = "dossier.moved"

    dossier_id: int
    code: str
    sequence: int
    verb: str
    at: datetime
    before: Snapshot | None
    after: Snapshot

    @property
    def key(self) -> str:
        return f"dossier.moved:{self.code}:{self.sequence}"
