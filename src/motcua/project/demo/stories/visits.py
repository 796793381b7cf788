"""Dossiers of the stories: each visit becomes a whole life, from the doorstep to the result handed over.

They are lived by the demonstration's own lives at its own desk, which writes what ``dossiers.services`` write
(``tests/project/test_demo_twice.py``); all visits run side by side in the order of time, so that numbers and books
grow as they did.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random

import msgspec

from motcua.calendars.wall_clock import LOCAL
from motcua.dossiers.inputs import Intake
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel
from motcua.organisation.models import Hamlet
from motcua.project.demo.dated import Dated
from motcua.project.demo.desk import Desk
from motcua.project.demo.intakes import intake_of
from motcua.project.demo.lives import Life
from motcua.project.demo.names import Invented, person
from motcua.project.demo.office import portal
from motcua.project.demo.people import People
from motcua.project.demo.records import Records
from motcua.project.demo.stories.stage import Stage
from motcua.project.demo.telling import Habit, Setting, Story
from motcua.project.demo.workload import Arrival, instants

#: Numbers of invented people above those of the demonstration's population and of its relatives.
FIRST_SERIAL = 900_000


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody whom the desk helps: on which day, with what, how the dossier comes in and the result goes out.

    ``youngest``: the applicant's least age in years, for models that serve old people.
    """

    unit: str
    procedure: str
    on: date
    channel: str = Channel.HOME
    back: str = Channel.HOME
    youngest: int = 18


class Visits:
    """Lives all visits of the stories and writes them down."""

    def __init__(self, stage: Stage, *, seed: int) -> None:
        self._stage, self._random = stage, Random(f"stories {seed}")  # noqa: S311 - chance, not secrecy
        self._records, self._dated = Records(), Dated()
        self._people = People(self._records)
        self._portal = portal()
        self._serial = FIRST_SERIAL

    def live(self, visits: Iterable[Visit]) -> list[Dossier]:
        """Let every dossier live to its end; return them in the order in which they came."""
        visits = sorted(visits, key=lambda visit: visit.on)
        units = {self._stage.unit(visit.unit).pk: self._stage.unit(visit.unit) for visit in visits}
        desk = Desk(self._records, self._dated, self._people, units)
        lives = [self._life(visit, desk) for visit in visits]
        _side_by_side(lives, desk)
        for life in lives:
            self._records.keep(*life.state.rows())
        self._people.keep()
        self._records.finish()
        return [life.state.dossier for life in lives]

    def _life(self, visit: Visit, desk: Desk) -> Life:
        unit = self._stage.unit(visit.unit)
        version = self._dated.version(visit.procedure, visit.on)
        assert version is not None, f"{visit.procedure} does not exist on {visit.on}."
        arrival = Arrival(self._instant(visit), visit.procedure, visit.channel)
        place = self._stage.full_name(visit.unit)
        applicant = self._applicant(visit, place)
        intake = intake_of(
            self._random,
            arrival,
            version,
            applicant,
            known_as=None,
            on=visit.on,
            serial=self._serial,
            place=place,
        )
        setting = Setting(desk, unit, self._portal)
        return Life(self._random, setting, version, _brought_back(intake, visit, applicant), Habit.CALM)

    def _instant(self, visit: Visit) -> datetime:
        """Some minute of the morning or early afternoon, so that what is settled at once is settled that day."""
        calendar = self._dated.calendar(self._stage.unit(visit.unit).pk, visit.on)
        assert calendar.spans_on(visit.on), f"{visit.unit} is closed on {visit.on}."
        afternoon = datetime.combine(visit.on, time(14, 30), LOCAL)
        return instants(self._random, calendar=calendar, first=visit.on, until=afternoon, count=1)[0]

    def _applicant(self, visit: Visit, place: str) -> Invented:
        self._serial += 1
        hamlets = [str(hamlet) for hamlet in Hamlet.objects.filter(unit=self._stage.unit(visit.unit))]
        while True:
            someone = person(self._random, serial=self._serial, today=visit.on, place=place, hamlets=hamlets)
            if (visit.on - someone.birth_on).days >= visit.youngest * 365.25:
                return someone


def _brought_back(intake: Intake, visit: Visit, applicant: Invented) -> Intake:
    """The same intake with its result carried to the applicant, on the form too where the form asks."""
    answers = dict(intake.answers)
    if visit.back == Channel.HOME and "result_channel" in answers:
        answers |= {"result_channel": "home", "result_address": applicant.address}
    address = applicant.address if visit.back == Channel.HOME else intake.return_address
    return msgspec.structs.replace(intake, answers=answers, return_channel=visit.back, return_address=address)


def _side_by_side(lives: list[Life], desk: Desk) -> None:
    """Wake the lives in the order of time until each has come to its end."""
    queue = [(life.now, turn, life, life.live()) for turn, life in enumerate(lives)]
    heapq.heapify(queue)
    while queue:
        _at, turn, life, story = heapq.heappop(queue)
        woken = _until_it_sleeps(life, story, desk)
        if woken is not None:
            heapq.heappush(queue, (woken, turn, life, story))


def _until_it_sleeps(life: Life, story: Story, desk: Desk) -> datetime | None:
    """Do what a life does now; return when it wants to be woken, None when it is over."""
    held = None
    while True:
        try:
            step = story.send(held)
        except StopIteration:
            return None
        if isinstance(step, datetime):
            return step
        held = desk.do(step, life.held)
