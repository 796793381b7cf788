"""What this package announces. ``sequence`` is the ledger entry of the same act, so a key never comes twice."""

from datetime import date, datetime
from typing import ClassVar

import msgspec


class DirectiveNews(msgspec.Struct, frozen=True, kw_only=True):
    NAME: ClassVar[str]

    directive_id: int
    sequence: int
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.directive_id}:{self.sequence}"


class DirectiveDrafted(DirectiveNews, frozen=True, kw_only=True):
    """A draft was begun or changed; ``verb`` says how."""

    NAME: ClassVar[str] = "directive.drafted"

    verb: str


class DirectiveIssued(DirectiveNews, frozen=True, kw_only=True):
    """A directive holds from now on: signed here, or entered from paper (then ``issued_on`` may lie far back)."""

    NAME: ClassVar[str] = "directive.issued"

    kind: str
    number: str
    issued_on: date
    keeper_id: int
    recipient_ids: tuple[int, ...]


class DirectiveReceived(DirectiveNews, frozen=True, kw_only=True):
    """A unit that the directive is addressed to has opened it."""

    NAME: ClassVar[str] = "directive.received"

    unit_id: int


class DirectiveWithdrawn(DirectiveNews, frozen=True, kw_only=True):
    """A directive no longer holds; its open tasks have been cancelled."""

    NAME: ClassVar[str] = "directive.withdrawn"

    was_issued: bool


class ConferenceRecorded(msgspec.Struct, frozen=True, kw_only=True):
    """A conference was entered, or what is known of it was corrected."""

    NAME: ClassVar[str] = "conference.recorded"

    conference_id: int
    sequence: int
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.conference_id}:{self.sequence}"


class TaskNews(msgspec.Struct, frozen=True, kw_only=True):
    NAME: ClassVar[str]

    task_id: int
    sequence: int
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.task_id}:{self.sequence}"


class TaskAssigned(TaskNews, frozen=True, kw_only=True):
    NAME: ClassVar[str] = "task.assigned"

    directive_id: int
    lead_unit_id: int
    other_unit_ids: tuple[int, ...]
    deadline_on: date | None


class TaskProgressed(TaskNews, frozen=True, kw_only=True):
    """A unit said how far it is; ``percent`` is None where it cannot be measured."""

    NAME: ClassVar[str] = "task.progressed"

    unit_id: int
    percent: int | None


class EvidenceAdded(TaskNews, frozen=True, kw_only=True):
    NAME: ClassVar[str] = "task.evidence_added"

    evidence_id: int


class TaskExtended(TaskNews, frozen=True, kw_only=True):
    NAME: ClassVar[str] = "task.extended"

    from_on: date
    to_on: date


class TaskDueSoon(TaskNews, frozen=True, kw_only=True):
    """The deadline comes near: ``days_before`` is the reminder's own number (7, 3 or 1), ``days_left`` the truth."""

    NAME: ClassVar[str] = "task.due_soon"

    lead_unit_id: int
    deadline_on: date
    days_before: int
    days_left: int


class TaskClosed(TaskNews, frozen=True, kw_only=True):
    """A task is done; ``on_time`` is None when it had no deadline."""

    NAME: ClassVar[str] = "task.closed"

    lead_unit_id: int
    on_time: bool | None


class TaskCancelled(TaskNews, frozen=True, kw_only=True):
    NAME: ClassVar[str] = "task.cancelled"


class MessageSent(TaskNews, frozen=True, kw_only=True):
    NAME: ClassVar[str] = "task.message_sent"

    message_id: int
    sender_id: int


class MessagesRead(TaskNews, frozen=True, kw_only=True):
    NAME: ClassVar[str] = "task.messages_read"

    reader_id: int
    message_ids: tuple[int, ...]
