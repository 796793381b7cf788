"""The units of the demonstration while they exist, with the people whom they know."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from motcua.calendars.wall_clock import LOCAL
from motcua.identity.models import Person
from motcua.identity.sexes import Sex
from motcua.organisation.models import Hamlet, Unit
from motcua.organisation.queries import full_name
from motcua.project.demo.names import Invented
from motcua.project.demo.office import LAST_DAY_BEFORE, MERGED_ON

LAST_RECEPTION = date(2025, 6, 27)  # the Friday before the units end; on Monday they hand over


@dataclass(slots=True, eq=False)
class Place:
    """One unit while it exists; ``share`` of what comes in while several do, ``words`` name it in addresses."""

    unit: Unit
    share: int
    first: date
    last: date | None
    words: str
    hamlets: list[str]
    known: list[Person] = field(default_factory=list)

    @property
    def deadline(self) -> datetime | None:
        """When everything that was received must be over."""
        return datetime.combine(self.last, time(16, 30), LOCAL) if self.last else None

    def today(self, known: Person) -> Invented:
        """The facts of somebody known as they are told now: the unit's name in the address may have changed."""
        house, _, rest = known.address.partition(", ấp ")
        hamlet = rest.partition(",")[0]
        return Invented(
            full_name=known.full_name,
            sex=Sex(known.sex),
            birth_on=known.birth_on or date(1960, 1, 1),
            personal_id=known.personal_id,
            phone=known.phone,
            address=f"{house}, ấp {hamlet}, {self.words}",
            id_issued_on=known.id_issued_on,
        )

    def holds(self, on: date) -> bool:
        return self.first <= on and (self.last is None or on <= self.last)

    def receives(self, on: date) -> bool:
        return self.first <= on and (self.last is None or on <= LAST_RECEPTION)


def places(home: Unit, former: dict[Unit, int]) -> list[Place]:
    """The former units until their last day, and the new one since."""
    found = [_place(unit, share, date.min, LAST_DAY_BEFORE) for unit, share in former.items()]
    return [*found, _place(home, 1, MERGED_ON, None)]


def _place(unit: Unit, share: int, first: date, last: date | None) -> Place:
    names = Hamlet.objects.filter(unit=unit).order_by("pk").values_list("name", flat=True)
    return Place(
        unit, share, first, last, full_name(unit, on=last or first), [f"ấp {name}" for name in names]
    )
