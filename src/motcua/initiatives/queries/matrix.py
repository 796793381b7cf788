"""Models by units in one quarter: who runs what, who has just begun, who is silent."""

from collections.abc import Collection

import msgspec
from django.db.models import Q

from motcua.directives.models import Directive
from motcua.initiatives.models import Initiative, ModelCase, Replication
from motcua.initiatives.queries.answers import Answers, answers_in
from motcua.initiatives.queries.counting import Tally, counting
from motcua.initiatives.queries.counting_together import ModelCounts, Total, count_models
from motcua.initiatives.queries.orders import orders
from motcua.initiatives.queries.origins import ended_before, made_by
from motcua.initiatives.replication_kinds import CellState
from motcua.kernel.quarters import Quarter
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.order import in_order

#: Pairs of unit and model about which a report of the quarter was sent.
Reported = Collection[tuple[int, int]]
BUSY = CellState.RUNNING, CellState.NEW


class Column(msgspec.Struct, frozen=True):
    """A model over the units: at how many it runs, and its cases in all of them.

    ``directive`` is the newest that told any of them of it, None where all chose it themselves.
    """

    initiative: Initiative
    short_name: str
    mandatory: bool
    running: int
    cases: int
    directive: Directive | None = None


class Cell(msgspec.Struct, frozen=True):
    """One unit with one model; ``cases`` is the figure, counted and entered together.

    ``origin``: the unit made the model, and needs neither order nor answer to do it. ``answered``: it had answered
    by the end of the quarter; nobody says by which day an order is to be answered, so without an answer it is silent
    from the order on.
    """

    unit_id: int
    initiative_id: int
    state: CellState
    mandatory: bool
    counted: int = 0
    entered: int = 0
    origin: bool = False
    answered: bool = False

    @property
    def unanswered(self) -> bool:
        """Silent because the unit has not said whether it takes up what it was told to."""
        return self.state == CellState.SILENT and not self.answered

    @property
    def is_done(self) -> bool:
        """The unit does the model, with or without cases."""
        return self.state in BUSY or (self.state == CellState.SILENT and self.answered)

    @property
    def cases(self) -> int:
        return self.counted + self.entered


class Line(msgspec.Struct, frozen=True):
    """A unit with its cells in the order of the columns; ``busy`` of them run or have just begun."""

    unit: Unit
    cells: list[Cell]

    @property
    def busy(self) -> int:
        return sum(cell.state in BUSY for cell in self.cells)


class Matrix(msgspec.Struct, frozen=True):
    """``total``: the cases of all cells, a record of two models once; ``total.is_less`` wants a footnote."""

    quarter: Quarter
    columns: list[Column]
    lines: list[Line]
    total: Total

    @property
    def cells(self) -> list[Cell]:
        return [cell for line in self.lines for cell in line.cells]

    @property
    def cases(self) -> int:
        """How many cases there are in all, each record once."""
        return self.total.total

    @property
    def silent(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.state == CellState.SILENT]

    @property
    def unanswered(self) -> int:
        """How many of the silent have not answered."""
        return sum(cell.unanswered for cell in self.cells)


def matrix(
    directive: Directive | None, unit_ids: Collection[int], quarter: Quarter, *, reported: Reported = ()
) -> Matrix:
    """Show where units are with the models of a directive, or with all that any of them has (``None``).

    The figures are those of its report: from the day after the last report to the due day.

    Args:
        reported: what reports of the quarter were sent; without any, a unit speaks only by its cases.
    """
    units = in_order(Unit.objects.filter(pk__in=unit_ids))
    ids = [unit.pk for unit in units]
    told, answers = _told(ids, quarter, directive), answers_in(ids, quarter)
    models = _models(directive, ids, quarter, told, answers)
    counts = count_models(models, ids, quarter.counts_from, quarter.counts_to)
    over = ended_before(models, quarter)
    view = _View(quarter, told, answers, frozenset(reported), over)
    directives = {model: order.directive for (_unit, model), order in told.items()}
    columns: list[Column] = []
    cells: dict[tuple[int, int], Cell] = {}
    for model in models:
        column = [view.cell(unit, model, counts.of(unit.pk, model.pk)) for unit in units]
        wanted = model.pk not in over and (directive or model.pk in directives)
        if wanted or any(cell.state != CellState.NONE for cell in column):
            columns.append(_column(model, column, directives.get(model.pk)))
            cells |= {(cell.unit_id, model.pk): cell for cell in column}
    lines = [Line(unit, [cells[unit.pk, column.initiative.pk] for column in columns]) for unit in units]
    addressed = {unit for unit, _model in told}
    shown = [line for line in lines if line.unit.pk in addressed or _belongs(line)]
    return Matrix(quarter, columns, shown, _total(counts, shown))


