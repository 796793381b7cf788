"""Three years at a desk: who comes when, and every life told in the order of time.

All lives run side by side in one queue, so numbers, books and the ledger grow as they would have: by the clock.
"""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from motcua.calendars.wall_clock import LOCAL
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.identity.models import Person
from motcua.organisation.access import Officer
from motcua.organisation.models import Hamlet, Unit
from motcua.organisation.queries import full_name
from motcua.project.demo import workload
from motcua.project.demo.desk import Desk
from motcua.project.demo.held import Act, Held
from motcua.project.demo.intakes import intake_of
from motcua.project.demo.lives import Life
from motcua.project.demo.names import Invented, person
from motcua.project.demo.office import LAST_DAY_BEFORE, MERGED_ON
from motcua.project.demo.telling import Habit, Setting, Story

KNOWN_SHARE = 0.45
CLOSING_DAYS = 75  # before a unit ends it begins nothing that could outlast it
LIVELY_DAYS = 9
_LIVELY = (Habit.SLOW, Habit.UNANSWERED, Habit.UNFETCHED, Habit.INCOMPLETE)


@dataclass(slots=True)
class Place:
    """One unit while it exists: its people, its dossiers."""

    unit: Unit
    share: int
    first: date
    last: date | None
    words: str
    hamlets: list[str]
    known: list[Person] = field(default_factory=list)

    @property
    def deadline(self) -> datetime | None:
        return (
            datetime.combine(self.last, datetime.min.time(), LOCAL).replace(hour=16, minute=30)
            if self.last
            else None
        )


@dataclass(frozen=True, slots=True)
class Done:
    """One act as it was done: with the order in which dossiers came, so that a test can do it again."""

    dossier: int
    act: Act


