from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.calendars.working_time import WorkingCalendar
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.process import access
from motcua.process.definitions import COUNTER
from motcua.process.models import StepRun
from motcua.process.running import RunningCase, finish, lock_by_step, move, new_run
from motcua.process.services.complete_step import Progress
from motcua.process.states import StepState


class CannotSendBack(Refusal):
    """The step cannot go back there."""


@transaction.atomic
def send_back(
    *, step_id: int, to_key: str, reason: str, calendar: WorkingCalendar, by: Officer, at: datetime
) -> Progress:
    """Send the work back to an earlier step, which opens as a new turn in the hands that did it before.

    The steps on the way from there to here are done again; other lanes go on untouched. What was done stays in
    history as its first turn.
    """
    running, step = lock_by_step(step_id)
    running.require_open(step)
    access.require_may_complete(by, step)
    if not reason.strip():
        raise CannotSendBack(_("Chuyển trả lại phải ghi lý do."), field="reason")
    _require_earlier(running, step, to_key)
    finish(step, "send_back", by=by, at=at, note=reason)
    again = _new_turns(running, step, to_key)
    opened = running.latest(to_key)
    opened.assignee_id = _who_did(running, to_key)
    running.enter(opened, running.workflow.step(to_key), calendar=calendar, at=at)
    StepRun.objects.bulk_create(again)
    running.keep(at=at)
    return Progress(running.case, step, [opened], running.open_steps())


def _require_earlier(running: RunningCase, step: StepRun, to_key: str) -> None:
    """The step to go back to lies before this one, has been done, and does not stand at the counter."""
    words = {"step": step.name}
    if step.kind in COUNTER:
        raise CannotSendBack(_("Bước “%(step)s” ở quầy, không chuyển trả lại được.") % words)
    if to_key not in running.workflow.before(step.key):
        raise CannotSendBack(_("Bước “%(step)s” chỉ chuyển trả lại được về một bước trước nó.") % words)
    earlier = running.latest(to_key)
    if earlier.kind in COUNTER:
        raise CannotSendBack(
            _(
                "Hồ sơ đã chuyển giải quyết, không trả về bước tiếp nhận. Thiếu giấy tờ thì lập phiếu yêu cầu bổ sung."
            )
        )
    if earlier.state != StepState.DONE:
        raise CannotSendBack(_("Bước “%(step)s” chưa làm nên không trả về đó được.") % {"step": earlier.name})


def _new_turns(running: RunningCase, step: StepRun, to_key: str) -> list[StepRun]:
    """Build a new turn of each step from the earlier one to this one; open ones between them are given up."""
    again = []
    for definition in running.workflow.between(to_key, step.key):
        last = running.latest(definition.key)
        if last.state == StepState.WAITING:
            continue
        if last.state == StepState.OPEN:
            move(last, "cancel")
            last.save(update_fields=["state"])
        again.append(new_run(running.case, definition, position=last.position, turn=last.turn + 1))
    running.steps = sorted([*running.steps, *again], key=lambda run: (run.position, run.turn))
    return again


def _who_did(running: RunningCase, key: str) -> int | None:
    """The account that finished the last turn of a step."""
    done = [run for run in running.steps if run.key == key and run.state == StepState.DONE]
    return done[-1].finished_by_id
