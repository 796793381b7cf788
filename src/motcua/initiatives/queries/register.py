"""The register of initiatives (sổ đăng ký sáng kiến): one line each, as the register's form has them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

import msgspec
from django.utils import timezone

from motcua.initiatives.models import Adoption, Author, Initiative
from motcua.initiatives.states import State


class RegisterLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line; ``score_tenths`` is the council's mean in tenths of a point, None before its conclusion."""

    number: int
    initiative_id: int
    code: str
    title: str
    authors: str
    unit: str
    registered_on: date | None
    score_tenths: int | None
    level: str
    decision: str
    state: str
    status: str
    replicated_units: int


def register(unit_ids: Collection[int], year: int) -> list[RegisterLine]:
    """Return the register of units for a year, in the order of their codes; drafts do not stand in it."""
    rows = (
        Initiative.objects.filter(unit__in=unit_ids, year=year)
        .exclude(state=State.DRAFT)
        .exclude(state=State.ENDED, submitted_at=None, slug="")
        .select_related("unit", "review", "recognition")
        .order_by("code")
    )
    found = list(rows)
    authors, units = _authors(found), _adopting_units(found)
    return [
        _line(number, row, authors=authors.get(row.pk, ""), units=units.get(row.pk, 0))
        for number, row in enumerate(found, 1)
    ]


def _line(number: int, row: Initiative, *, authors: str, units: int) -> RegisterLine:
    review, recognition = getattr(row, "review", None), getattr(row, "recognition", None)
    return RegisterLine(
        number=number,
        initiative_id=row.pk,
        code=row.code,
        title=row.title,
        authors=authors,
        unit=row.unit_text,
        registered_on=timezone.localdate(row.submitted_at) if row.submitted_at else None,
        score_tenths=review.average_tenths if review else None,
        level=str(recognition.get_level_display()) if recognition else "",
        decision=f"{recognition.number}, {recognition.decided_on:%d/%m/%Y}" if recognition else "",
        state=row.state,
        status=str(State(row.state).label),
        replicated_units=units,
    )


def _authors(rows: Iterable[Initiative]) -> dict[int, str]:
    named: dict[int, list[str]] = defaultdict(list)
    for author in Author.objects.filter(initiative__in=list(rows)).order_by("pk"):
        named[author.initiative_id].append(f"{author.name} ({author.share_percent} %)")
    return {pk: "; ".join(names) for pk, names in named.items()}


def _adopting_units(rows: Iterable[Initiative]) -> dict[int, int]:
    """How many units have said that they do it."""
    adopted: dict[int, set[int]] = defaultdict(set)
    pairs = Adoption.objects.filter(initiative__in=list(rows), state="adopted")
    for initiative_id, unit_id in pairs.values_list("initiative_id", "unit_id"):
        adopted[initiative_id].add(unit_id)
    return {pk: len(units) for pk, units in adopted.items()}
