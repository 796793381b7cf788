from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.calendars.working_time import WorkingCalendar
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.process import access
from motcua.process.running import finish, lock_by_step
from motcua.process.services.complete_step import Progress
from motcua.process.states import StepState


class StepNeeded(Refusal):
    """The workflow does not allow this step to be skipped."""


@transaction.atomic
def skip_step(*, step_id: int, reason: str, calendar: WorkingCalendar, by: Officer, at: datetime) -> Progress:
    """Skip an optional step (bỏ qua bước không cần làm), open or not yet its turn; the reason stays with it."""
    running, step = lock_by_step(step_id)
    if not step.optional:
        raise StepNeeded(_("Bước “%(step)s” bắt buộc, không bỏ qua được.") % {"step": step.name})
    access.require_may_complete(by, step)
    if step.state == StepState.WAITING:
        finish(step, "skip_waiting", by=by, at=at, note=reason)
    else:
        running.require_open(step)
        finish(step, "skip", by=by, at=at, note=reason)
    opened = running.open_ready(calendar=calendar, at=at)
    running.keep(at=at)
    return Progress(running.case, step, opened, running.open_steps())
