"""Everything that the page of one task shows."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from motcua.directives import access, queries
from motcua.directives.models import Evidence, Extension, Progress, Task
from motcua.directives.queries import MessageLine, Parts
from motcua.identity.histories import HistoryLine
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.forms.work import Say
from motcua.surfaces.board.directives.task_chips import task_chip
from motcua.surfaces.components.due_chips import DueChip


@dataclass
class TaskPage:
    task: Task
    officer: Officer
    today: date
    say: Say = field(default_factory=Say)

    @cached_property
    def verbs(self) -> list[str]:
        return access.task_verbs(self.officer, self.task)

    @property
    def offered(self) -> list[str]:
        """The verbs with a button; an end without evidence is offered to those alone who can add it."""
        can_prove = "add_evidence" in self.verbs or self.evidence.exists()
        return [verb for verb in self.verbs if verb != "close" or can_prove]

    @property
    def chip(self) -> DueChip:
        return task_chip(self.task, on=self.today)

    @cached_property
    def parts(self) -> list[Parts]:
        """Units that help, by order or asked to, and those that watch."""
        return queries.parts_of(self.task)

    @cached_property
    def progress(self) -> "QuerySet[Progress]":
        return self.task.progress.select_related("unit", "reported_by").order_by("-pk")

    @cached_property
    def evidence(self) -> "QuerySet[Evidence]":
        return self.task.evidence.select_related("file", "added_by").order_by("-pk")

    @cached_property
    def extensions(self) -> "QuerySet[Extension]":
        return self.task.extensions.select_related("granted_by").order_by("pk")

    @cached_property
    def talk(self) -> list[MessageLine]:
        return queries.talk(self.task)

    @cached_property
    def history(self) -> list[HistoryLine]:
        return queries.history(self.task)[::-1]
