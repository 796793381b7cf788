"""Which units' dossiers lie in an officer's sight."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from motcua.kernel.memory import kept_until_change
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Kind
from motcua.organisation.models import Succession, UnitPlacement
from motcua.organisation.models.periods import valid_on
from motcua.organisation.roles import Role

#: Roles that help people and see no dossier.
_BLIND = frozenset({Role.YOUTH_VOLUNTEER, Role.FRONT_MEMBER, Role.CITIZEN, Role.APPLICANT_ORG})
#: Rooms of an office: dossiers belong to the office itself.
_ROOMS = (Kind.PHONG, Kind.VAN_PHONG, Kind.TRUNG_TAM)


def sees_any(officer: Officer) -> bool:
    """Whether any of the officer's roles works with dossiers."""
    return not officer.roles <= _BLIND


def units_in_sight(officer: Officer, *, on: date | None = None) -> list[int]:
    """The officer's unit and those below it, nearest first: a province sees its communes.

    Args:
        on: a day whose hierarchy is meant; without it every placement that has no end counts.
    """
    return list(_in_sight(officer.unit_id, on))


@kept_until_change
def _in_sight(top: int, on: date | None) -> tuple[int, ...]:
    holds = Q(valid_to=None) if on is None else valid_on(on)
    placements = UnitPlacement.objects.filter(holds).exclude(unit__kind__in=_ROOMS)
    seen = level = [top]
    while level:
        below = placements.filter(parent__in=level).values_list("unit_id", flat=True)
        level = [unit_id for unit_id in below if unit_id not in seen]
        seen = [*seen, *level]
    return tuple(seen)


def archives_in_sight(unit_ids: Collection[int]) -> list[int]:
    """Units that ended and whose archives passed to these: their dossiers are looked up here."""
    return list(_archives_of(frozenset(unit_ids)))


@kept_until_change
def _archives_of(unit_ids: frozenset[int]) -> tuple[int, ...]:
    found: set[int] = set()
    frontier = set(unit_ids)
    while frontier:
        before = Succession.objects.filter(successor__in=frontier).values_list("predecessor_id", flat=True)
        frontier = set(before) - found
        found |= frontier
    return tuple(sorted(found))
