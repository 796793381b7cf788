from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.directives.acting import take_task
from motcua.directives.events import MessageSent
from motcua.directives.models import Message, ReadReceipt
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import require_words
from motcua.organisation.access import Officer


@transaction.atomic
def send_message(*, task_id: int, text: str, by: Officer, at: datetime) -> Message:
    """Say something about a task to all who have a part in it (trao đổi), also after it is done.

    The sender has read their own message from the start.
    """
    text = require_words(text, _("Viết nội dung trao đổi."), field="text")
    task = take_task("send_message", task_id=task_id, by=by)
    message = Message.objects.create(task=task, text=text, sent_at=at, sent_by_id=by.account_id)
    ReadReceipt.objects.create(message=message, account_id=by.account_id, read_at=at)
    entry = record(task, "send_message", by=by, at=at, message=message.pk, text=text)
    announce(
        MessageSent(
            task_id=task.pk,
            sequence=entry.sequence,
            at=at,
            message_id=message.pk,
            sender_id=by.account_id,
        )
    )
    return message
