"""What was said about a task and who has read it; which recipients have opened a directive."""

from datetime import datetime

import msgspec

from motcua.directives.models import Directive, Task


class MessageLine(msgspec.Struct, frozen=True, kw_only=True):
    """One message; ``readers`` are the names of others who have read it, in the order of reading."""

    message_id: int
    text: str
    sender_id: int
    sender_name: str
    sent_at: datetime
    readers: list[tuple[str, datetime]]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One recipient of a directive; ``received_at`` None: nobody there has opened it.

    ``reached``: the text can be opened there; another agency's text stands only with its keeper and those below.
    """

    unit_id: int
    unit_name: str
    received_at: datetime | None
    reader_name: str
    reached: bool = True


def talk(task: Task) -> list[MessageLine]:
    """Return all that was said about a task, oldest first."""
    messages = task.messages.select_related("sent_by").prefetch_related("receipts__account")
    return [
        MessageLine(
            message_id=message.pk,
            text=message.text,
            sender_id=message.sent_by_id,
            sender_name=str(message.sent_by),
            sent_at=message.sent_at,
            readers=[
                (str(receipt.account), receipt.read_at)
                for receipt in sorted(message.receipts.all(), key=lambda row: (row.read_at, row.pk))
                if receipt.account_id != message.sent_by_id
            ],
        )
        for message in messages.order_by("pk")
    ]


def reading(directive: Directive) -> list[Reading]:
    """Return the recipients in the order of the text, with who opened it first at each, and when."""
    rows = directive.recipients.select_related("unit", "received_by").order_by("pk")
    reached = directive.reached()
    return [
        Reading(
            unit_id=row.unit_id,
            unit_name=row.unit.agency_name,
            received_at=row.received_at,
            reader_name=str(row.received_by or ""),
            reached=row.unit_id in reached,
        )
        for row in rows
    ]
