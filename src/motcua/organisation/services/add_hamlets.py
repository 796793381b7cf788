from collections.abc import Iterable

from django.db import transaction

from motcua.kernel.vietnamese import clean, sort_key
from motcua.organisation.models import Hamlet


@transaction.atomic
def add_hamlets(*, unit_id: int, names: Iterable[str], kind: str = "ấp") -> list[Hamlet]:
    """Write down the hamlets of a commune; those already there are left alone. Return all, in their order."""
    Hamlet.objects.bulk_create(
        [Hamlet(unit_id=unit_id, kind=kind, name=clean(name)) for name in names], ignore_conflicts=True
    )
    return sorted(Hamlet.objects.filter(unit_id=unit_id), key=lambda hamlet: sort_key(hamlet.name))
