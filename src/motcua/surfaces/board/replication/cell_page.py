"""One unit with one model in one quarter: the figure, the records behind it, the answer, the steps."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.initiatives import queries
from motcua.initiatives.counting import Counting, DossierRule
from motcua.initiatives.models import (
    Adoption,
    AdoptionStep,
    Initiative,
    ModelCase,
    Replication,
    SilenceReminder,
)
from motcua.initiatives.queries import Cases, Cell
from motcua.initiatives.replicating import ANSWERERS, WORKERS
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.kernel.quarters import Quarter
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import stands_for
from motcua.reporting.models import Report
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.queries import reported_pairs
from motcua.reporting.states import Form
from motcua.surfaces.board import links


@dataclass(frozen=True)
class ListedDossier:
    """A dossier that was counted; ``href`` only where the officer may open it."""

    dossier: Dossier
    href: str


@dataclass(frozen=True)
class Step:
    """A step of the model, and what the unit said of it."""

    seq: int
    text: str
    done: AdoptionStep | None


@dataclass(frozen=True)
class CellPage:
    officer: Officer
    unit: Unit
    initiative: Initiative
    quarter: Quarter
    today: date

    @cached_property
    def cell(self) -> Cell | None:
        """What the matrix shows; None where nobody expects the unit to do the model."""
        period = ReportingPeriod(self.quarter.year, self.quarter.number)
        table = queries.matrix(
            None, [self.unit.pk], self.quarter, reported=reported_pairs([self.unit.pk], period)
        )
        return next((cell for cell in table.cells if cell.initiative_id == self.initiative.pk), None)

    @cached_property
    def cases(self) -> Cases:
        return queries.cases(
            self.initiative, [self.unit.pk], self.quarter.counts_from, self.quarter.counts_to
        )

    @property
    def dossiers(self) -> list[ListedDossier]:
        return [ListedDossier(one, links.one_dossier(one, self.officer)) for one in self.cases.dossiers]

    @property
    def entered(self) -> int:
        return sum(one.quantity for one in self.cases.entered)

    @property
    def total(self) -> int:
        return len(self.cases.dossiers) + self.entered

    @cached_property
    def cancelled(self) -> list[ModelCase]:
        """Cases of the quarter that were cancelled, with the reason."""
        rows = ModelCase.objects.filter(
            initiative=self.initiative, unit=self.unit, cancelled_at__isnull=False,
            happened_on__gte=self.quarter.counts_from, happened_on__lte=self.quarter.counts_to,
        )  # fmt: skip
        return list(rows.select_related("cancelled_by").order_by("happened_on", "pk"))

    @cached_property
    def counting(self) -> Counting:
        return queries.counting(self.initiative)

    @property
    def shows_dossiers(self) -> bool:
        """The machine counts dossiers for this model."""
        return isinstance(self.counting.rule, DossierRule)

    @cached_property
    def report(self) -> Report | None:
        """The unit's report of the quarter, as far as it has come."""
        period = ReportingPeriod(self.quarter.year, self.quarter.number)
        return Report.objects.of(Form.MODELS, period).filter(unit=self.unit).first()

    @cached_property
    def adoption(self) -> Adoption | None:
        rows = Adoption.objects.select_related("answered_by", "replication__directive")
        return rows.filter(initiative=self.initiative, unit=self.unit).first()

    @property
    def answered_then(self) -> str:
        """What the unit's answer was in the quarter, where it has been given anew since; blank where it stands."""
        if self.adoption is None or timezone.localdate(self.adoption.answered_at) <= self.quarter.counts_to:
            return ""
        key = self.unit.pk, self.initiative.pk
        then = queries.answers_in([self.unit.pk], self.quarter).last.get(key)
        if then is None:
            return _("Trong %(quarter)s đơn vị chưa trả lời.") % {"quarter": self.quarter.name_in_sentence}
        words = {"quarter": self.quarter.name_in_sentence, "day": day(then.given_on)}
        if then.adopts:
            return _("Trong %(quarter)s đơn vị đã nhận làm (trả lời ngày %(day)s).") % words
        return _("Trong %(quarter)s đơn vị chưa nhận làm (trả lời ngày %(day)s).") % words

    @cached_property
    def order(self) -> Replication | None:
        return queries.order_for(self.initiative.pk, self.unit.pk, on=self.quarter.counts_to)

    @cached_property
    def reminders(self) -> list[SilenceReminder]:
        found = queries.reminders([self.unit.pk], self.quarter)
        return [one for one in found if self.initiative.pk in one.initiatives]

    @property
    def steps(self) -> list[Step]:
        done = {one.seq: one for one in self.adoption.steps.all()} if self.adoption else {}
        return [
            Step(int(step["seq"]), step["action_vi"], done.get(int(step["seq"])))
            for step in self.initiative.steps
        ]

    @cached_property
    def is_own(self) -> bool:
        """The officer works for the unit, and it is still there."""
        alive = self.unit.valid_to is None or self.unit.valid_to >= self.today
        return alive and self.unit.pk in stands_for(self.officer)

    @property
    def adopts(self) -> bool:
        return self.adoption is not None and self.adoption.state == AdoptionState.ADOPTED

    @property
    def may_answer(self) -> bool:
        return self.is_own and self.officer.has(*ANSWERERS)

    @property
    def may_enter(self) -> bool:
        does = self.adopts or self.initiative.unit_id == self.unit.pk
        return self.is_own and does and self.officer.has(*WORKERS)

    @property
    def may_tick(self) -> bool:
        return self.is_own and self.adopts and self.officer.has(*WORKERS)
