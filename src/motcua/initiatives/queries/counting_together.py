"""Cases of several models counted together, each record once in a total whatever number of models it belongs to."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import reduce
from operator import or_

import msgspec
from django.db.models import BooleanField, Case, Count, Q, Sum, Value, When

from motcua.dossiers.models import Dossier
from motcua.initiatives.models import Initiative, ModelCase
from motcua.initiatives.queries.counting import Tally, dossier_condition

Pair = tuple[int, int]  # keys of a unit and of a model


class Total(msgspec.Struct, frozen=True):
    """Cases of several models in which each record counts once; ``plain_sum`` adds the models' own figures up."""

    counted: int
    entered: int
    plain_sum: int

    @property
    def total(self) -> int:
        return self.counted + self.entered

    @property
    def is_less(self) -> bool:
        """Some record is a case of two models: the total wants a footnote."""
        return self.total < self.plain_sum


class _Group(msgspec.Struct, frozen=True):
    """So many dossiers of a unit are cases of exactly these models."""

    unit_id: int
    models: frozenset[int]
    dossiers: int


class ModelCounts(msgspec.Struct, frozen=True):
    """What ``count_models`` found."""

    groups: list[_Group]
    entered: dict[Pair, int]

    def of(self, unit_id: int, initiative_id: int) -> Tally:
        """The two figures of one model at one unit."""
        return self._tally(lambda unit, model: (unit, model) == (unit_id, initiative_id))

    def of_model(self, initiative_id: int) -> Tally:
        """The two figures of one model at all the units."""
        return self._tally(lambda _unit, model: model == initiative_id)

    @property
    def total(self) -> Total:
        """All models at all units, each record once."""
        return self._total(lambda _pair: True)

    def total_of(self, pairs: Collection[Pair]) -> Total:
        """The same of some pairs of unit and model only, as where others did a model by chance."""
        wanted = frozenset(pairs)
        return self._total(lambda pair: pair in wanted)

    def _tally(self, wanted: Callable[[int, int], bool]) -> Tally:
        counted = sum(
            group.dossiers
            for group in self.groups
            if any(wanted(group.unit_id, model) for model in group.models)
        )
        return Tally(counted, sum(count for pair, count in self.entered.items() if wanted(*pair)))

    def _total(self, wanted: Callable[[Pair], bool]) -> Total:
        shares = [
            (group.dossiers, sum(wanted((group.unit_id, model)) for model in group.models))
            for group in self.groups
        ]
        entered = sum(count for pair, count in self.entered.items() if wanted(pair))
        return Total(
            counted=sum(dossiers for dossiers, models in shares if models),
            entered=entered,
            plain_sum=sum(dossiers * models for dossiers, models in shares) + entered,
        )


def count_models(
    models: Sequence[Initiative], unit_ids: Collection[int], first_day: date, last_day: date
) -> ModelCounts:
    """Count the cases of several models at some units, from ``first_day`` to ``last_day``, both included.

    A dossier may be a case of several models: a death whose papers are carried home belongs to the linked deaths
    and to the mobile service. Each model rightly counts it; ``total`` and ``total_of`` count it once, and
    ``Total.is_less`` says that a footnote must tell so. The figures of each model are those of ``count_cases``.
    Two statements, whatever the number of models and units.
    """
    entered = ModelCase.objects.valid().filter(
        initiative__in=models, unit__in=unit_ids, happened_on__gte=first_day, happened_on__lte=last_day
    )
    lines = entered.values_list("unit", "initiative").annotate(count=Sum("quantity"))
    return ModelCounts(
        groups=_groups(models, unit_ids, first_day, last_day),
        entered={(unit, model): count for unit, model, count in lines},
    )


def _groups(
    models: Sequence[Initiative], unit_ids: Collection[int], first_day: date, last_day: date
) -> list[_Group]:
    """Dossiers by unit and by the set of models that count them."""
    conditions = {
        f"is_case_{model.pk}": condition
        for model in models
        if (condition := dossier_condition(model, first_day, last_day)) is not None
    }
    if not conditions:
        return []
    found = Dossier.objects.filter(reduce(or_, conditions.values(), Q()), unit__in=unit_ids)
    marks = {
        name: Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())
        for name, condition in conditions.items()
    }
    rows = found.annotate(**marks).values("unit", *conditions).annotate(dossiers=Count("pk")).order_by()
    return [
        _Group(
            row["unit"],
            frozenset(int(name.removeprefix("is_case_")) for name in conditions if row[name]),
            row["dossiers"],
        )
        for row in rows
    ]
