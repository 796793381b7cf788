"""Cases of several models counted together, each record once in a total whatever number of models it belongs to."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import reduce
from operator import or_

import msgspec
from django.db.models import BooleanField, Case, Count, Q, Sum, Value, When
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.initiatives.models import Initiative, ModelCase
from motcua.initiatives.queries.counting import Tally, dossier_condition
from motcua.kernel.vietnamese import number

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

    @property
    def footnote(self) -> str:
        """The sentence that belongs under such a total; blank where the total is the plain sum."""
        if not self.is_less:
            return ""
        words = {"total": number(self.total), "sum": number(self.plain_sum)}
        return (
            _(
                "Tổng %(total)s: một hồ sơ thuộc nhiều mô hình chỉ tính một lần "
                "(cộng riêng từng mô hình được %(sum)s)."
            )
            % words
        )


class _Group(msgspec.Struct, frozen=True):
    """So many dossiers of a unit are cases of exactly these models."""

    unit_id: int
    models: frozenset[int]
    dossiers: int


class ModelCounts(msgspec.Struct, frozen=True):
    """What ``count_models`` found: the figures of each pair of unit and model, and what they share."""

    tallies: dict[Pair, Tally]
    groups: list[_Group]

    def of(self, unit_id: int, initiative_id: int) -> Tally:
        """The two figures of one model at one unit."""
        return self.tallies.get((unit_id, initiative_id), Tally())

    def of_model(self, initiative_id: int) -> Tally:
        """The two figures of one model at all the units."""
        found = [tally for (_unit, model), tally in self.tallies.items() if model == initiative_id]
        return Tally(sum(one.counted for one in found), sum(one.entered for one in found))

    @property
    def total(self) -> Total:
        """All models at all units, each record once."""
        return self.total_of(self.tallies)

    def total_of(self, pairs: Collection[Pair]) -> Total:
        """The same of some pairs of unit and model only, as where others did a model by chance."""
        wanted = self.tallies.keys() & set(pairs)
        found = [self.tallies[pair] for pair in wanted]
        counted = sum(
            group.dossiers
            for group in self.groups
            if any((group.unit_id, model) in wanted for model in group.models)
        )
        return Total(counted, sum(one.entered for one in found), sum(one.total for one in found))


def count_models(
    models: Sequence[Initiative], unit_ids: Collection[int], first_day: date, last_day: date
) -> ModelCounts:
    """Count the cases of several models at some units, from ``first_day`` to ``last_day``, both included.

    A dossier may be a case of several models: a death whose papers are carried home belongs to the linked deaths
    and to the mobile service. Each model rightly counts it; ``total`` and ``total_of`` count it once, and
    ``Total.is_less`` says that a footnote must tell so. The figures of each model are those of ``count_cases``.
    Two statements, whatever the number of models and units.
    """
    groups = _groups(models, unit_ids, first_day, last_day)
    tallies: dict[Pair, Tally] = {}
    for group in groups:
        for model in group.models:
            tallies.setdefault((group.unit_id, model), Tally()).counted += group.dossiers
    entered = ModelCase.objects.valid().filter(
        initiative__in=models, unit__in=unit_ids, happened_on__gte=first_day, happened_on__lte=last_day
    )
    for unit, initiative, count in entered.values_list("unit", "initiative").annotate(count=Sum("quantity")):
        tallies.setdefault((unit, initiative), Tally()).entered = count
    return ModelCounts(tallies, groups)


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
