"""The yearly lists of those whom the law serves first: poor and near-poor households, merit, disability, old age."""

from collections.abc import Generator
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from motcua.calendars.wall_clock import LOCAL
from motcua.identity.details import Details
from motcua.identity.eligible_groups import EligibleGroup
from motcua.identity.models import Person
from motcua.organisation.access import Officer
from motcua.organisation.roles import Role
from motcua.project.demo.dated import Dated
from motcua.project.demo.held import Act
from motcua.project.demo.names import person
from motcua.project.demo.places import Place

#: Groups renewed every year by list, and those that a paper proves for good; with their shares.
_BY_YEAR = ((EligibleGroup.POOR_HOUSEHOLD, 30), (EligibleGroup.NEAR_POOR_HOUSEHOLD, 34))
_BY_PAPER = (
    (EligibleGroup.MERIT_PERSON_FAMILY, 14, "Giấy xác nhận thân nhân người có công"),
    (EligibleGroup.DISABLED_PERSON, 14, "Giấy xác nhận khuyết tật"),
    (EligibleGroup.LONELY_ELDERLY, 8, "Danh sách người già neo đơn của ấp"),
)
_PAPERS = {group: paper for group, _share, paper in _BY_PAPER}
_GROUPS = [*(group for group, _share in _BY_YEAR), *(group for group, _share, _paper in _BY_PAPER)]
_SHARES = [*(share for _group, share in _BY_YEAR), *(share for _group, share, _paper in _BY_PAPER)]
STAYS_SHARE = 0.85

Listing = Generator[datetime | Act, Any, None]


class Lists:
    """Told like a life: sleeps until the first working week of each year, then enters who is on the lists."""

    held = None

    def __init__(
        self, random: Random, *, dated: Dated, places: list[Place], first: date, people: int
    ) -> None:
        self._random, self._dated, self._places, self._first, self._people = (
            random, dated, places, first, people
        )  # fmt: skip
        self._listed: list[tuple[Place, Person, EligibleGroup]] = []
        self._serial = 900_000
        self._now = datetime.combine(first, datetime.min.time(), LOCAL).replace(hour=7, minute=35)

    @property
    def now(self) -> datetime:
        return self._now

    def live(self) -> Listing:
        """Write the first list down with its people, and a new one every January."""
        yield from self._begin()
        year = self._first.year
        while True:
            year += 1
            yield from self._until(self._opening_of(year))
            yield from self._renew(year)

    def _begin(self) -> Listing:
        there = [one for one in self._places if one.holds(self._first)]
        for place in there:
            for _number in range(self._people):
                known: Person = yield self._act("register_person", place, **self._invent(place))
                place.meet(known)
                group = self._random.choices(_GROUPS, _SHARES)[0]
                yield self._grant(place, known, group, self._first.year)
                self._listed.append((place, known, group))
                yield from self._until(self._now.replace(second=(self._now.second + 7) % 60))

    def _renew(self, year: int) -> Listing:
        """Most stay on a list of households for another year, some leave it, others come to it."""
        staying = []
        for former, known, group in self._listed:
            place = former.at(self._now.date())
            if group in _PAPERS:
                staying.append((place, known, group))
            elif self._random.random() < STAYS_SHARE:
                staying.append((place, known, group))
                yield self._grant(place, known, group, year)
        listed = {known.pk for _place, known, _group in staying}
        for place in [one for one in self._places if one.holds(self._now.date())]:
            others = [known for known in place.known if known.pk not in listed]
            for known in self._random.sample(others, min(len(others) // 40 + 1, len(others))):
                group = self._random.choice([group for group, _share in _BY_YEAR])
                staying.append((place, known, group))
                yield self._grant(place, known, group, year)
        self._listed = staying

    def _grant(self, place: Place, known: Person, group: EligibleGroup, year: int) -> Act:
        if group in _PAPERS:
            facts: dict[str, Any] = {"valid_from": date(year, 1, 1), "document": _PAPERS[group]}
        else:
            facts = {"year": year, "document": f"Danh sách hộ nghèo, hộ cận nghèo năm {year}"}
        return self._act("grant_entitlement", place, person_id=known.pk, group=str(group), **facts)

    def _act(self, verb: str, place: Place, **details: Any) -> Act:
        by: Officer = self._dated.officers(place.unit.pk, Role.CULTURE_SOCIAL_OFFICER, self._now.date())[0]
        return Act(self._now.astimezone(UTC), verb, by, details)

    def _invent(self, place: Place) -> Details:
        self._serial += 1
        return person(
            self._random, serial=self._serial, today=self._first, place=place.words, hamlets=place.hamlets
        ).facts()

    def _opening_of(self, year: int) -> datetime:
        calendar = self._dated.calendar(self._places[0].unit.pk, date(year, 1, 5))
        return calendar.next_opening(datetime(year, 1, 5, 8, 10, tzinfo=LOCAL))

    def _until(self, at: datetime) -> Listing:
        if at > self._now:
            self._now = at
            yield at
