"""Who may do what with a dossier: by role, and by the unit that received it or settles it."""

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.remembered import remembered
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import TRANSITIONS
from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.roles import Role
from motcua.process import parties

#: Acts at the counter, open to the unit that received the dossier as to the one that settles it.
AT_THE_COUNTER = frozenset(
    {
        "accept", "accept_completed", "refuse", "ask_supplement", "take_supplement", "transfer", "collect_fee",
        "cancel_fee", "reassess_fee", "return_result", "withdraw", "add_files", "note",
    }
)  # fmt: skip
_WORKERS = parties.DESK | parties.SPECIALISTS | parties.SIGNERS | parties.EXTERNAL | {Role.RECORDS_CLERK}
#: Roles for acts that do not move a dossier between states; acts on a step are judged by ``process.access``.
_ROLES: dict[str, frozenset[str]] = {
    "note": _WORKERS,
    "add_files": _WORKERS,
    "complete_step": _WORKERS,
    "skip_step": _WORKERS,
    "send_back": _WORKERS,
    "assign": _WORKERS,
    "unassign": _WORKERS,
    "draft_result": parties.SPECIALISTS | parties.DESK | {Role.RECORDS_CLERK},
    "record_result": parties.RECORDERS,
    "sign_result": parties.SIGNERS,
    "collect_fee": parties.DESK,
    "cancel_fee": parties.DESK,
    "reassess_fee": parties.DESK,
    "extend_limit": parties.SPECIALISTS | parties.SIGNERS | {Role.ONE_STOP_HEAD},
    "apologise": parties.SIGNERS | {Role.ONE_STOP_HEAD, Role.DIVISION_HEAD},
}


def roles_for(verb: str, definition: ProcedureDefinition | None = None) -> frozenset[str]:
    """The roles that may do an act; at the counter also the one that the procedure names for its counter."""
    roles = _ROLES.get(verb) or frozenset(TRANSITIONS[verb].owners)
    if definition is not None and verb in AT_THE_COUNTER:
        roles |= _counter_roles(definition)
    return roles


@remembered
def _counter_roles(definition: ProcedureDefinition) -> frozenset[str]:
    """Who receives and hands over by the procedure itself: police for residence, the mobile team at home."""
    return frozenset(step.role for step in definition.steps if step.status_after in {2, 10})


def may(officer: Officer, verb: str, dossier: Dossier) -> bool:
    """Whether the officer's roles and unit allow the act; the dossier's state is judged apart."""
    at_home = officer.unit_id == dossier.unit_id
    at_counter = verb in AT_THE_COUNTER and officer.unit_id == dossier.received_unit_id
    return (at_home or at_counter) and officer.has(*roles_for(verb, dossier.version.definition))


def require_may(officer: Officer, verb: str, dossier: Dossier) -> None:
    """Refuse, naming the roles or the unit, an officer who may not do the act."""
    if may(officer, verb, dossier):
        return
    require(officer, *sorted(roles_for(verb, dossier.version.definition)))
    raise NotAllowed(
        _("Hồ sơ %(code)s do %(unit)s giải quyết, đơn vị của bạn không làm được việc này.")
        % {"code": dossier.short_code, "unit": dossier.unit.name_in_sentence}
    )
