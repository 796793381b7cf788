"""One report as its page shows it: the figures with what stands behind them, and what may be done now."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.histories import HistoryLine
from motcua.initiatives.models import Initiative
from motcua.initiatives.queries import counting
from motcua.kernel.vietnamese import number
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Kind
from motcua.reporting import access, queries
from motcua.reporting.models import Correction, Report, ReportVersion
from motcua.reporting.queries import Due, Finding
from motcua.reporting.sheets import Column, Row, totals
from motcua.reporting.shown import Shown, shown
from motcua.reporting.states import Form, Side, State
from motcua.surfaces.board.reports.came_in import as_reason, came_in
from motcua.surfaces.board.reports.due_words import report_chip
from motcua.surfaces.components.due_chips import DueChip

#: Columns of the report on models that stand on the screen as a small line under their sum.
PARTS = ("counted", "entered")
MOST_COLUMNS = 7


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One cell: its words; behind a corrected figure the counted one; addresses, where there is something."""

    column: Column
    text: str
    figure: int = 0
    corrected: Correction | None = None
    href: str = ""
    correct_href: str = ""
    #: What the figure is made of, where it has parts: ``đếm từ hồ sơ 5``.
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A row: its name in a few words, and in full where that is another one."""

    name: str
    full_name: str
    cells: list[FigureCell]
    remark: str


@dataclass(frozen=True)
class ReportPage:
    """A version of a report in the eyes of an officer."""

    officer: Officer
    report: Report
    version: ReportVersion
    now: datetime

    @cached_property
    def what(self) -> Shown:
        return shown(self.version)

    @cached_property
    def is_newest(self) -> bool:
        return self.version.number == self.report.latest.number

    @cached_property
    def is_own(self) -> bool:
        return Side.UNIT in access.sides(self.officer, self.report)

    @cached_property
    def verbs(self) -> list[str]:
        """What may be done now; a report that nobody waits for is not sent."""
        found = access.report_verbs(self.officer, self.report) if self.is_newest or not self.is_own else []
        if self.report.latest.number != self.version.number:
            found = [verb for verb in found if verb not in {"receive", "return_report", "accept"}]
        return [verb for verb in found if verb != "send" or self.report.obligation is not None]

    @property
    def corrects(self) -> bool:
        """A sum not sent yet stays the sum of its parts: the unit that reported a wrong figure corrects it."""
        return "correct" in self.verbs and (not self.report.consolidated or self.version.number > 1)

    @property
    def sends_at_once(self) -> bool:
        """One button: who may sign may also send."""
        return "sign" in self.verbs and self.report.obligation is not None

    @property
    def signed_from(self) -> date | None:
        """The day from which a draft may be signed, while that day is still to come."""
        first = self.report.signed_from
        is_draft = self.version.state == State.DRAFT and {"comment", "sign"} & set(self.verbs)
        return first if is_draft and timezone.localdate(self.now) < first else None

    @property
    def is_frozen(self) -> bool:
        """The figures are those of the first sending, and the officer is about to mend them, or does so."""
        mends = "comment" in self.verbs and self.version.number > 1
        return mends or ("new_version" in self.verbs and self.version.state == State.RETURNED)

    @cached_property
    def chip(self) -> DueChip | None:
        """None for a sum that is owed to nobody."""
        if self.report.obligation is None:
            return None
        days = (self.report.due_on - timezone.localdate(self.now)).days
        obligation, period = self.report.obligation, self.report.reporting_period
        return report_chip(Due(obligation, period, self.report.due_on, days, self.report, self.version))

    @cached_property
    def versions(self) -> list[ReportVersion]:
        """All versions, the newest first; others than the unit see those that were sent."""
        found = self.report.versions.order_by("-number").select_related("signed_by", "sent_by", "returned_by")
        return list(found if self.is_own else found.filter(sent_at__isnull=False))

    @cached_property
    def history(self) -> list[HistoryLine]:
        """Newest first."""
        return queries.history(self.report)[::-1] if self.is_own else []

    @cached_property
    def findings(self) -> list[Finding]:
        return queries.findings(self.report, at=self.now) if self.is_newest else []

    @cached_property
    def came_in(self) -> list[Finding]:
        """What the sum does not hold yet, for those whose sum it is."""
        return came_in(self.findings) if self.is_own else []

    @property
    def reason_words(self) -> str:
        """Why the next version is written, as far as the program knows."""
        return self.version.returned_reason or as_reason(self.came_in)

    @cached_property
    def columns(self) -> list[Column]:
        """Those of the paper, but in the report on models those that stand under their sum."""
        hidden = PARTS if self.report.form == Form.MODELS else ()
        return [column for column in self.what.columns if column.id not in hidden]

    @property
    def has_sources(self) -> bool:
        return len(self.columns) < len(self.what.columns)

    @property
    def is_wide(self) -> bool:
        """Too many columns for a table beside the next act, or for a card on a phone."""
        return len(self.columns) > MOST_COLUMNS

    @property
    def row_title(self) -> str:
        return str(self.what.kind.row_title)

    @property
    def nothing_words(self) -> str:
        """Why a table is empty."""
        return str(self.what.kind.nothing)

    @cached_property
    def lines(self) -> list[FigureLine]:
        return [self._line(row) for row in self.what.rows]

    @cached_property
    def totals(self) -> dict[str, int]:
        return totals(self.what.columns, self.what.rows, self.what.sheet.shared)

    @cached_property
    def _models(self) -> dict[str, Initiative]:
        """Models by the keys of the rows of the report on them."""
        if self.report.form != Form.MODELS:
            return {}
        ids = [row.id for row in self.what.rows]
        found = Initiative.objects.filter(Q(slug__in=ids) | Q(code__in=ids))
        return {key: one for one in found for key in (one.slug, one.code) if key}

    def short_name(self, row: Row) -> str:
        """A model in a few words; other rows as they are called."""
        model = self._models.get(row.id)
        return counting(model).short_vi if model else row.name

    @property
    def short_names(self) -> dict[str, str]:
        return {row.id: self.short_name(row) for row in self.what.rows}

    def _line(self, row: Row) -> FigureLine:
        name = self.short_name(row)
        return FigureLine(
            name,
            row.name if name != row.name else "",
            [self._cell(row, column) for column in self.columns],
            self.what.remark(row.id),
        )

    def _cell(self, row: Row, column: Column) -> FigureCell:
        if column.is_text:
            return FigureCell(column, row.words.get(column.id, ""))
        corrected = next(
            (one for one in self.what.corrections
             if (one.row_id, one.column_id) == (row.id, column.id) and one.value != one.counted), None,
        )  # fmt: skip
        place = {"dong": row.id, "cot": column.id}
        correct = reverse("board:periodic_correct", args=[self.report.pk])
        return FigureCell(
            column, "", row.figures.get(column.id, 0), corrected, self._behind(row, column),
            f"{correct}?{urlencode(place)}" if self.corrects and not column.fixed else "",
            self._sources(row) if column.id == "cases" else (),
        )  # fmt: skip

    def _sources(self, row: Row) -> tuple[str, ...]:
        """How many the machine counted and how many the unit entered; nothing where there are none."""
        words = {"counted": _("đếm từ hồ sơ"), "entered": self.entered_words}
        told = [(words[part], row.figures.get(part, 0)) for part in PARTS]
        found = [(text, count) for text, count in told if count]
        if len(found) == 1:
            return (found[0][0],)
        return tuple(f"{text} {number(count)}" for text, count in found)

    @property
    def entered_words(self) -> str:
        return _("xã tự ghi") if self.report.unit.kind == Kind.XA else _("đơn vị tự ghi")

    def _behind(self, row: Row, column: Column) -> str:
        """The page with the dossiers and cases behind a figure on a model."""
        if column.id != "cases" or self.report.consolidated or row.id not in self._models:
            return ""
        cell = reverse("board:matrix_cell", args=[self.report.unit_id, self._models[row.id].pk])
        return f"{cell}?ky={self.report.period}"


def report_page(officer: Officer, pk: int, *, now: datetime, number: str = "") -> ReportPage:
    """Load a report that the officer may read; without ``number`` the newest version that is his to read.

    Raises:
        Http404: no such report in sight, or no such version.
    """
    seen = access.visible_to(officer).select_related("unit", "obligation__collector", "obligation__directive")
    report = get_object_or_404(seen, pk=pk)
    versions = report.versions.order_by("-number")
    if Side.UNIT not in access.sides(officer, report):
        versions = versions.exclude(state__in=[State.DRAFT, State.SIGNED])
    if number.isascii() and number.isdigit() and len(number) < 5:
        version = get_object_or_404(versions, number=int(number))
    else:
        version = get_object_or_404(versions[:1])
    version.report = report
    return ReportPage(officer, report, version, now)
