"""Which units' dossiers lie in an officer's sight today."""

from datetime import date

from django.db.models import Q

from motcua.organisation.access import Officer
from motcua.organisation.models import UnitPlacement
from motcua.organisation.roles import Role

#: Roles that help people and see no dossier.
_BLIND = frozenset({Role.YOUTH_VOLUNTEER, Role.FRONT_MEMBER, Role.CITIZEN, Role.APPLICANT_ORG})


def sees_any(officer: Officer) -> bool:
    """Whether any of the officer's roles works with dossiers."""
    return not officer.roles <= _BLIND


def units_in_sight(officer: Officer, *, on: date | None = None) -> list[int]:
    """The officer's unit and those below it: a province sees its communes, a commune its offices.

    Args:
        on: a day whose hierarchy is meant; without it every placement that has no end counts.
    """
    holds = (
        Q(valid_to=None) if on is None else Q(valid_from__lte=on) & (Q(valid_to=None) | Q(valid_to__gte=on))
    )
    top = officer.unit_id
    below = UnitPlacement.objects.filter(holds).filter(
        Q(parent=top)
        | Q(parent__placements__parent=top)
        | Q(parent__placements__parent__placements__parent=top)
    )
    return [top, *sorted(set(below.values_list("unit_id", flat=True)))]
