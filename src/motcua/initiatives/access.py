"""Whose initiatives an officer sees, and what may be done with one now."""

from django.utils.translation import gettext as _

from motcua.initiatives.acting import WrongState, not_now
from motcua.initiatives.authority import may, require_may
from motcua.initiatives.models import Initiative
from motcua.initiatives.sight import visible
from motcua.initiatives.states import FINAL, KEEPERS, PROPOSERS, TRANSITIONS, WRITABLE, State
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.roles import LEADERS

__all__ = ["KEEPERS", "PROPOSERS", "may", "require_visible", "verbs", "visible"]

#: Moves made from pages of their own: by a council, a directive, a commune's answer.
_ELSEWHERE = frozenset({"register", "replicate", "commit", "operate"})
#: Only the leader, once the council has proposed.
_AFTER_COUNCIL = frozenset({"recognise", "reject"})


def require_visible(officer: Officer, initiative: Initiative) -> None:
    """Refuse to show a draft of another unit, or one that another unit has only registered."""
    if not visible(officer).filter(pk=initiative.pk).exists():
        raise NotAllowed(_("Sáng kiến này của đơn vị khác và chưa được công nhận."))


def require_exhibits(officer: Officer, initiative: Initiative) -> None:
    """Refuse to take in a file before anything of it is kept.

    Raises:
        WrongState: it has ended.
        NotAllowed: it is another unit's.
    """
    require_may(officer, "add_exhibit", initiative)
    if initiative.state in FINAL:
        raise WrongState(not_now("add_exhibit", initiative))


def verbs(officer: Officer, initiative: Initiative) -> list[str]:
    """What the officer may do with it now: names of acts, for its buttons."""
    state = State(initiative.state)
    found = [verb for verb, step in TRANSITIONS.items() if state in step.sources and verb not in _ELSEWHERE]
    if state in WRITABLE:
        found = ["edit", *found]
    if state == State.PILOTING:
        found.append("count_pilot")
    review = getattr(initiative, "review", None)
    if not (review and review.passed and officer.has(*LEADERS)):
        found = [verb for verb in found if verb not in _AFTER_COUNCIL]
    return [verb for verb in found if may(officer, verb, initiative)]
