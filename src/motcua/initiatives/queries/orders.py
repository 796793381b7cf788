"""Which models have been ordered, to whom, and what came back."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta

import msgspec
from django.db.models import Q
from django.utils import timezone

from motcua.directives.models import Directive
from motcua.initiatives.models import Adoption, Initiative, Replication, SilenceReminder
from motcua.initiatives.replication_kinds import Group
from motcua.kernel.memory import kept_until_change
from motcua.kernel.quarters import Quarter
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit, UnitPlacement
from motcua.organisation.models.periods import valid_on


class Order(msgspec.Struct, frozen=True):
    """One model that one unit was told of, by an issued directive."""

    unit_id: int
    replication: Replication


def in_force(*, on: date, directive_id: int | None = None) -> list[Replication]:
    """Replications of directives issued by a day and not withdrawn by then, oldest first."""
    next_day = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))
    held = Q(directive__withdrawn_at=None) | Q(directive__withdrawn_at__gte=next_day)
    found = Replication.objects.filter(held, directive__issued_on__lte=on)
    if directive_id is not None:
        found = found.filter(directive=directive_id)
    return list(
        found.select_related("directive__issuer", "initiative").order_by("directive__issued_on", "pk")
    )


def orders(unit_ids: Collection[int], *, on: date, directive_id: int | None = None) -> Iterator[Order]:
    """What the units had been told by a day; a unit told of one model twice comes twice."""
    replications = in_force(on=on, directive_id=directive_id)
    reached = _reached({replication.directive_id for replication in replications})
    levels = dict(Unit.objects.filter(pk__in=unit_ids).order_by("pk").values_list("pk", "level"))
    for replication in replications:
        for unit, level in levels.items():
            if unit in reached[replication.directive_id] and Group(replication.group).holds(level):
                yield Order(unit, replication)


def _reached(directive_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Whom each of some issued directives reaches: units by name, and the communes that a district named had then."""
    directives = Directive.objects.filter(pk__in=directive_ids).prefetch_related("recipients")
    return {one.pk: _with_communes(one.reached(), one.issued_on) for one in directives if one.issued_on}


@kept_until_change
def _with_communes(named: frozenset[int], on: date) -> frozenset[int]:
    below = UnitPlacement.objects.filter(valid_on(on), unit__level=Level.COMMUNE)
    passed_on = below.filter(parent__in=named, parent__level=Level.DISTRICT)
    return named | frozenset(passed_on.values_list("unit_id", flat=True))


def order_for(initiative_id: int, unit_id: int, *, on: date) -> Replication | None:
    """The newest order by which a unit was told of a model; None where it chose by itself."""
    found = [
        order.replication
        for order in orders([unit_id], on=on)
        if order.replication.initiative_id == initiative_id
    ]
    return found[-1] if found else None


class OpenModel(msgspec.Struct, frozen=True):
    """A model before a unit: ordered or chosen, with its answer if it has given one."""

    initiative: Initiative
    order: Replication | None
    adoption: Adoption | None


def models_of(unit_ids: Collection[int], *, on: date) -> list[OpenModel]:
    """The models that some units were told of or have answered, ordered ones first: a commune's own list."""
    told = {order.replication.initiative_id: order.replication for order in orders(unit_ids, on=on)}
    answers = Adoption.objects.filter(unit__in=unit_ids).select_related("initiative", "unit")
    given = {answer.initiative_id: answer for answer in answers.order_by("answered_at", "pk")}
    models = {key: order.initiative for key, order in told.items()}
    models |= {key: answer.initiative for key, answer in given.items()}
    found = [OpenModel(model, told.get(key), given.get(key)) for key, model in models.items()]
    return sorted(found, key=lambda one: (not (one.order and one.order.mandatory), one.initiative.pk))


def reminders(unit_ids: Collection[int], quarter: Quarter) -> list[SilenceReminder]:
    """By whom and when units were reminded of a quarter, newest first."""
    found = SilenceReminder.objects.filter(unit__in=unit_ids, quarter=str(quarter))
    return list(found.select_related("unit", "sent_by").order_by("-sent_at", "-pk"))


def reminded_on(unit_id: int, quarter: Quarter, *, on: date) -> bool:
    """Whether a unit has been reminded of a quarter that day."""
    last = SilenceReminder.objects.filter(unit=unit_id, quarter=str(quarter)).order_by("-sent_at").first()
    return last is not None and timezone.localdate(last.sent_at) == on