class World:
    """The demonstration's commune and what it was made of, from its first day to now."""

    def __init__(
        self,
        random: Random,
        *,
        desk: Desk,
        places: list[Place],
        portal: Officer,
        until: datetime,
        watch: Callable[[Done], None] = lambda done: None,
    ) -> None:
        self._random, self._desk, self._places = random, desk, places
        self._portal, self._until, self._watch = portal, until, watch
        self._queue: list[tuple[datetime, int, int, Life, Story]] = []
        self._turn = self._serial = 0
        self.born = self.open = 0

    def run(self, first: date, count: int) -> Iterator[Held]:
        """Let time pass until now; yield each dossier once nothing more will happen to it."""
        for at, habit in self._arrivals(first, count):
            yield from self._pass(until=at)
            self._begin(at, habit)
        yield from self._pass(until=self._until)
        for *_order, life, _story in sorted(self._queue, key=lambda entry: entry[:3]):
            if life.held is not None:
                self.open += 1
                yield life.held

    def _arrivals(self, first: date, count: int) -> list[tuple[datetime, Habit]]:
        """The usual stream, and a few more of the last days, so that every list of the desk has something in it."""
        calendar = self._desk.dated.calendar(self._places[-1].unit.pk, MERGED_ON)
        lively = min(count // 6, 140)
        usual = workload.instants(
            self._random, calendar=calendar, first=first, until=self._until, count=count - lively
        )
        began = self._until.astimezone(LOCAL).date() - timedelta(days=LIVELY_DAYS)
        recent = workload.instants(
            self._random, calendar=calendar, first=began, until=self._until, count=lively
        )
        moods = [*_LIVELY, Habit.USUAL, Habit.USUAL]
        mixed = [(at, Habit.USUAL) for at in usual]
        mixed += [(at, moods[n % len(moods)]) for n, at in enumerate(recent)]
        return sorted(mixed, key=lambda entry: entry[0])

    def _pass(self, *, until: datetime) -> Iterator[Held]:
        while self._queue and self._queue[0][0] < until:
            _at, _turn, number, life, story = heapq.heappop(self._queue)
            if not self._go_on(number, life, story) and life.held is not None:
                yield life.held

    def _begin(self, at: datetime, habit: Habit) -> None:
        place = self._place(at.date())
        story = self._life(place, at, habit)
        if story is not None:
            self.born += 1
            self._push(story.now, self.born, story, story.live())

    def _push(self, at: datetime, number: int, life: Life, story: Story) -> None:
        self._turn += 1
        heapq.heappush(self._queue, (at, self._turn, number, life, story))

    def _go_on(self, number: int, life: Life, story: Story) -> bool:
        """Let one life do what it does now; False when it is over."""
        held = None
        while True:
            try:
                step = story.send(held)
            except StopIteration:
                return False
            held = None
            if isinstance(step, datetime):
                self._push(step, number, life, story)
                return True
            is_first = life.held is None
            held = self._desk.do(step, life.held)
            if is_first:
                self._remember(life, held)
            self._watch(Done(number, step))

    def _place(self, on: date) -> Place:
        there = [
            place for place in self._places if place.first <= on and (place.last is None or on <= place.last)
        ]
        return self._random.choices(there, [place.share for place in there])[0]

    def _life(self, place: Place, at: datetime, habit: Habit) -> Life | None:
        setting = Setting(self._desk, place.unit, self._portal, place.deadline)
        closing = place.last is not None and (place.last - at.date()).days < CLOSING_DAYS
        habit = Habit.CALM if closing else habit
        for _attempt in range(40):
            version = self._desk.dated.version(workload.procedure(self._random), at.date())
            if version is None or not _suits(version.definition, habit, place, at.date()):
                continue
            arrival = workload.random_arrival(self._random, at, version.definition)
            if habit is Habit.UNANSWERED and arrival.channel != "online":
                continue
            if arrival.at >= self._until or arrival.at < at.replace(hour=0):
                arrival = workload.Arrival(at, arrival.procedure, arrival.channel)
            applicant = self._applicant(place, at.date())
            self._serial += 1
            intake = intake_of(
                self._random,
                arrival,
                version,
                applicant,
                on=at.date(),
                serial=self._serial,
                place=place.words,
            )
            return Life(self._random, setting, version, intake, habit)
        return None

    def _applicant(self, place: Place, on: date) -> Person | Invented:
        if place.known and self._random.random() < KNOWN_SHARE:
            return self._random.choice(place.known)
        self._serial += 1
        return person(self._random, serial=self._serial, today=on, place=place.words, hamlets=place.hamlets)

    def _remember(self, life: Life, held: Held) -> None:
        """Who has come once may come again, to the successor too."""
        if life.intake.applicant.person_id_pk is None:
            for place in self._places:
                if place.unit.pk == life.setting.unit.pk or place.last is None:
                    place.known.append(held.person)


def _suits(definition: ProcedureDefinition, habit: Habit, place: Place, on: date) -> bool:
    """Whether a procedure can show what the dossier is there for, and be over before the unit is."""
    time = definition.statutory_time
    days = {"immediate": 0, "hour": 1, "calendar_day": time.value or 0}.get(
        time.unit, int((time.value or 17) * 1.4)
    )
    if habit is Habit.CALM and place.last is not None:
        notices = sum(30 for step in definition.steps if not step.counted or step.paused)
        return days * 2 + notices + 3 < (place.last - on).days or days == 0
    if habit is Habit.SLOW:
        return 3 <= days <= 7
    if habit is Habit.INCOMPLETE:
        return days >= 3
    return True


def places(home: Unit, former: dict[Unit, int]) -> list[Place]:
    """The former units until their last day, and the new one since."""
    found = [_place(unit, share, date.min, LAST_DAY_BEFORE) for unit, share in former.items()]
    return [*found, _place(home, 1, MERGED_ON, None)]


def _place(unit: Unit, share: int, first: date, last: date | None) -> Place:
    hamlets = [
        f"ấp {name}"
        for name in Hamlet.objects.filter(unit=unit).order_by("pk").values_list("name", flat=True)
    ]
    return Place(unit, share, first, last, full_name(unit, on=last or first), hamlets)
