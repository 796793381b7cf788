"""Which round takes a registration."""

from datetime import date

from motcua.initiatives.models import Round
from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit


def round_for(unit: Unit, *, year: int, on: date) -> Round | None:
    """Return the round of a year of the unit itself or of the nearest unit above that opened one."""
    units = [unit, *organisation.ancestors(unit, on=on)]
    rounds = {found.unit_id: found for found in Round.objects.filter(unit__in=units, year=year)}
    return next((rounds[above.pk] for above in units if above.pk in rounds), None)


def rounds_for(unit: Unit, *, on: date) -> list[Round]:
    """Rounds of the unit and of the units above, newest first."""
    units = [unit, *organisation.ancestors(unit, on=on)]
    return list(Round.objects.filter(unit__in=units).select_related("unit").order_by("-year", "pk"))
