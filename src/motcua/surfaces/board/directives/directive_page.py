"""Everything that the page of one directive shows."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from motcua.directives import access, printing, queries
from motcua.directives.models import Conference, Directive, Task
from motcua.directives.queries import Parts, Reading
from motcua.directives.states import State
from motcua.identity.histories import HistoryLine
from motcua.initiatives.models import Replication
from motcua.organisation.access import Officer
from motcua.organisation.order import place_of
from motcua.reporting.queries import without_duty
from motcua.surfaces.board.directives.task_chips import task_chip
from motcua.surfaces.components.due_chips import DueChip


class Numbered(NamedTuple):
    """A numbered task and what became of it at each leading unit the officer may see."""

    first: Task
    units: list[tuple[Task, DueChip]]
    done: int
    parts: list[Parts]


@dataclass(frozen=True)
class DirectivePage:
    directive: Directive
    officer: Officer
    today: date

    @property
    def title(self) -> str:
        """The abstract as a heading; inside a text it begins small."""
        return self.directive.abstract[:1].upper() + self.directive.abstract[1:]

    @cached_property
    def verbs(self) -> list[str]:
        """What the officer may do now: edit, issue, withdraw."""
        return access.directive_verbs(self.officer, self.directive)

    @property
    def is_draft(self) -> bool:
        return self.directive.state == State.DRAFT

    @cached_property
    def mine(self) -> frozenset[int]:
        """Keys of the units for which the officer stands."""
        return access.stands_for(self.officer)

    @property
    def is_keeper(self) -> bool:
        return self.directive.keeper_id in self.mine

    @property
    def is_giver(self) -> bool:
        """Its issuer and its keeper follow it everywhere; others see how it stands with themselves."""
        return not self.mine.isdisjoint({self.directive.keeper_id, self.directive.issuer_id})

    def tells(self, reading: Reading) -> bool:
        """Whether the officer may know who has opened it at a recipient."""
        return self.is_giver or reading.unit_id in self.mine

    @property
    def may_add_tasks(self) -> bool:
        """A draft gets its tasks while it is written, a text on paper when it is entered."""
        open_paper = self.directive.on_paper and self.directive.state == State.ISSUED
        return (self.is_draft or open_paper) and access.may_directive(
            self.officer, "assign_task", self.directive
        )

    @cached_property
    def readings(self) -> list[Reading]:
        return queries.reading(self.directive)

    @property
    def seen(self) -> int:
        return sum(reading.received_at is not None for reading in self.readings)

    @property
    def reached(self) -> int:
        """How many of the recipients can open it here; all, unless it is another agency's text."""
        return sum(reading.reached for reading in self.readings)

    @cached_property
    def tasks(self) -> list[Numbered]:
        """By number; a stranger to a task does not see it, the keeper sees all."""
        rows = access.tasks_visible_to(self.officer).filter(directive=self.directive)
        ordered = printing.in_order(
            rows.select_related("lead_unit", "directive__keeper", "directive__issuer").prefetch_related(
                "parts__unit"
            )
        )
        found = []
        for _number, group in groupby(ordered, key=lambda task: task.number):
            same = list(group)
            leads = sorted(same, key=lambda task: place_of(task.lead_unit))
            units = [(task, task_chip(task, on=self.today)) for task in leads]
            done = sum(task.state == "done" for task in same)
            found.append(Numbered(same[0], units, done, queries.parts_of(same[0])))
        return found

    @cached_property
    def replications(self) -> list[Replication]:
        """Models that it spreads, orders before recommendations."""
        rows = Replication.objects.filter(directive=self.directive).select_related("initiative")
        return list(rows.order_by("-mandatory", "pk"))

    @property
    def may_add_models(self) -> bool:
        """Like its tasks: what is signed here stays as it was signed."""
        open_paper = self.directive.on_paper and self.directive.state == State.ISSUED
        return (self.is_draft or open_paper) and access.may_directive(self.officer, "edit", self.directive)

    @cached_property
    def without_report(self) -> int:
        """How many recipients of mandatory models owe no report on them yet, where the officer may ask for it."""
        return len(without_duty(self.officer, self.directive, on=self.today))

    @cached_property
    def conference(self) -> Conference | None:
        return Conference.objects.filter(directive=self.directive).first()

    @cached_property
    def history(self) -> list[HistoryLine]:
        """For those who keep it; newest first."""
        return queries.history(self.directive)[::-1] if self.is_keeper else []

    @property
    def paragraphs(self) -> list[str]:
        return [line for line in self.directive.body.splitlines() if line.strip()]
