from datetime import datetime

from django.db import transaction

from motcua.directives import rules
from motcua.directives.acting import take_task
from motcua.directives.events import TaskCancelled
from motcua.directives.models import Task
from motcua.directives.task_states import State
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.organisation.access import Officer


@transaction.atomic
def cancel_task(*, task_id: int, reason: str, by: Officer, at: datetime) -> Task:
    """Take an assigned task back (thôi giao), with the reason.

    Raises:
        WrongState: it is closed already, or not assigned yet.
        Incomplete: without a reason.
    """
    reason = rules.require_reason(reason)
    task = take_task("cancel", task_id=task_id, by=by)
    end(task, reason=reason, by=by, at=at)
    return task


def end(task: Task, *, reason: str, by: Officer, at: datetime) -> None:
    """Close a task without a result."""
    task.state = State.CANCELLED
    task.closed_at, task.closed_by_id = at, by.account_id
    task.save(update_fields=["state", "closed_at", "closed_by"])
    entry = record(task, "cancel", by=by, at=at, reason=reason)
    announce(TaskCancelled(task_id=task.pk, sequence=entry.sequence, at=at))
