"""The units of the demonstration while they exist, with the people whom they know."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from motcua.calendars.wall_clock import LOCAL
from motcua.identity.models import Person
from motcua.identity.sexes import Sex
from motcua.organisation.models import Unit
from motcua.organisation.queries import full_name
from motcua.project.demo.names import Invented
from motcua.project.demo.office import LAST_DAY_BEFORE, MERGED_ON
from motcua.project.demo.roster import Seat

LAST_RECEPTION = date(2025, 6, 27)  # the Friday before the units end; on Monday they hand over


@dataclass(slots=True, eq=False)
class Place:
    """One unit while it exists; ``share`` is its part of what comes in, ``words`` name it in addresses."""

    unit: Unit
    share: int
    first: date
    last: date | None
    words: str
    hamlets: list[str]
    heir: "Place | None" = None
    known: list[Person] = field(default_factory=list)
    former_words: list[str] = field(default_factory=list)

    @property
    def deadline(self) -> datetime | None:
        """When everything that was received must be over."""
        return datetime.combine(self.last, time(16, 30), LOCAL) if self.last else None

    def holds(self, on: date) -> bool:
        return self.first <= on and (self.last is None or on <= self.last)

    def receives(self, on: date) -> bool:
        return self.first <= on and (self.last is None or on <= LAST_RECEPTION)

    def at(self, on: date) -> "Place":
        """This unit, or the one that has taken over from it."""
        return self if self.heir is None or self.holds(on) else self.heir

    def meet(self, someone: Person) -> None:
        """Somebody is known here from now on, and to the unit that takes over."""
        self.known.append(someone)
        if self.heir is not None:
            self.heir.known.append(someone)

    def today(self, known: Person) -> Invented:
        """The facts of somebody known as they are told now: the unit's name in the address may have changed."""
        address = known.address
        for words in self.former_words:
            address = address.replace(words, self.words)
        return Invented(
            full_name=known.full_name,
            sex=Sex(known.sex),
            birth_on=known.birth_on or date(1960, 1, 1),
            personal_id=known.personal_id,
            phone=known.phone,
            address=address,
            id_issued_on=known.id_issued_on,
        )


def places(seats: Sequence[Seat]) -> list[Place]:
    """The units of the demonstration, ours first."""
    units = Unit.objects.in_bulk([seat.code for seat in seats], field_name="code")
    found = {seat.code: _place(units[seat.code], seat) for seat in seats}
    for seat in seats:
        if seat.heir:
            former, heir = found[seat.code], found[seat.heir]
            former.heir = heir
            heir.former_words.append(former.words)
    return list(found.values())


def _place(unit: Unit, seat: Seat) -> Place:
    first, last = (date.min, LAST_DAY_BEFORE) if seat.heir else (MERGED_ON, None)
    hamlets = [f"{seat.hamlet_kind} {name}" for name in seat.hamlets]
    return Place(unit, seat.share, first, last, full_name(unit, on=last or first), hamlets)
