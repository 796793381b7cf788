from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.directives.acting import take_task
from motcua.directives.authority import unit_in
from motcua.directives.events import TaskProgressed
from motcua.directives.models import Progress
from motcua.directives.task_states import State
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal, require_words
from motcua.organisation.access import Officer


class WrongPercent(Refusal):
    """A share outside 0 to 100."""


@transaction.atomic
def report_progress(
    *, task_id: int, text: str, by: Officer, at: datetime, percent: int | None = None
) -> Progress:
    """Say how far a task is (báo cáo tiến độ); the first report shows that it has been taken up.

    Args:
        percent: 0 to 100; None where it cannot be measured. At 100 the task is not done: it needs its evidence.
    Raises:
        WrongState, WrongPercent, Incomplete, NotAllowed: as their sentences say.
    """
    text = require_words(text, _("Ghi đã làm được gì."), field="text")
    if percent is not None and not 0 <= percent <= 100:
        raise WrongPercent(_("Tiến độ từ 0 đến 100 phần trăm."), field="percent")
    task = take_task("report_progress", task_id=task_id, by=by)
    unit_id = unit_in(by, task)
    row = Progress.objects.create(
        task=task,
        unit_id=unit_id,
        text=text,
        percent=percent,
        reported_at=at,
        reported_by_id=by.account_id,
    )
    task.state = State.IN_PROGRESS
    task.save(update_fields=["state"])
    entry = record(task, "report_progress", by=by, at=at, text=text, percent=percent)
    announce(
        TaskProgressed(task_id=task.pk, sequence=entry.sequence, at=at, unit_id=unit_id, percent=percent)
    )
    return row
