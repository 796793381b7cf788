from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives import rules
from motcua.directives.acting import take_task
from motcua.directives.events import TaskExtended
from motcua.directives.models import Extension
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer


class CannotExtend(Refusal):
    """There is no deadline, or the new day is not a later one."""


@transaction.atomic
def extend_task(*, task_id: int, to_on: date, reason: str, by: Officer, at: datetime) -> Extension:
    """Give a task more time (gia hạn), with the reason; the old deadline stays in the extension.

    Reminders count anew towards the new day.

    Raises:
        CannotExtend, Incomplete, WrongState, NotAllowed: as their sentences say.
    """
    reason = rules.require_reason(reason)
    task = take_task("extend", task_id=task_id, by=by)
    from_on = task.deadline_on
    if from_on is None:
        raise CannotExtend(_("Nhiệm vụ %(number)s không có hạn để gia hạn.") % {"number": task.number})
    if to_on <= from_on:
        raise CannotExtend(_("Hạn mới phải sau hạn cũ %(day)s.") % {"day": day(from_on)}, field="to_on")
    if to_on < timezone.localdate(at):
        raise CannotExtend(_("Hạn mới đã qua. Chọn một ngày từ hôm nay trở đi."), field="to_on")
    row = Extension.objects.create(
        task=task,
        from_on=from_on,
        to_on=to_on,
        reason=reason[:500],
        granted_at=at,
        granted_by_id=by.account_id,
    )
    task.deadline_on = to_on
    task.save(update_fields=["deadline_on"])
    entry = record(task, "extend", by=by, at=at, from_on=from_on, to_on=to_on, reason=reason)
    announce(TaskExtended(task_id=task.pk, sequence=entry.sequence, at=at, from_on=from_on, to_on=to_on))
    return row
