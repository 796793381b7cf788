"""For which units an officer stands, and into which ones one may look, whatever became of the units since."""

from collections.abc import Iterable

from motcua.kernel.memory import kept_until_change
from motcua.organisation.access import Officer
from motcua.organisation.models import Succession, UnitPlacement
from motcua.organisation.roles import Role

#: Roles that help people, or run the machine, and have no part in what offices order each other.
_OUTSIDE = frozenset(
    {
        Role.CITIZEN,
        Role.APPLICANT_ORG,
        Role.POST_OFFICER,
        Role.HAMLET_HEAD,
        Role.YOUTH_VOLUNTEER,
        Role.FRONT_MEMBER,
        Role.ADMINISTRATOR,
        Role.SYSTEM,
    }
)


def takes_part(officer: Officer) -> bool:
    """Whether any of the officer's roles deals with what offices order and report to each other."""
    return not officer.roles <= _OUTSIDE


def own_units(officer: Officer) -> frozenset[int]:
    """The officer's unit and the offices in it where the officer holds a post; none for those outside."""
    return frozenset({officer.unit_id, *officer.division_ids}) if takes_part(officer) else frozenset()


def stands_for(officer: Officer) -> frozenset[int]:
    """The own units, and those that they have taken over: what a merged commune had to do, its heir has to do."""
    return with_predecessors(own_units(officer))


def sees(officer: Officer) -> frozenset[int]:
    """Units into which the officer looks: those stood for, and all that were ever below them."""
    return with_subordinates(stands_for(officer))


def with_predecessors(unit_ids: Iterable[int]) -> frozenset[int]:
    """Units with all those whose territory or work they inherited."""
    return _with_predecessors(frozenset(unit_ids))


@kept_until_change
def _with_predecessors(unit_ids: frozenset[int]) -> frozenset[int]:
    found = frontier = unit_ids
    while frontier:
        before = Succession.objects.filter(successor__in=frontier).values_list("predecessor_id", flat=True)
        frontier = frozenset(before) - found
        found |= frontier
    return found


def with_subordinates(unit_ids: Iterable[int]) -> frozenset[int]:
    """Units with all that stand or stood below them, at any time."""
    return _with_subordinates(frozenset(unit_ids))


@kept_until_change
def _with_subordinates(unit_ids: frozenset[int]) -> frozenset[int]:
    found = frontier = unit_ids
    while frontier:
        below = UnitPlacement.objects.filter(parent__in=frontier).values_list("unit_id", flat=True)
        frontier = frozenset(below) - found
        found |= frontier
    return found


@kept_until_change
def with_superiors(unit_ids: frozenset[int]) -> frozenset[int]:
    """Units with all those under which they stand or stood, at any time."""
    found = frontier = unit_ids
    while frontier:
        above = UnitPlacement.objects.filter(unit__in=frontier).values_list("parent_id", flat=True)
        frontier = frozenset(above) - found
        found |= frontier
    return found
