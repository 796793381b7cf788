"""The table of figures: one line for the unit, one for each unit directly below it that has figures."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit
from motcua.organisation.order import place_of
from motcua.statistics import queries
from motcua.statistics.figures import FIGURES
from motcua.statistics.report_06a import Line
from motcua.surfaces.board import links
from motcua.surfaces.board.gate import Seat

COLUMNS = (
    "received", "settled_early", "settled_on_time", "settled_late", "pending_in_time", "pending_overdue",
)  # fmt: skip
HEADS: dict[str, Promise] = {
    "received": gettext_lazy("Tiếp nhận"),
    "settled_early": gettext_lazy("Xong trước hạn"),
    "settled_on_time": gettext_lazy("Xong đúng hạn"),
    "settled_late": gettext_lazy("Xong quá hạn"),
    "pending_in_time": gettext_lazy("Đang làm, trong hạn"),
    "pending_overdue": gettext_lazy("Đang làm, quá hạn"),
}
MOST_UNITS = 5


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One number with the address of the list behind it."""

    id: str
    head: str
    count: int
    href: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The numbers of one unit and all below it."""

    name: str
    href: str
    cells: list[FigureCell]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The lines that fit, how many units are left out, and what each number means."""

    total: FigureRow
    units: list[FigureRow]
    left_out: int
    meanings: list[tuple[str, str]]


def figure_table(seat: Seat, *, most: int | None = MOST_UNITS) -> FigureTable:
    """Count by unit; units with most late ones come first when not all fit."""
    lines = queries.by_unit(seat.unit_ids, seat.period, now=seat.now)
    below = [(unit, line) for unit, line in _children(seat, lines) if not line.is_empty]
    shown = sorted(below, key=lambda one: (-one[1].pending_overdue, -one[1].settled_late, place_of(one[0])))
    if most is None or len(below) <= most:
        shown = sorted(below, key=lambda one: place_of(one[0]))
    meanings = [(str(HEADS[figure]), str(FIGURES[figure].meaning)) for figure in COLUMNS]
    return FigureTable(
        total=_row(seat.unit, sum(lines.values(), Line()), seat, _("Cả %(unit)s") if below else "%(unit)s"),
        units=[_row(unit, line, seat) for unit, line in shown[:most]],
        left_out=max(0, len(below) - most) if most is not None else 0,
        meanings=meanings,
    )


def _children(seat: Seat, lines: dict[int, Line]) -> list[tuple[Unit, Line]]:
    """Each unit directly below in the period, with the sum of its own line and all lines below it."""
    on = min(seat.period.last, seat.today)
    placed = [unit for unit in organisation.descendants(seat.unit, on=on) if unit.pk in lines]
    sums: dict[Unit, Line] = {}
    for unit in placed:
        chain = [unit, *organisation.ancestors(unit, on=on)]
        child = chain[chain.index(seat.unit) - 1]
        sums[child] = sums.get(child, Line()) + lines[unit.pk]
    return list(sums.items())


def _row(unit: Unit, line: Line, seat: Seat, words: str = "%(unit)s") -> FigureRow:
    cells = []
    for figure in COLUMNS:
        count = line.received_online + line.received_other if figure == "received" else getattr(line, figure)
        href = links.dossiers(figure, unit=unit, period=seat.period)
        is_late = bool(count) and figure == "pending_overdue"
        cells.append(FigureCell(figure, str(HEADS[figure]), count, href, is_late))
    name = words % {"unit": unit.name_in_sentence if words != "%(unit)s" else unit.name}
    return FigureRow(name, links.page("board", unit=unit, period=seat.period), cells)
