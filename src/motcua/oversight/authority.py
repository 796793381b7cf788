"""Who may do what: by role, and by the unit that keeps the round, the inspection or the block."""

from datetime import date

from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.organisation import queries as organisation
from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.roles import HEADS, LEADERS, Role
from motcua.organisation.sight import stands_for
from motcua.oversight.award_states import PROPOSERS, TRANSITIONS

#: Who looks after archives: the clerk and the archivist, and those who prepare things for the unit.
ARCHIVE_KEEPERS: frozenset[str] = PROPOSERS | {Role.RECORDS_CLERK, Role.ARCHIVIST, Role.SPECIALIST}

_SIGNED = frozenset({"decide", "revoke", "submit_awards", "decide_inspection", "conclude"})
_ARCHIVES = frozenset({"register_block", "report_progress", "set_deadline"})


def roles_for(verb: str, unit: Unit) -> frozenset[str]:
    """The roles that may do an act; what is signed for a committee is signed by its leaders."""
    if verb in _ARCHIVES:
        return ARCHIVE_KEEPERS
    if verb in _SIGNED:
        return HEADS if unit.level == Level.DIVISION or verb == "submit_awards" else LEADERS
    return TRANSITIONS[verb].owners if verb in TRANSITIONS else PROPOSERS


def may(officer: Officer, verb: str, unit: Unit) -> bool:
    """Whether roles and unit allow an act; the state is judged apart."""
    return unit.pk in stands_for(officer) and officer.has(*roles_for(verb, unit))


def require_keeper(officer: Officer, verb: str, unit: Unit) -> None:
    """Refuse, naming the unit or the roles."""
    if unit.pk not in stands_for(officer):
        raise NotAllowed(
            _("Việc này của %(unit)s, đơn vị của bạn không làm được.") % {"unit": unit.name_in_sentence}
        )
    require(officer, *sorted(roles_for(verb, unit)))


def signers(unit: Unit, *, on: date) -> list[Account]:
    """Who may sign the decision to inspect in the name of a unit, by their posts of a day."""
    roles = sorted(roles_for("decide_inspection", unit))
    found = {account.pk: account for role in roles for account in organisation.holders(unit, role, on=on)}
    return sorted(found.values(), key=lambda account: account.pk)
