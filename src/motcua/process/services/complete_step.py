from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.calendars.working_time import WorkingCalendar
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.process import access
from motcua.process.definitions import CaseFacts, Guard
from motcua.process.models import Case, StepRun
from motcua.process.running import finish, lock_by_step


class GuardNotMet(Refusal):
    """Something must be done before the step can be completed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What one move did: the step that ended, the steps that began, and all that are open now."""

    case: Case
    step: StepRun
    opened: list[StepRun]
    now_open: list[StepRun]


@transaction.atomic
def complete_step(
    *, step_id: int, facts: CaseFacts, calendar: WorkingCalendar, by: Officer, at: datetime, note: str = ""
) -> Progress:
    """Complete a step and open those that waited for it.

    Args:
        facts: what the owner of the case knows; the step's guards are asked of it.
    Raises:
        StepNotOpen, CasePaused: it is not this step's turn.
        NotAllowed: the step is in other hands.
        GuardNotMet: something must be done first.
    """
    running, step = lock_by_step(step_id)
    running.require_open(step)
    access.require_may_complete(by, step)
    for guard in running.workflow.step(step.key).guards:
        if not facts.holds(guard):
            raise GuardNotMet(_first(guard) % {"step": step.name})
    finish(step, "complete", by=by, at=at, note=note)
    opened = running.open_ready(calendar=calendar, at=at)
    running.keep(at=at)
    return Progress(running.case, step, opened, running.open_steps())


def _first(guard: Guard) -> str:
    """What must be done first, as a sentence with the step's name in it."""
    sentences = {
        Guard.FEE_SETTLED: _(
            "Chưa thu đủ phí, lệ phí nên chưa xong được bước “%(step)s”. Hãy thu phí trước."
        ),
        Guard.RESULT_DRAFTED: _(
            "Chưa có dự thảo kết quả nên chưa xong được bước “%(step)s”. Hãy soạn kết quả trước."
        ),
        Guard.RESULT_SIGNED: _(
            "Kết quả chưa được ký nên chưa xong được bước “%(step)s”. Hãy trình ký trước."
        ),
        Guard.PAPERS_COMPLETE: _(
            "Hồ sơ còn thiếu giấy tờ nên chưa xong được bước “%(step)s”. Hãy yêu cầu bổ sung."
        ),
    }
    return sentences[guard]
