"""How many cases of a model: dossiers counted by its rule, and cases entered by hand; two figures kept apart."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

import msgspec
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from motcua.dossiers.models import Dossier
from motcua.initiatives.counting import Counting, DossierRule, counting_of
from motcua.initiatives.models import Initiative, ModelCase


class CaseCount(msgspec.Struct, frozen=True):
    """``counted`` by the machine, ``entered`` by the unit, and the codes of the records behind both."""

    counted: int
    entered: int
    records: list[str]

    @property
    def total(self) -> int:
        return self.counted + self.entered


class Cases(msgspec.Struct, frozen=True):
    """The records behind a figure, by day."""

    dossiers: list[Dossier]
    entered: list[ModelCase]


class Tally(msgspec.Struct):
    """The two figures of one unit."""

    counted: int = 0
    entered: int = 0

    @property
    def total(self) -> int:
        return self.counted + self.entered


def counting(initiative: Initiative) -> Counting:
    """How a model is counted, and its name in a few words."""
    return counting_of(slug=initiative.slug, title=initiative.title, content=initiative.counting)


def count_cases(
    initiative: Initiative, unit_ids: Collection[int], first_day: date, last_day: date
) -> CaseCount:
    """Count the cases of a model at some units, from ``first_day`` to ``last_day``, both included.

    ``records`` names each dossier once and each entered case once (``MC-17``), whatever its quantity. The cases of
    two units together are those of the first and those of the second.
    """
    dossiers = _dossiers(initiative, unit_ids, first_day, last_day).order_by("code")
    entered = _entered(initiative, unit_ids, first_day, last_day).order_by("happened_on", "pk")
    codes = list(dossiers.values_list("code", flat=True))
    lines = list(entered)
    return CaseCount(
        counted=len(codes),
        entered=sum(line.quantity for line in lines),
        records=[*codes, *(line.code for line in lines)],
    )


def cases(initiative: Initiative, unit_ids: Collection[int], first_day: date, last_day: date) -> Cases:
    """Return the records behind the figure, oldest first."""
    dossiers = _dossiers(initiative, unit_ids, first_day, last_day).select_related("procedure", "version")
    entered = _entered(initiative, unit_ids, first_day, last_day).select_related(
        "unit", "entered_by", "dossier"
    )
    moment = _moment(initiative) or "finished_at"
    return Cases(list(dossiers.order_by(moment, "pk")), list(entered.order_by("happened_on", "pk")))


def is_counted(initiative: Initiative, dossier: Dossier) -> bool:
    """Whether the machine counts this dossier as a case of the model by itself, now or once it is settled."""
    rule = counting(initiative).rule
    return isinstance(rule, DossierRule) and Dossier.objects.filter(_fits(rule), pk=dossier.pk).exists()


def dossier_condition(initiative: Initiative, first_day: date, last_day: date) -> Q | None:
    """What makes a dossier a case of a model in these days; None for a model that no dossier is a case of."""
    rule = counting(initiative).rule
    if not isinstance(rule, DossierRule):
        return None
    moment = f"{rule.moment}_at"
    span = {f"{moment}__gte": _midnight(first_day), f"{moment}__lt": _midnight(last_day + timedelta(days=1))}
    return _fits(rule) & Q(**span)


def _dossiers(
    initiative: Initiative, unit_ids: Collection[int], first_day: date, last_day: date
) -> QuerySet[Dossier]:
    condition = dossier_condition(initiative, first_day, last_day)
    return (
        Dossier.objects.none() if condition is None else Dossier.objects.filter(condition, unit__in=unit_ids)
    )


def _fits(rule: DossierRule) -> Q:
    """What a dossier must be, whenever it happened."""
    fits = Q(procedure__slug__in=rule.procedures) if rule.procedures else Q()
    if rule.fields:
        fits &= Q(field__in=rule.fields)
    came, goes = Q(channel__in=rule.channels), Q(return_channel__in=rule.return_channels)
    if rule.both_ways:
        fits &= came & goes
    elif rule.channels or rule.return_channels:
        fits &= came | goes
    if rule.least_age is not None:
        fits &= Q(applicant__birth_year__lte=F("accepted_at__year") - rule.least_age)
    return fits


def _moment(initiative: Initiative) -> str | None:
    rule = counting(initiative).rule
    return f"{rule.moment}_at" if isinstance(rule, DossierRule) else None


def _entered(
    initiative: Initiative, unit_ids: Collection[int], first_day: date, last_day: date
) -> QuerySet[ModelCase]:
    return ModelCase.objects.valid().filter(
        initiative=initiative, unit__in=unit_ids, happened_on__gte=first_day, happened_on__lte=last_day
    )


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time.min))
