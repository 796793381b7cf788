"""In which order units stand in lists and files: by their short names in the Vietnamese alphabet."""

from collections.abc import Iterable
from typing import Any

from motcua.kernel.vietnamese import sort_key
from motcua.organisation.models import Unit
from motcua.reporting.models import Obligation


def place_of(unit: Unit) -> tuple[Any, ...]:
    """``xã Đông Hòa`` after ``xã Dương Hòa`` and before ``xã Ea Tu``; namesakes by kind."""
    return sort_key(unit.short_name), sort_key(unit.name), unit.pk


def by_unit(duties: Iterable[Obligation]) -> list[Obligation]:
    """Duties in the order of their units; those of one unit as they were given."""
    return sorted(duties, key=lambda duty: (place_of(duty.unit), duty.pk))
