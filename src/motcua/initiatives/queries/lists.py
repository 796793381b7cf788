"""Lists of initiatives."""

import msgspec
from django.db.models import Q

from motcua.initiatives.models.initiative import InitiativeQuerySet
from motcua.initiatives.sight import visible
from motcua.kernel.vietnamese import clean, search_form
from motcua.organisation.access import Officer
from motcua.organisation.sight import stands_for


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is narrowed to; blank: everything.

    Args:
        text: part of the code, or words of the title, with or without marks.
        mine: only those of the own units.
    """

    text: str = ""
    year: int | None = None
    state: str = ""
    kind: str = ""
    mine: bool = False


def initiatives(officer: Officer, filters: Filters = Filters()) -> InitiativeQuerySet:  # noqa: B008 - frozen
    """Initiatives in the officer's sight, the newest year first."""
    found = visible(officer).select_related("unit", "recognition")
    if filters.mine:
        found = found.filter(unit__in=stands_for(officer))
    if filters.year:
        found = found.filter(year=filters.year)
    if filters.state:
        found = found.filter(state=filters.state)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if clean(filters.text):
        words = Q(code__icontains=clean(filters.text))
        found = found.filter(words | Q(search_title__contains=search_form(filters.text)))
    return found.order_by("-year", "code")
