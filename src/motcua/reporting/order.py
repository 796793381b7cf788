"""In which order duties stand in lists and files."""

from collections.abc import Iterable

from motcua.organisation.order import place_of
from motcua.reporting.models import Obligation


def by_unit(duties: Iterable[Obligation]) -> list[Obligation]:
    """Duties in the order of their units; those of one unit as they were given."""
    return sorted(duties, key=lambda duty: (place_of(duty.unit), duty.pk))
