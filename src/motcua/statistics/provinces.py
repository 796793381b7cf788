"""Which province held a unit in a month."""

from datetime import date, timedelta

from motcua.organisation import queries as organisation
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.statistics.measures import next_month


class Provinces:
    """Answers for as long as one count lasts; make a new one for the next."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, date], int] = {}
        self._units: dict[int, Unit] = {}

    def of(self, unit_id: int, month: date) -> int:
        """Return the province of a unit at the end of a month, or of the unit's own life if that is nearer.

        A unit that stands under no province answers for itself.
        """
        key = unit_id, month
        if key not in self._known:
            self._known[key] = self._find(unit_id, month)
        return self._known[key]

    def _find(self, unit_id: int, month: date) -> int:
        if unit_id not in self._units:
            self._units[unit_id] = Unit.objects.get(pk=unit_id)
        unit = self._units[unit_id]
        on = max(next_month(month) - timedelta(days=1), unit.valid_from)
        if unit.valid_to:
            on = min(on, unit.valid_to)
        chain = [unit, *organisation.ancestors(unit, on=on)]
        return next((step.pk for step in chain if step.level == Level.PROVINCE), chain[-1].pk)
