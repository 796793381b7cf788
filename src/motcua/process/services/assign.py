from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Staff
from motcua.organisation.queries import holders
from motcua.process import access, parties
from motcua.process.models import StepAssignment, StepRun
from motcua.process.running import RunningCase, lock_by_step
from motcua.process.states import Part


class CannotAssign(Refusal):
    """This account cannot have this part in this step."""


@transaction.atomic
def assign(*, step_id: int, account_id: int, part: Part, by: Officer, at: datetime) -> StepAssignment:
    """Give an account a part in an open step (phân công): DO takes it over, the others stand beside.

    Raises:
        NotAllowed: neither a leader nor the holder gives it, nor does somebody take it from the queue.
        CannotAssign: the account has no post that fits.
    """
    running, step = lock_by_step(step_id)
    running.require_open(step)
    if not access.may_assign(by, step, account_id=account_id):
        raise NotAllowed(
            _("Bước “%(step)s” chỉ do lãnh đạo hoặc người đang giữ phân công.") % {"step": step.name}
        )
    _require_fit(running, step, account_id, part, at)
    _end(step, at, account=account_id)
    if part == Part.DO:
        _end(step, at, part=Part.DO)
        step.assignee = Account.objects.get(pk=account_id)
        step.save(update_fields=["assignee"])
        running.keep(at=at)
    return StepAssignment.objects.create(
        step=step, account_id=account_id, part=part, assigned_at=at, assigned_by_id=by.account_id
    )


@transaction.atomic
def unassign(*, step_id: int, account_id: int, by: Officer, at: datetime) -> StepRun:
    """End an account's part in a step; without a doer the step goes back to the queue of its role."""
    running, step = lock_by_step(step_id)
    running.require_open(step)
    if account_id != by.account_id and not access.may_assign(by, step, account_id=account_id):
        raise NotAllowed(
            _("Bước “%(step)s” chỉ do lãnh đạo hoặc người đang giữ phân công.") % {"step": step.name}
        )
    _end(step, at, account=account_id)
    if step.assignee_id == account_id:
        step.assignee = None
        step.save(update_fields=["assignee"])
        running.keep(at=at)
    return step


def _end(step: StepRun, at: datetime, **which: object) -> None:
    step.assignments.filter(ended_at=None, **which).update(ended_at=at)


def _require_fit(running: RunningCase, step: StepRun, account_id: int, part: Part, at: datetime) -> None:
    """Who does a step holds its role; who stands beside works for the unit; volunteers see no dossier."""
    on, unit = timezone.localdate(at), running.case.unit
    if part == Part.DO and step.role not in parties.EXTERNAL:
        if account_id not in {account.pk for account in holders(unit, step.role, on=on)}:
            raise CannotAssign(
                _("Người được giao không giữ vai trò của bước “%(step)s”.") % {"step": step.name},
                field="account_id",
            )
        return
    posts = Staff.objects.valid(on=on).filter(unit=unit, account=account_id, account__is_active=True)
    if not posts.exclude(role="youth_volunteer").exists():
        raise CannotAssign(
            _("Người được giao không làm việc ở %(unit)s.") % {"unit": unit.name_in_sentence},
            field="account_id",
        )
