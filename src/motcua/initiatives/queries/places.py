"""Which units stand in the matrix of a unit."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Max, Q

from motcua.initiatives.models import Adoption, Initiative, ModelCase, Replication
from motcua.initiatives.queries.orders import orders
from motcua.initiatives.states import LIVE
from motcua.kernel.quarters import Quarter
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit, UnitPlacement
from motcua.organisation.order import in_order
from motcua.organisation.sight import with_predecessors, with_subordinates

MOST_COMMUNES = 40  # more are shown only where they have something to do with a model


def matrix_units(unit: Unit, quarter: Quarter) -> list[int]:
    """The communes below a unit in a quarter, and others below it (or itself) that have to do with a model.

    Of many communes, as under a province, only those that have.
    """
    below = dict(_below(unit, quarter))
    concerned = _concerned([unit.pk, *below], quarter)
    communes = {pk for pk, level in below.items() if level == Level.COMMUNE}
    shown = concerned | communes if len(communes) <= MOST_COMMUNES else concerned
    return sorted(shown) or [unit.pk]


def keepers_of_orders(unit_ids: frozenset[int]) -> list[Unit]:
    """Those of the units that have ever ordered models of others, as lists show them."""
    keepers = Replication.objects.filter(directive__issuer__in=unit_ids).values("directive__issuer")
    return in_order(Unit.objects.filter(pk__in=keepers))


def last_quarter(unit: Unit, *, on: date) -> Quarter:
    """The quarter to begin with: the present one; for a unit that has ended, the last in which a model was served
    or ordered."""
    if unit.valid_to is None or unit.valid_to >= on:
        return Quarter.counted_on(on)
    served = ModelCase.objects.valid().filter(unit__in=with_subordinates([unit.pk]))
    last = served.aggregate(last=Max("happened_on"))["last"]
    ordered = Replication.objects.filter(directive__issuer__in=with_subordinates([unit.pk]))
    told = ordered.aggregate(last=Max("directive__issued_on"))["last"]
    return Quarter.counted_on(last or told or unit.valid_to)


def _below(unit: Unit, quarter: Quarter) -> Iterator[tuple[int, str]]:
    """Key and level of every unit that stood below at any time in the quarter, or below those it has taken over."""
    then = Q(valid_from__lte=quarter.counts_to) & (Q(valid_to=None) | Q(valid_to__gte=quarter.counts_from))
    there = Q(unit__valid_to=None) | Q(unit__valid_to__gte=quarter.counts_from)
    placements = UnitPlacement.objects.filter(then, there)
    seen = set(with_predecessors([unit.pk]))
    frontier = list(seen)
    while frontier:
        rows = placements.filter(parent__in=frontier).values_list("unit", "unit__level")
        fresh = {pk: level for pk, level in rows if pk not in seen}
        yield from fresh.items()
        seen |= fresh.keys()
        frontier = list(fresh)


def _concerned(unit_ids: list[int], quarter: Quarter) -> set[int]:
    told = {order.unit_id for order in orders(unit_ids, on=quarter.counts_to)}
    answered = Adoption.objects.filter(unit__in=unit_ids).values_list("unit", flat=True)
    days = Q(happened_on__gte=quarter.counts_from, happened_on__lte=quarter.counts_to)
    served = ModelCase.objects.valid().filter(days, unit__in=unit_ids).values_list("unit", flat=True)
    made = Initiative.objects.filter(unit__in=unit_ids, state__in=sorted(LIVE)).values_list("unit", flat=True)
    return told | set(answered) | set(served) | {unit for unit in made if unit is not None}
