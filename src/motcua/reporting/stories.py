"""Published figures counted again from the records of this moment: no constant, no report, only records."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from django.db.models import Q

from motcua.initiatives.models import Initiative, Replication
from motcua.initiatives.queries import count_cases, in_force
from motcua.initiatives.replication_kinds import Group
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.oversight.inspection_states import Kind as InspectionKind
from motcua.oversight.inspection_states import State as InspectionState
from motcua.oversight.models import Commendation, InspectionTarget

FILE = Path(__file__).parent / "data" / "published_figures.yaml"


class Published(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One published figure and where its records lie.

    Args:
        units: codes of the units, those that issued, inspected, commended or served.
        year: of the records: the directive, the visit, the decision, the case.
        model: slug of the model whose cases are counted.
    """

    metric: str
    value: int
    unit: str
    source_ref: str
    units: list[str]
    year: int
    model: str = ""


class Counted(NamedTuple):
    """A figure with the codes of the records that make it up."""

    value: int
    records: list[str]


@cache
def published_figures() -> list[Published]:
    """The figures in the order in which they were published."""
    content: dict[str, Any] = msgspec.yaml.decode(FILE.read_bytes())
    return msgspec.convert(content["published_figures"], list[Published])


def replicated(figure: Published) -> Counted:
    """Models that directives of the year spread to all their groups."""
    return _replicated(figure, tuple(Group))


def replicated_to_departments(figure: Published) -> Counted:
    return _replicated(figure, (Group.DEPARTMENT,))


def replicated_to_communes(figure: Published) -> Counted:
    return _replicated(figure, (Group.COMMUNE,))


def _replicated(figure: Published, groups: tuple[Group, ...]) -> Counted:
    """Count each model once, however many directives of the year name it."""
    issuers = set(_unit_ids(figure))
    found: dict[int, Replication] = {}
    for order in in_force(on=date(figure.year, 12, 31)):
        directive, issued_on = order.directive, order.directive.issued_on
        of_year = issued_on is not None and issued_on.year == figure.year
        if of_year and directive.issuer_id in issuers and order.group in groups:
            found.setdefault(order.initiative_id, order)
    codes = [f"{one.directive.number}:{one.initiative.slug or one.initiative.code}" for one in found.values()]
    return Counted(len(codes), codes)


def cases_of_model(figure: Published) -> Counted:
    """Cases of a model at the units in the year: dossiers by its rule, and cases entered one by one."""
    model = Initiative.objects.filter(slug=figure.model).first()
    if model is None:
        return Counted(0, [])
    first, last = date(figure.year, 1, 1), date(figure.year, 12, 31)
    found = count_cases(model, _unit_ids(figure), first, last)
    return Counted(found.counted + found.entered, list(found.records))


def inspected_agencies(figure: Published) -> Counted:
    """Offices of a district that a surprise inspection of the year went to."""
    return _inspected(figure, ~Q(unit__level=Level.COMMUNE) | Q(unit=None))


def inspected_communes(figure: Published) -> Counted:
    return _inspected(figure, Q(unit__level=Level.COMMUNE))


def _inspected(figure: Published, kind: Q) -> Counted:
    """Count each place once; a visit that was only planned, or called off, does not count."""
    began = (InspectionState.STARTED, InspectionState.CONCLUDED)
    targets = (
        InspectionTarget.objects.filter(
            kind,
            inspection__unit__in=_unit_ids(figure),
            inspection__kind=InspectionKind.SURPRISE,
            inspection__state__in=began,
            inspection__started_at__year=figure.year,
        )
        .select_related("inspection", "unit")
        .order_by("inspection_id", "pk")
    )
    places: dict[str, str] = {}
    for target in targets:
        place = target.unit.code if target.unit else target.agency_text
        places.setdefault(place, f"{target.inspection.decision_number}:{place}")
    return Counted(len(places), list(places.values()))


def commended(figure: Published) -> Counted:
    """Certificates of merit of the year's decisions, revoked ones left out."""
    rows = Commendation.objects.filter(
        unit__in=_unit_ids(figure), decision__decided_on__year=figure.year, revoked_at=None
    )
    codes = [
        f"{one.book_number}:{one.book_sequence}" for one in rows.order_by("book_number", "book_sequence")
    ]
    return Counted(len(codes), codes)


def _unit_ids(figure: Published) -> list[int]:
    """The units of a figure with their offices, which may act in their name."""
    own = Q(code__in=figure.units)
    offices = Q(level=Level.DIVISION, placements__parent__code__in=figure.units)
    return list(Unit.objects.filter(own | offices).distinct().values_list("pk", flat=True))


METRICS: dict[str, Callable[[Published], Counted]] = {
    "models_replicated": replicated,
    "department_group_models": replicated_to_departments,
    "commune_group_models": replicated_to_communes,
    "mobile_birth": cases_of_model,
    "home_dossiers_an_thanh_3": cases_of_model,
    "death_home_an_thanh_tay": cases_of_model,
    "birth_letters": cases_of_model,
    "marriage_letters": cases_of_model,
    "agencies_inspected": inspected_agencies,
    "communes_inspected": inspected_communes,
    "commendations": commended,
}


def count_story(figure: Published) -> Counted:
    """Count one published figure from the records of this moment."""
    return METRICS[figure.metric](figure)


def stories_answer() -> list[dict[str, Any]]:
    """What ``motcua report stories`` prints, one entry a published figure."""
    answer = []
    for figure in published_figures():
        found = count_story(figure)
        answer.append(
            {
                "metric": figure.metric,
                "value": found.value,
                "published": figure.value,
                "records": found.records,
            }
        )
    return answer
