"""Whoever tells the life of a dossier: a clock, the dossier as it stands, who is there, and chance.

A life is a coroutine: it yields an instant to sleep until, and an ``Act`` to be done at once. It looks at the
dossier as it stands (``state``) before it decides, so what it does is always possible, and it is simply not woken
any more when "now" is reached.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from random import Random

from django.utils import timezone

from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.models import ProcedureVersion
from motcua.dossiers.inputs import Intake
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role
from motcua.process import parties
from motcua.process.models import StepRun
from motcua.project.demo.dated import local_day
from motcua.project.demo.desk import Desk
from motcua.project.demo.held import Act, Held

Story = Generator[datetime | Act, Held | None, None]
Question = Generator[datetime | Act, Held | None, bool]
DAY = 480  # working minutes
RARE = 0.1


class Habit(Enum):
    """What a dossier is there to show: something that waits today, or an end in time."""

    USUAL = auto()
    SLOW = auto()
    UNANSWERED = auto()
    INCOMPLETE = auto()
    NOTICED = auto()
    UNPAID = auto()
    UNSIGNED = auto()
    UNFETCHED = auto()
    CALM = auto()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a life is lived.

    ``deadline``: everything must be over by then (the unit ends). ``eventful``: how often what is rare happens.
    """

    desk: Desk
    unit: Unit
    portal: Officer
    deadline: datetime | None = None
    eventful: float = 1.0


class Teller:
    """The teller of one life."""

    def __init__(
        self, random: Random, setting: Setting, version: ProcedureVersion, intake: Intake, habit: Habit
    ) -> None:
        self.random, self.setting, self.version, self.intake, self.habit = (
            random, setting, version, intake, habit
        )  # fmt: skip
        assert intake.submitted_at is not None
        self.now = timezone.localtime(intake.submitted_at)
        self.serial = random.randrange(1 << 30)
        self.held: Held | None = None

    @property
    def state(self) -> Held:
        assert self.held is not None
        return self.held

    @property
    def calendar(self) -> WorkingCalendar:
        if self.held is not None and self.held.calendar is not None:
            return self.held.calendar
        return self.setting.desk.dated.calendar(self.setting.unit.pk, local_day(self.now))

    @property
    def is_calm(self) -> bool:
        return self.habit is Habit.CALM

    @property
    def leader(self) -> Officer:
        return self.holder(Role.COMMUNE_LEADER)

    def happens(self, share: float) -> bool:
        """Whether something rare happens; in calm lives, which must end in time, nothing rare does."""
        if share < RARE:
            share = 0 if self.is_calm else share * self.setting.eventful
        return self.random.random() < share

    def has(self, role: str) -> bool:
        return bool(self._holders(role))

    def _holders(self, role: str) -> list[Officer]:
        return self.setting.desk.dated.officers(self.setting.unit.pk, role, local_day(self.now))

    def holder(self, role: str) -> Officer:
        """Who of those with a role does it: for one dossier always the same."""
        holders = self._holders(role)
        assert holders, f"Nobody is {role} at {self.setting.unit.code} on {self.now}."
        return holders[self.serial % len(holders)]

    def at_counter(self) -> Officer:
        """Who stands at the counter: the role that the procedure names, the one-stop officer otherwise."""
        on = local_day(self.now)
        workflow = self.setting.desk.dated.workflow(self.version, self.setting.unit.pk, on).steps
        return self.holder(workflow.intake.role)

    def specialist(self) -> Officer:
        steps = self.state.running.workflow.steps
        role = next((step.role for step in steps if step.role in parties.SPECIALISTS), "")
        return self.holder(role) if role and self.has(role) else self.at_counter()

    def doer(self, run: StepRun) -> Officer:
        """Who ends a step: its holder, or, for a body outside that has nobody here, whoever records its answer."""
        if run.assignee_id is not None:
            for one in self._holders(run.role):
                if one.account_id == run.assignee_id:
                    return one
        return self.holder(run.role) if self.has(run.role) else self.specialist()

    def do(self, verb: str, by: Officer, **details: object) -> Story:
        self.held = (yield Act(self.now.astimezone(UTC), verb, by, details)) or self.held

    def sleep(self, minutes: int, *, most: datetime | None = None) -> Story:
        """Let working minutes pass, at most until an instant that lies ahead."""
        calendar = self.calendar
        moved = self.open(calendar.add(calendar.next_opening(self.now), minutes))
        if most is not None and self.now < most < moved:
            moved = max(self.open(calendar.add(most, -3)), self.now)
        yield from self.wake_at(moved)

    def wake_at(self, at: datetime) -> Story:
        """Sleep until an instant; nobody works by whole minutes."""
        if at > self.now:
            self.now = at.replace(second=self.random.randrange(60)) if at.second == 0 else at
            yield self.now

    def open(self, at: datetime) -> datetime:
        return self.calendar.next_opening(at)
