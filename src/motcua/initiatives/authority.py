"""Who may do what with an initiative: by role, and by whose it is."""

from django.utils.translation import gettext as _

from motcua.initiatives.models import Initiative
from motcua.initiatives.states import KEEPERS, PROPOSERS, TRANSITIONS
from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.models import Unit
from motcua.organisation.sight import own_units, sees, stands_for

#: Acts that change no state.
_OTHER_ACTS = {
    "edit": PROPOSERS,
    "add_exhibit": PROPOSERS,
    "count_pilot": PROPOSERS,
    "conclude": PROPOSERS,
}
#: Done by those whose it is; the other acts also by the units above.
_OWN = frozenset({"register", "edit", "submit", "add_exhibit", "count_pilot"})
#: A model of service once recognised is there for everybody to copy.
_ANYBODYS = frozenset({"replicate", "commit", "operate"})


def roles_for(verb: str) -> frozenset[str]:
    return TRANSITIONS[verb].owners if verb in TRANSITIONS else _OTHER_ACTS[verb]


def may(officer: Officer, verb: str, initiative: Initiative) -> bool:
    """Whether roles and unit allow an act; the state is judged apart."""
    return officer.has(*roles_for(verb)) and _is_theirs(officer, verb, initiative)


def require_may(officer: Officer, verb: str, initiative: Initiative) -> None:
    """Refuse, naming the unit or the roles."""
    if not _is_theirs(officer, verb, initiative):
        raise NotAllowed(_("Sáng kiến này của %(unit)s.") % {"unit": initiative.unit_text})
    require(officer, *sorted(roles_for(verb)))


def require_unit_of(officer: Officer, verb: str, unit: Unit) -> None:
    """Refuse to begin something for a unit that is not the officer's."""
    if unit.pk not in own_units(officer):
        raise NotAllowed(_("Bạn không công tác ở %(unit)s.") % {"unit": unit.name_in_sentence})
    require(officer, *sorted(KEEPERS if verb in {"open_round", "form_council"} else roles_for(verb)))


def _is_theirs(officer: Officer, verb: str, initiative: Initiative) -> bool:
    if verb in _ANYBODYS:
        return True
    return initiative.unit_id in (stands_for(officer) if verb in _OWN else sees(officer))
