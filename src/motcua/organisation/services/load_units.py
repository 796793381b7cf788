from datetime import timedelta

from django.db import transaction

from motcua.kernel.rows import take_stock
from motcua.organisation import register
from motcua.organisation.models import Succession, Unit, UnitPlacement


@transaction.atomic
def load_units() -> int:
    """Enter the units that Motcua ships and that are not there yet; return how many were new.

    Safe to run again: units already there, and what was changed about them since, stay as they are.
    """
    known = set(Unit.objects.values_list("code", flat=True))
    new = [entry for entry in register.entries() if entry.code not in known]
    Unit.objects.bulk_create(
        Unit(
            code=entry.code,
            name=entry.name,
            short_name=entry.short_name,
            level=entry.level,
            kind=entry.kind,
            valid_from=entry.valid_from,
            valid_to=entry.valid_to,
        )
        for entry in new
    )
    ids = dict(Unit.objects.values_list("code", "pk"))
    UnitPlacement.objects.bulk_create(
        UnitPlacement(
            unit_id=ids[entry.code],
            parent_id=ids[place.parent],
            valid_from=place.valid_from,
            valid_to=place.valid_to,
        )
        for entry in new
        for place in entry.places
    )
    Succession.objects.bulk_create(
        Succession(
            predecessor_id=ids[entry.code],
            successor_id=ids[heir],
            on_date=entry.valid_to + timedelta(days=1),
        )
        for entry in new
        for heir in entry.heirs
        if entry.valid_to
    )
    if new:
        take_stock(Unit, UnitPlacement, Succession)
    return len(new)
