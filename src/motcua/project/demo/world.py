"""Three years at a desk: who comes when, and every life told in the order of time.

All lives run side by side in one queue, so numbers, books and the ledger grow as they would have: by the clock.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from motcua.calendars.wall_clock import LOCAL
from motcua.dossiers.states import Channel
from motcua.organisation.access import Officer
from motcua.project.demo import workload
from motcua.project.demo.choices import Choices
from motcua.project.demo.desk import Desk
from motcua.project.demo.held import Act, Held
from motcua.project.demo.intakes import intake_of
from motcua.project.demo.lists import Lists
from motcua.project.demo.lives import Life
from motcua.project.demo.names import Invented, person
from motcua.project.demo.office import MERGED_ON
from motcua.project.demo.places import LAST_RECEPTION, Place
from motcua.project.demo.telling import Habit, Setting

KNOWN_SHARE = 0.45
MOST_LIVELY = 140
#: What should wait today: how many of a hundred, and how many days ago it came at most and at least.
_LIVELY = (
    (Habit.SLOW, 14, 17, 7), (Habit.UNANSWERED, 14, 3, 0), (Habit.INCOMPLETE, 10, 7, 1), (Habit.NOTICED, 8, 12, 2),
    (Habit.UNPAID, 5, 12, 3), (Habit.UNSIGNED, 13, 5, 1), (Habit.UNFETCHED, 12, 9, 1), (Habit.USUAL, 24, 4, 0),
)  # fmt: skip


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
        eventful: float = 1.0,
        weights: Mapping[str, int] = workload.PROCEDURE_WEIGHTS,
        watch: Callable[[Done], None] = lambda done: None,
    ) -> None:
        self._random, self._desk, self._places = random, desk, places
        self._portal, self._until, self._watch, self._eventful = portal, until, watch, eventful
        self._queue: list[tuple[datetime, int, int, Life | Lists, Any]] = []
        self._by_unit = {place.unit.pk: place for place in places}
        self._choices = Choices(random, desk.dated, weights)
        self._turn = self._serial = 0
        self.born = self.open = 0

    def run(self, first: date, count: int) -> Iterator[Held]:
        """Let time pass until now; yield each dossier once nothing more will happen to it."""
        lists = Lists(
            self._random,
            dated=self._desk.dated,
            places=self._places,
            first=first,
            people=3 + min(count // 250, 120),
        )
        self._push(lists.now, 0, lists, lists.live())
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
        calendar = self._desk.dated.calendar(self._places[0].unit.pk, MERGED_ON)
        lively = min(count // 6, MOST_LIVELY * sum(place.last is None for place in self._places))
        mixed: list[tuple[datetime, Habit]] = []
        for habit, share, most, least in _LIVELY:
            recent = workload.instants(
                self._random,
                calendar=calendar,
                first=self._until.astimezone(LOCAL).date() - timedelta(days=most),
                until=self._until - timedelta(days=least),
                count=lively * share // 100,
            )
            mixed += [(at, habit) for at in recent]
        usual = workload.instants(
            self._random,
            calendar=calendar,
            first=first,
            until=self._until,
            count=count - len(mixed),
            crowd=self._crowd,
        )
        mixed += [(_received(at), Habit.USUAL) for at in usual]
        return sorted(mixed, key=lambda entry: entry[0])

    def _pass(self, *, until: datetime) -> Iterator[Held]:
        while self._queue and self._queue[0][0] < until:
            _at, _turn, number, life, story = heapq.heappop(self._queue)
            if not self._go_on(number, life, story) and life.held is not None:
                yield life.held

    def _begin(self, at: datetime, habit: Habit) -> None:
        place = self._place(at.date())
        if place is not None:
            life = self._life(place, at, habit)
            self.born += 1
            self._push(life.now, self.born, life, life.live())

    def _push(self, at: datetime, number: int, life: Life | Lists, story: Any) -> None:
        self._turn += 1
        heapq.heappush(self._queue, (at, self._turn, number, life, story))

    def _go_on(self, number: int, life: Life | Lists, story: Any) -> bool:
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
            held = self._carry_out(step, life)
            self._watch(Done(number, step))

    def _carry_out(self, act: Act, teller: Life | Lists) -> Any:
        if isinstance(teller, Lists):
            return self._desk.people.do(act)
        is_first = teller.held is None
        held = self._desk.do(act, teller.held)
        if is_first and teller.intake.applicant.person_id_pk is None:
            self._by_unit[teller.setting.unit.pk].meet(held.person)
        return held

    def _crowd(self, on: date) -> int:
        """How many people there are to come: units join in time."""
        return sum(place.share for place in self._places if place.receives(on))

    def _place(self, on: date) -> Place | None:
        there = [place for place in self._places if place.receives(on)]
        return self._random.choices(there, [place.share for place in there])[0] if there else None

    def _life(self, place: Place, at: datetime, mood: Habit) -> Life:
        setting = Setting(self._desk, place.unit, self._portal, place.deadline, self._eventful)
        left = (place.last - at.date()).days if place.last else None
        version, habit = self._choices.draw(mood, at.date(), left=left)
        arrival = workload.random_arrival(self._random, at, version.definition)
        if habit is Habit.UNANSWERED:
            arrival = workload.Arrival(arrival.at, arrival.procedure, Channel.ONLINE)
        if arrival.at >= self._until or habit is Habit.CALM:
            arrival = workload.Arrival(at, arrival.procedure, arrival.channel)
        applicant, known_as = self._applicant(place, at.date())
        intake = intake_of(
            self._random,
            arrival,
            version,
            applicant,
            known_as=known_as,
            on=at.date(),
            serial=self.born,
            place=place.words,
        )
        return Life(self._random, setting, version, intake, habit)

    def _applicant(self, place: Place, on: date) -> tuple[Invented, int | None]:
        """Somebody who has come before, with today's address, or somebody new."""
        if place.known and self._random.random() < KNOWN_SHARE:
            known = self._random.choice(place.known)
            return place.today(known), known.pk
        self._serial += 1
        one = person(self._random, serial=self._serial, today=on, place=place.words, hamlets=place.hamlets)
        return one, None


def _received(at: datetime) -> datetime:
    """Nothing is received on the day of the hand-over: who comes then comes again to the new unit."""
    closed = LAST_RECEPTION < at.date() < MERGED_ON
    return at + (MERGED_ON - at.date()) if closed else at
