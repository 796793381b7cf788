from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.directives.acting import take_task
from motcua.directives.events import TaskClosed
from motcua.directives.models import Evidence, Task
from motcua.directives.task_states import State
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


class EvidenceNeeded(Refusal):
    """A task is done only with evidence."""


@transaction.atomic
def close_task(
    *, task_id: int, by: Officer, at: datetime, outcome: str = "", evidence_id: int | None = None
) -> Task:
    """Call a task done (hoàn thành), by a piece of its evidence; whether in time is judged by the deadline in force.

    Args:
        outcome: what came of it, against the target.
        evidence_id: the piece that proves it; None: the newest one.
    Raises:
        EvidenceNeeded, WrongState, NotAllowed: as their sentences say.
    """
    task = take_task("close", task_id=task_id, by=by)
    task.closing_evidence = _proof(task, evidence_id)
    task.state = State.DONE
    task.outcome = clean(outcome)[:500]
    task.closed_at, task.closed_by_id = at, by.account_id
    task.save(update_fields=["closing_evidence", "state", "outcome", "closed_at", "closed_by"])
    entry = record(task, "close", by=by, at=at, outcome=task.outcome, on_time=task.on_time)
    announce(
        TaskClosed(
            task_id=task.pk,
            sequence=entry.sequence,
            at=at,
            lead_unit_id=task.lead_unit_id,
            on_time=task.on_time,
        )
    )
    return task


def _proof(task: Task, evidence_id: int | None) -> Evidence:
    pieces = task.evidence.order_by("-pk")
    found = pieces.first() if evidence_id is None else pieces.filter(pk=evidence_id).first()
    if found is None:
        raise EvidenceNeeded(
            _(
                "Nhiệm vụ %(number)s chưa có minh chứng. Thêm báo cáo, văn bản hay hình ảnh, rồi mới báo hoàn thành."
            )
            % {"number": task.number},
            field="evidence",
        )
    return found
