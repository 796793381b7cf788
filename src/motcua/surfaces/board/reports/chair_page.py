"""What a chair sees of the reform: models with their places, silent places, reports."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.initiatives.queries import Cell, Column
from motcua.initiatives.replication_kinds import CellState
from motcua.kernel.vietnamese import number
from motcua.organisation.models import Unit
from motcua.reporting import queries
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.queries.punctuality import Counts
from motcua.reporting.states import Form
from motcua.surfaces.board.replication.scope import Scope
from motcua.surfaces.board.reports.duty_choices import may_oblige


@dataclass(frozen=True, slots=True)
class Place:
    """One unit with one model."""

    unit: Unit
    cases: int
    href: str


@dataclass(frozen=True, slots=True)
class ModelLine:
    """One model: where it runs with what it brought, where it has just begun, who is silent."""

    column: Column
    running: list[Place]
    begun: list[Place]
    silent: list[Place]


@dataclass(frozen=True)
class ChairPage:
    scope: Scope

    @cached_property
    def models(self) -> list[ModelLine]:
        table = self.scope.matrix
        units = {line.unit.pk: line.unit for line in table.lines}
        cells: dict[int, list[Cell]] = {}
        for cell in table.cells:
            cells.setdefault(cell.initiative_id, []).append(cell)
        return [
            ModelLine(
                column,
                *(
                    [
                        self._place(units[cell.unit_id], cell)
                        for cell in cells[column.initiative.pk]
                        if cell.state == state
                    ]
                    for state in (CellState.RUNNING, CellState.NEW, CellState.SILENT)
                ),
            )
            for column in table.columns
        ]

    @property
    def is_single(self) -> bool:
        """One unit looks at itself: nothing is said of several places."""
        return [line.unit.pk for line in self.scope.matrix.lines] == [self.scope.unit.pk]

    @property
    def headline(self) -> str:
        """One sentence: how many models run at how many units, and how many places are silent."""
        table = self.scope.matrix
        busy = sum(line.busy > 0 for line in table.lines)
        words = {
            "quarter": table.quarter.name, "models": len(table.columns), "busy": busy, "units": len(table.lines),
            "cases": number(table.cases), "done": sum(cell.is_done for cell in table.cells),
        }  # fmt: skip
        if not table.columns:
            return _("%(quarter)s: chưa có mô hình nào được nhân rộng") % words
        if self.is_single:
            told = _("%(quarter)s: làm %(done)d trên %(models)d mô hình, %(cases)s lượt phục vụ") % words
            return told + (self._silence(_("mô hình")) or _(", không mô hình nào im."))
        if not busy and not table.silent:
            return (
                _("%(quarter)s: %(models)d mô hình nêu cho %(units)d đơn vị, chưa có lượt phục vụ nào.")
                % words
            )
        told = (
            _("%(quarter)s: %(models)d mô hình chạy ở %(busy)d trên %(units)d đơn vị, %(cases)s lượt phục vụ")
            % words
        )
        return told + (self._silence(_("chỗ")) or _(", không chỗ nào im."))

    def _silence(self, what: str) -> str:
        """The end of the sentence: how many are silent, and how many of them because nobody answered."""
        table = self.scope.matrix
        words = {"what": what, "silent": len(table.silent), "unanswered": table.unanswered}
        if not words["silent"]:
            return ""
        if not words["unanswered"]:
            return _(", %(silent)d %(what)s đang im.") % words
        return _(", %(silent)d %(what)s đang im, trong đó %(unanswered)d chưa trả lời.") % words

    @property
    def silent_words(self) -> str:
        if self.is_single:
            return _("mô hình đang im")
        if not self.silent_units:
            return _("chỗ đang im")
        return _("chỗ đang im, ở %(count)d đơn vị") % {"count": self.silent_units}

    @property
    def reports_words(self) -> str:
        """What stands beside the number of reports that were sent."""
        counts = self.reports
        if not counts.expected:
            return _("báo cáo, chưa giao cho ai")
        return _("báo cáo đã gửi trên %(expected)d, đúng hạn %(on_time)d") % {
            "expected": counts.expected,
            "on_time": counts.on_time,
        }

    @property
    def silent_units(self) -> int:
        return len({cell.unit_id for cell in self.scope.matrix.silent})

    @cached_property
    def reports(self) -> Counts:
        """Reports on models of the quarter, of the unit and all below it."""
        period = ReportingPeriod(self.scope.quarter.year, self.scope.quarter.number)
        return queries.expected_sent_on_time(self.scope.unit, period, form=Form.MODELS)

    @property
    def reports_href(self) -> str:
        """The inbox; where nobody owes a report yet, the page that gives it out, for whoever may."""
        if not self.reports.expected and may_oblige(self.scope.officer, on=self.scope.today):
            return reverse("board:periodic_oblige")
        words = {"ky": str(self.scope.quarter), "bieu": str(Form.MODELS)}
        return f"{reverse('board:periodic_list')}?{urlencode(words)}"

    def _place(self, unit: Unit, cell: Cell) -> Place:
        href = reverse("board:matrix_cell", args=[unit.pk, cell.initiative_id])
        return Place(unit, cell.cases, f"{href}?ky={self.scope.quarter}")
