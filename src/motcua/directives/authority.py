"""Who may do what: with a directive by role and unit, with a task by the side from which one looks at it."""

from django.utils.translation import gettext as _

from motcua.directives import task_states
from motcua.directives.models import Directive, Task
from motcua.directives.models.directive import DirectiveQuerySet
from motcua.directives.states import DRAFTERS, TRANSITIONS, State
from motcua.directives.task_states import Side
from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.roles import HEADS, LEADERS
from motcua.organisation.sight import own_units, stands_for

_OFFICES_ONLY = frozenset({"issue", "withdraw"})


def roles_for(verb: str, unit: Unit) -> frozenset[str]:
    """The roles that may do an act with the directives of a unit; a division head signs for offices only."""
    if verb in _OFFICES_ONLY and unit.level != Level.DIVISION:
        return LEADERS
    return TRANSITIONS[verb].owners if verb in TRANSITIONS else DRAFTERS


def drafts_to_sign(officer: Officer) -> DirectiveQuerySet:
    """Drafts that wait for this officer's signature: a leader's own units, a division head's offices."""
    drafts = Directive.objects.filter(keeper__in=own_units(officer), state=State.DRAFT)
    if officer.has(*LEADERS):
        return drafts
    return drafts.filter(keeper__level=Level.DIVISION) if officer.has(*HEADS) else drafts.none()


def may_directive(officer: Officer, verb: str, directive: Directive) -> bool:
    """Whether roles and unit allow an act with a directive; its state is judged apart."""
    return directive.keeper_id in stands_for(officer) and officer.has(*roles_for(verb, directive.keeper))


def require_directive(officer: Officer, verb: str, directive: Directive) -> None:
    """Refuse, naming the unit or the roles."""
    if directive.keeper_id not in stands_for(officer):
        raise NotAllowed(
            _("Văn bản này do %(unit)s quản lý, đơn vị của bạn không làm được việc này.")
            % {"unit": directive.keeper.name_in_sentence}
        )
    require(officer, *sorted(roles_for(verb, directive.keeper)))


def require_keeper(officer: Officer, verb: str, unit: Unit) -> None:
    """Refuse to begin a directive or a conference for a unit that is not the officer's."""
    if unit.pk not in own_units(officer):
        raise NotAllowed(_("Bạn không công tác ở %(unit)s.") % {"unit": unit.name_in_sentence})
    require(officer, *sorted(roles_for(verb, unit)))


def sides(officer: Officer, task: Task) -> frozenset[Side]:
    """From which sides an officer looks at a task; none for a stranger."""
    mine = stands_for(officer)
    found = {Side(part.part) for part in task.parts.all() if part.unit_id in mine}
    if task.lead_unit_id in mine:
        found.add(Side.LEAD)
    if task.directive.keeper_id in mine and officer.has(*DRAFTERS):
        found.add(Side.KEEPER)
    return frozenset(found)


def unit_in(officer: Officer, task: Task) -> int:
    """In whose name an officer works on a task: the office with a part in it, else the officer's own unit."""
    mine = own_units(officer)
    if task.lead_unit_id in mine:
        return task.lead_unit_id
    parts = (part.unit_id for part in task.parts.all() if part.unit_id in mine)
    return next(parts, officer.unit_id)


def sides_for(verb: str) -> frozenset[Side]:
    """The sides from which an act with a task is done."""
    if verb in task_states.TRANSITIONS:
        return task_states.TRANSITIONS[verb].sides
    return task_states.ACTS[verb]


def may_task(officer: Officer, verb: str, task: Task) -> bool:
    """Whether an act with a task is this officer's to do; its state is judged apart."""
    return not sides(officer, task).isdisjoint(sides_for(verb))


def require_task(officer: Officer, verb: str, task: Task) -> None:
    """Refuse, naming who does this."""
    allowed = sides_for(verb)
    if not sides(officer, task).isdisjoint(allowed):
        return
    words = {"lead": task.lead_unit.name_in_sentence, "keeper": task.directive.keeper.name_in_sentence}
    if allowed <= {Side.KEEPER}:
        raise NotAllowed(_("Việc này của nơi giao nhiệm vụ: %(keeper)s.") % words)
    if Side.KEEPER in allowed:
        raise NotAllowed(_("Nhiệm vụ này giữa %(keeper)s và %(lead)s, bạn không tham gia.") % words)
    raise NotAllowed(_("Việc này của đơn vị chủ trì hoặc phối hợp: %(lead)s.") % words)