def _total(counts: ModelCounts, lines: list[Line]) -> Total:
    """The cases of all cells together; a model done by chance counts in none of them."""
    cells = [cell for line in lines for cell in line.cells]
    return counts.total_of([(cell.unit_id, cell.initiative_id) for cell in cells if cell.cases])


def _belongs(line: Line) -> bool:
    """Communes always stand there; other units only where they have to do with one of the models."""
    return line.unit.level == Level.COMMUNE or any(
        cell.origin or cell.state != CellState.NONE for cell in line.cells
    )


def silent_units(
    directive: Directive | None, unit_ids: Collection[int], quarter: Quarter, *, reported: Reported = ()
) -> dict[int, list[Initiative]]:
    """About which models each unit has been silent; units that have spoken of all are left out."""
    table = matrix(directive, unit_ids, quarter, reported=reported)
    models = {column.initiative.pk: column.initiative for column in table.columns}
    found: dict[int, list[Initiative]] = {}
    for cell in table.silent:
        found.setdefault(cell.unit_id, []).append(models[cell.initiative_id])
    return found


class _View(msgspec.Struct, frozen=True):
    """What is known of all cells before any is looked at."""

    quarter: Quarter
    told: dict[tuple[int, int], Replication]
    answers: Answers
    reported: frozenset[tuple[int, int]]
    over: Collection[int]

    def cell(self, unit: Unit, model: Initiative, tally: Tally) -> Cell:
        key = unit.pk, model.pk
        order, origin = self.told.get(key), model.unit_id == unit.pk
        mandatory = order is not None and order.mandatory
        does = mandatory or origin or key in self.answers.doers or tally.entered > 0
        counted = tally.counted if does else 0  # what others do by chance is not this model
        return Cell(
            unit_id=unit.pk,
            initiative_id=model.pk,
            state=self._state(key, counted + tally.entered, mandatory=mandatory),
            mandatory=mandatory,
            counted=counted,
            entered=tally.entered,
            origin=origin,
            answered=key in self.answers.last,
        )

    def _state(self, key: tuple[int, int], cases: int, *, mandatory: bool) -> CellState:
        answer = self.answers.last.get(key)
        if cases:
            return CellState.RUNNING
        if key[1] in self.over:
            return CellState.NONE
        if answer is None:
            return CellState.SILENT if mandatory else CellState.NONE
        if answer.from_on is None:
            return CellState.DECLINED
        if key in self.reported:
            return CellState.RUNNING
        return CellState.NEW if answer.from_on >= self.quarter.counts_from else CellState.SILENT


def _told(
    unit_ids: Collection[int], quarter: Quarter, directive: Directive | None
) -> dict[tuple[int, int], Replication]:
    """The order behind each cell: a mandatory one before a recommendation, else the newest."""
    found: dict[tuple[int, int], Replication] = {}
    for order in orders(unit_ids, on=quarter.counts_to, directive_id=directive.pk if directive else None):
        key = order.unit_id, order.replication.initiative_id
        if key not in found or order.replication.mandatory or not found[key].mandatory:
            found[key] = order.replication
    return found


def _models(
    directive: Directive | None,
    unit_ids: Collection[int],
    quarter: Quarter,
    told: dict[tuple[int, int], Replication],
    answers: Answers,
) -> list[Initiative]:
    """What may be a column: mandatory models, then the others."""
    must = {order.initiative_id for order in told.values() if order.mandatory}
    wanted = {model_id for _unit, model_id in told}
    if directive is not None:
        wanted |= set(Replication.objects.filter(directive=directive).values_list("initiative", flat=True))
    else:
        wanted |= {model_id for _unit, model_id in answers.last}
        days = Q(happened_on__gte=quarter.counts_from, happened_on__lte=quarter.counts_to)
        entered = ModelCase.objects.valid().filter(days, unit__in=unit_ids)
        wanted |= set(entered.values_list("initiative", flat=True))
        wanted |= made_by(unit_ids, quarter)
    found = Initiative.objects.filter(pk__in=wanted)
    return sorted(found, key=lambda model: (model.pk not in must, model.pk))


def _column(model: Initiative, cells: list[Cell], directive: Directive | None) -> Column:
    return Column(
        initiative=model,
        short_name=counting(model).short_vi,
        mandatory=any(cell.mandatory for cell in cells),
        running=sum(cell.state == CellState.RUNNING for cell in cells),
        cases=sum(cell.cases for cell in cells),
        directive=directive,
    )
