from datetime import datetime

from django.db import transaction

from motcua.directives.acting import take_task
from motcua.directives.events import MessagesRead
from motcua.directives.models import Message, ReadReceipt
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.organisation.access import Officer


@transaction.atomic
def read_messages(*, task_id: int, by: Officer, at: datetime) -> list[ReadReceipt]:
    """Note that the officer has read all that was said about a task (đã xem); the first time counts.

    Return the new receipts; reading again changes nothing.
    """
    task = take_task("read_messages", task_id=task_id, by=by)
    unread = Message.objects.filter(task=task).exclude(receipts__account=by.account_id).order_by("pk")
    receipts = ReadReceipt.objects.bulk_create(
        ReadReceipt(message=message, account_id=by.account_id, read_at=at) for message in unread
    )
    if receipts:
        ids = tuple(receipt.message_id for receipt in receipts)
        entry = record(task, "read_messages", by=by, at=at, messages=ids)
        announce(
            MessagesRead(
                task_id=task.pk,
                sequence=entry.sequence,
                at=at,
                reader_id=by.account_id,
                message_ids=ids,
            )
        )
    return receipts
