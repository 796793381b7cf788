"""Whose directives and tasks an officer sees, and what may be done with one.

A text that a unit issues here, or enters from its own paper, is seen by everybody to whom it is addressed. A text that
a unit enters as another agency's (công văn đến) is that unit's copy and nothing more: whatever its list of recipients
says, only the keeper sees it, and units under the keeper that are named in it, to which the keeper passed it on. It
binds nobody else, is counted as unread by nobody else, and its issuer cannot be held to it; the issuer speaks to its
recipients by issuing or entering the text itself.
"""

from django.utils.translation import gettext as _

from motcua.directives.authority import drafts_to_sign, may_directive, may_task
from motcua.directives.models import Directive, Task
from motcua.directives.models.directive import DirectiveQuerySet
from motcua.directives.models.task import TaskQuerySet
from motcua.directives.states import TRANSITIONS, State
from motcua.directives.task_states import ACTS
from motcua.directives.task_states import TRANSITIONS as TASK_TRANSITIONS
from motcua.directives.task_states import State as TaskState
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.sight import own_units, stands_for

__all__ = [
    "directive_verbs", "drafts_to_sign", "may_directive", "may_task", "own_units", "require_visible", "stands_for",
    "task_verbs", "tasks_visible_to", "visible_to",
]  # fmt: skip


def visible_to(officer: Officer) -> DirectiveQuerySet:
    """Directives that the officer may read: what the own unit keeps, and all that reach it once issued."""
    return Directive.objects.in_sight_of(stands_for(officer))


def tasks_visible_to(officer: Officer) -> TaskQuerySet:
    """Tasks that the own unit gave, leads, helps with or follows."""
    return Task.objects.in_sight_of(stands_for(officer))


def require_visible(officer: Officer, directive: Directive) -> None:
    """Refuse to show a directive outside the officer's sight."""
    if not visible_to(officer).filter(pk=directive.pk).exists():
        raise NotAllowed(_("Văn bản này không gửi tới đơn vị của bạn."))


def directive_verbs(officer: Officer, directive: Directive) -> list[str]:
    """What the officer may do with a directive now: names of services, for its buttons."""
    verbs = ["edit"] if directive.state == State.DRAFT else []
    verbs += [verb for verb, step in TRANSITIONS.items() if directive.state in step.sources]
    return [verb for verb in verbs if may_directive(officer, verb, directive)]


def task_verbs(officer: Officer, task: Task) -> list[str]:
    """What the officer may do with a task now; about a closed one people may still talk, a planned one rests."""
    if task.state == TaskState.PLANNED:
        return []
    moves = [
        verb for verb, step in TASK_TRANSITIONS.items() if verb != "assign" and task.state in step.sources
    ]
    acts = list(ACTS) if task.is_open else ["send_message", "read_messages"]
    return [verb for verb in [*moves, *acts] if may_task(officer, verb, task)]
