"""One dossier as one officer sees it at one moment: read once, asked by every part of the page."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier, Pause
from motcua.organisation.access import Officer
from motcua.payments.models import Receipt
from motcua.process.access import may_complete
from motcua.process.definitions import COUNTER
from motcua.process.models import StepRun
from motcua.process.queries import steps_of
from motcua.process.states import StepState


@dataclass(frozen=True)
class Scene:
    """What the parts of the page have in common; ``now`` is local."""

    dossier: Dossier
    officer: Officer
    now: datetime

    @cached_property
    def definition(self) -> ProcedureDefinition:
        return self.dossier.version.definition

    @cached_property
    def calendar(self) -> WorkingCalendar:
        """The calendar by which the dossier counts: that of its unit on the day of reception."""
        received = self.dossier.accepted_at or self.dossier.submitted_at
        return calendar_for(self.dossier.unit_id, timezone.localdate(received))

    @cached_property
    def steps(self) -> list[StepRun]:
        """All steps in reading order, turn by turn."""
        return steps_of(self.dossier.case) if self.dossier.case else []

    @property
    def open_steps(self) -> list[StepRun]:
        return [step for step in self.steps if step.state == StepState.OPEN]

    @cached_property
    def my_steps(self) -> list[StepRun]:
        """Open steps away from the counter that the officer may finish."""
        return [
            step for step in self.open_steps if step.kind not in COUNTER and may_complete(self.officer, step)
        ]

    @cached_property
    def receipts(self) -> list[Receipt]:
        """Money taken and given back, oldest first."""
        bill = self.dossier.bill
        return list(bill.receipts.select_related("collected_by", "cancels").order_by("pk")) if bill else []

    @property
    def refundable(self) -> list[Receipt]:
        """Receipts whose money was not given back."""
        back = {receipt.cancels_id for receipt in self.receipts}
        return [receipt for receipt in self.receipts if not receipt.is_refund and receipt.pk not in back]

    @cached_property
    def pauses(self) -> list[Pause]:
        return list(self.dossier.pauses.order_by("began_at", "pk"))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What the officer may do with the dossier now, in the domain's words."""
        return frozenset(queries.moves_for(self.dossier, self.officer, self.steps))


def scene(dossier: Dossier, officer: Officer) -> Scene:
    return Scene(dossier, officer, timezone.localtime())
