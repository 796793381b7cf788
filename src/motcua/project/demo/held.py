"""One dossier in the making: its row and all rows that belong to it, in memory until nothing changes any more."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db import models

from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.dossiers.models import Dossier, DossierComponent, DueChange, Pause, SupplementItem
from motcua.dossiers.moving import Moving
from motcua.identity.models import Person
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.organisation.access import Officer
from motcua.process.definitions import COUNTER, StepDefinition, StepKind
from motcua.process.models import StepRun
from motcua.process.running import RunningCase, move, step_due
from motcua.project.demo.dated import Dated, local_day
from motcua.project.demo.records import Records

_DOSSIER_TIMES = (
    "submitted_at", "accepted_at", "first_due_at", "due_at", "finished_at", "closed_at", "returned_at"
)  # fmt: skip
_PAUSE_TIMES = ("began_at", "due_before")


@dataclass(frozen=True, slots=True)
class Act:
    """One act: a verb of ``dossiers.services``, who does it when, and what else the verb is told.

    A step is told by its key (``step``), a person whom the system knows by ``person``.
    """

    at: datetime
    verb: str
    by: Officer
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class HeldCase(RunningCase):
    """A case whose rows are written later; what ``process`` asks of the database comes from ``dated``."""

    dated: Dated

    def enter(
        self, run: StepRun, definition: StepDefinition, *, calendar: WorkingCalendar, at: datetime
    ) -> None:
        move(run, "open")
        run.entered_at = at
        run.due_at = step_due(definition, calendar=calendar, at=at)
        if run.assignee_id is None and run.kind not in COUNTER:
            candidates = self.dated.holders(self.case.unit_id, run.role, local_day(at))
            if len(candidates) == 1:
                run.assignee = candidates[0]

    def keep(self, *, at: datetime) -> None:
        self.restate(at=at)

    def open_of_kind(self, kind: StepKind) -> StepRun | None:
        return next((run for run in self.open_steps() if run.kind == kind), None)


@dataclass(slots=True)
class Held:
    """A dossier in the making and its rows; lives read it to decide what happens next."""

    dossier: Dossier
    person: Person
    case: HeldCase | None = None
    pause: Pause | None = None
    calendar: WorkingCalendar | None = None
    last_entry: LedgerEntry | None = None
    owed_vnd: int = 0
    components: list[DossierComponent] = field(default_factory=list)
    items: list[SupplementItem] = field(default_factory=list)
    due_changes: list[DueChange] = field(default_factory=list)
    others: list[models.Model] = field(default_factory=list)

    @property
    def definition(self) -> ProcedureDefinition:
        return self.dossier.version.definition

    @property
    def received_on(self) -> date:
        return local_day(self.dossier.accepted_at or self.dossier.submitted_at)

    @property
    def running(self) -> HeldCase:
        assert self.case is not None, f"{self.dossier.code} has not been accepted."
        return self.case

    def rows(self) -> Iterator[models.Model]:
        """All rows but those of the ledger, which are kept at once."""
        yield self.dossier
        if self.case is not None:
            yield self.case.case
            yield from self.case.steps
        yield from (*self.components, *self.items, *self.due_changes, *self.others)


def as_read_again(row: models.Model, columns: tuple[str, ...]) -> None:
    """Put a row's instants into UTC, as they are when another act reads it from the database."""
    for column in columns:
        at = getattr(row, column)
        if at is not None and at.tzinfo is not UTC:
            setattr(row, column, at.astimezone(UTC))


class Entering(Moving):
    """``dossiers.moving`` for rows in memory: the entry is built and kept, nothing is announced.

    Figures are counted from history once all is written, so no news is needed.
    """

    def __init__(self, held: Held, records: Records, by: Officer, at: datetime) -> None:
        as_read_again(held.dossier, _DOSSIER_TIMES)
        if held.pause is not None:
            as_read_again(held.pause, _PAUSE_TIMES)
        before = held.dossier.snapshot() if held.dossier.revision else None
        super().__init__(held.dossier, by, at, before)
        self.held, self.records, self.officer = held, records, by

    def record(self, verb: str, **details: Any) -> LedgerEntry:
        dossier, after = self.dossier, self.dossier.snapshot()
        dossier.revision += 1
        entry = ledger.follow(
            self.held.last_entry,
            stream=dossier.ledger_stream,
            verb=verb,
            payload={"before": self.before, "after": after, "details": details},
            at=self.at,
            recorded_at=self.at,
            by_id=self.officer.account_id,
        )
        self.records.keep(self.records.new(entry))
        self.held.last_entry, self.before = entry, after
        return entry
