"""What is offered today: procedures in force, by field of work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from motcua.catalogue.models import ProcedureVersion, WorkField
from motcua.catalogue.models.validity import holds_on
from motcua.kernel.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class Offer:
    """One procedure in force, as a line of a list."""

    slug: str
    name: str
    code: str
    field_id: str


def offers(today: date) -> list[Offer]:
    """All procedures in force, by name; the content of none is read."""
    rows = ProcedureVersion.objects.filter(holds_on(today)).values_list(
        "procedure__slug", "name", "procedure__code", "procedure__field_id"
    )
    return sorted((Offer(*row) for row in rows), key=lambda offer: sort_key(offer.name))


def in_force_count(today: date) -> int:
    return ProcedureVersion.objects.filter(holds_on(today)).count()


def by_field(found: Iterable[Offer]) -> list[tuple[WorkField, list[Offer]]]:
    """Group offers under their fields of work, in the order of the fields; empty fields are left out."""
    groups: dict[str, list[Offer]] = {}
    for offer in found:
        groups.setdefault(offer.field_id, []).append(offer)
    fields = WorkField.objects.filter(pk__in=groups).order_by("order", "pk")
    return [(field, groups[field.pk]) for field in fields]
