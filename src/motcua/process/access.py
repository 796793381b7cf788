"""Who may complete, send back or hand out a step."""

from django.utils.translation import gettext as _

from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.roles import Role
from motcua.process import parties
from motcua.process.definitions import COUNTER, StepKind
from motcua.process.models import StepRun


def may_complete(officer: Officer, step: StepRun) -> bool:
    """Whether the officer may finish the step now; its state and guards are judged apart."""
    return why_not(officer, step) is None


def require_may_complete(officer: Officer, step: StepRun) -> None:
    """Refuse, with the reason, an officer who may not finish the step."""
    sentence = why_not(officer, step)
    if sentence is not None:
        raise NotAllowed(sentence)


def why_not(officer: Officer, step: StepRun) -> str | None:
    """Return why the officer may not finish the step, None when it is allowed.

    At the counter the role decides, whoever took the dossier in; elsewhere the person who holds the step. What
    a body outside the office answers is recorded by the counter or by a specialist.
    """
    if step.kind in COUNTER:
        return None if officer.has(step.role, *parties.DESK) else _for_role(step)
    if officer.unit_id != step.case.unit_id:
        return _("Bước “%(step)s” do đơn vị khác giải quyết.") % {"step": step.name}
    if step.assignee_id == officer.account_id:
        return None
    if step.kind == StepKind.EXTERNAL or step.role in parties.EXTERNAL:
        return None if officer.has(step.role, *parties.RECORDERS) else _for_role(step)
    if not officer.has(step.role):
        return _for_role(step)
    if step.assignee_id is None or step.kind == StepKind.SIGN:
        return None
    return _("Bước “%(step)s” đang do %(name)s giữ. Nhờ phân công lại nếu cần làm thay.") % {
        "step": step.name,
        "name": step.assignee,
    }


def _for_role(step: StepRun) -> str:
    words = {"step": step.name, "role": Role(step.role).label}
    return _("Bước “%(step)s” dành cho: %(role)s.") % words


def may_assign(officer: Officer, step: StepRun, *, account_id: int) -> bool:
    """Whether the officer may give the step to an account: leaders to anybody, holders onwards, others to themselves.

    Taking a step out of its role's queue is giving it to oneself.
    """
    if officer.unit_id != step.case.unit_id:
        return False
    if officer.has(*parties.ASSIGNERS) or step.assignee_id == officer.account_id:
        return True
    return step.assignee_id is None and account_id == officer.account_id and may_complete(officer, step)


def may_publish(officer: Officer, unit_id: int | None) -> bool:
    """Whether the officer may arrange the workflows of a unit; the common ones belong to administrators."""
    if unit_id is None:
        return officer.has(Role.ADMINISTRATOR)
    own = officer.unit_id == unit_id and officer.has(
        Role.COMMUNE_LEADER, Role.ONE_STOP_HEAD, Role.PAR_OFFICER, Role.HOME_AFFAIRS_OFFICER
    )
    return own or officer.has(Role.ADMINISTRATOR)
