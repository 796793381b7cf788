from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from motcua.directives.acting import lock_task
from motcua.directives.events import TaskDueSoon
from motcua.directives.models import Reminder, Task
from motcua.directives.task_states import REMINDER_DAYS
from motcua.identity.acts import record
from motcua.kernel.outbox import announce


def remind_due(*, at: datetime) -> list[Reminder]:
    """Remind of every open task that is due in 7, 3 or 1 calendar days, each of them once for each deadline.

    Safe to call at any pace by any number of workers. After a silence (the worker was down, the task came late)
    only the nearest reminder goes out, so that nobody is reminded twice on one day; what has passed is late and
    stands on the board. Each task is its own transaction.

    Args:
        at: now; the days are counted in local dates.
    """
    on = timezone.localdate(at)
    near = Task.objects.open().filter(
        deadline_on__gte=on, deadline_on__lte=on + timedelta(days=max(REMINDER_DAYS))
    )
    owed = [
        task_id
        for task_id, deadline_on in near.order_by("deadline_on", "pk").values_list("pk", "deadline_on")
        if deadline_on and not _sent(task_id, deadline_on, on=on)
    ]
    sent = (_remind(task_id, on=on, at=at) for task_id in owed)
    return [reminder for reminder in sent if reminder is not None]


def days_before(deadline_on: date, *, on: date) -> int | None:
    """Which reminder is the one for this day; None before the first one and after the deadline."""
    left = (deadline_on - on).days
    return min((days for days in REMINDER_DAYS if left <= days), default=None) if left >= 0 else None


def _sent(task_id: int, deadline_on: date, *, on: date) -> bool:
    """Whether this day's reminder went out, or a nearer one did already."""
    days = days_before(deadline_on, on=on)
    return Reminder.objects.filter(task=task_id, deadline_on=deadline_on, days_before__lte=days).exists()


@transaction.atomic
def _remind(task_id: int, *, on: date, at: datetime) -> Reminder | None:
    task = lock_task(task_id)
    days = days_before(task.deadline_on, on=on) if task.deadline_on else None
    if days is None or task.deadline_on is None or not task.is_open:
        return None
    if _sent(task_id, task.deadline_on, on=on):
        return None
    reminder = Reminder.objects.create(task=task, deadline_on=task.deadline_on, days_before=days, sent_at=at)
    left = (task.deadline_on - on).days
    entry = record(task, "remind", by=None, at=at, days_before=days, days_left=left)
    announce(
        TaskDueSoon(
            task_id=task.pk,
            sequence=entry.sequence,
            at=at,
            lead_unit_id=task.lead_unit_id,
            deadline_on=task.deadline_on,
            days_before=days,
            days_left=left,
        )
    )
    return reminder
