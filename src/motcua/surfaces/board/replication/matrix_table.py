"""The matrix as it is drawn: each cell with its words, its shade and the address of the list behind it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.initiatives.queries import Cell, Column, Line
from motcua.initiatives.replication_kinds import CellState
from motcua.kernel.vietnamese import number
from motcua.organisation.kinds import Level
from motcua.surfaces.board.replication.scope import Scope

#: What a cell is called in the style sheet.
LOOKS = {
    CellState.RUNNING: "run",
    CellState.NEW: "new",
    CellState.SILENT: "quiet",
    CellState.DECLINED: "no",
}
SOME, MANY = 8, 20  # cases a quarter from which on a cell is darker


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """``text`` is what stands in it, ``aloud`` what is read out; without ``href`` there is nothing behind it."""

    look: str
    text: str
    aloud: str
    shade: int = 0
    href: str = ""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    name: str
    cells: list[DrawnCell]
    busy: int


def drawn_lines(scope: Scope) -> list[DrawnLine]:
    """The lines of the matrix in the order of its columns."""
    return [_line(scope, line) for line in scope.matrix.lines]


def head_words(scope: Scope) -> str:
    """What the columns are: how many are ordered and how many the units chose."""
    columns = scope.matrix.columns
    must = [column for column in columns if column.mandatory]
    told = [column for column in columns if column.directive and not column.mandatory]
    own = len(columns) - len(must) - len(told)
    parts = []
    if must:
        parts.append(
            _("%(count)d mô hình bắt buộc theo %(order)s") % {"count": len(must), "order": _order(must)}
        )
    if told:
        words = {"count": len(told), "order": _order(told)}
        parts.append(_("%(count)d mô hình khuyến khích theo %(order)s") % words)
    if own:
        parts.append(_("%(count)d mô hình %(who)s tự đăng ký") % {"count": own, "who": _who(scope)})
    if not parts:
        return ""
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def rows_word(scope: Scope) -> str:
    """What the lines are called at their head: ``Xã, thị trấn``."""
    kinds = {line.unit.kind for line in scope.matrix.lines}
    names = [("phuong", _("phường")), ("xa", _("xã")), ("thi_tran", _("thị trấn")), ("dac_khu", _("đặc khu"))]
    words = [word for kind, word in names if kind in kinds]
    if not words or kinds - {kind for kind, _word in names}:
        return _("Đơn vị")
    joined = ", ".join(words)
    return f"{joined[0].upper()}{joined[1:]}"


def running_words(scope: Scope) -> str:
    """``Xã đang chạy, trên 12``."""
    who = _who(scope)
    words = {"who": f"{who[0].upper()}{who[1:]}", "total": len(scope.matrix.lines)}
    return _("%(who)s đang chạy, trên %(total)d") % words


def _who(scope: Scope) -> str:
    only_communes = all(line.unit.level == Level.COMMUNE for line in scope.matrix.lines)
    return _("xã") if only_communes else _("đơn vị")


def _order(columns: list[Column]) -> str:
    numbers = {column.directive.number for column in columns if column.directive}
    if len(numbers) != 1:
        return _("các văn bản chỉ đạo")
    directive = next(column.directive for column in columns if column.directive)
    return _("văn bản %(number)s") % {"number": directive.number}


def _line(scope: Scope, line: Line) -> DrawnLine:
    columns = scope.matrix.columns
    cells = [_cell(scope, line, column, cell) for column, cell in zip(columns, line.cells, strict=True)]
    return DrawnLine(line.unit.name_in_sentence, cells, line.busy)


def _cell(scope: Scope, line: Line, column: Column, cell: Cell) -> DrawnCell:
    href = scope.address("matrix_cell", cell.unit_id, cell.initiative_id)
    if cell.state == CellState.NONE and cell.origin:
        words = {"unit": line.unit.name_in_sentence, "model": column.short_name}
        return DrawnCell("home", _("gốc"), _("%(unit)s, %(model)s: nơi làm ra mô hình") % words, href=href)
    if cell.state == CellState.NONE:
        return DrawnCell("", "·", _("chưa làm"))
    words = {
        "unit": line.unit.name_in_sentence,
        "model": column.short_name,
        "state": _("im, chưa trả lời") if cell.unanswered else CellState(cell.state).label,
    }
    aloud = _("%(unit)s, %(model)s: %(state)s") % words
    if cell.state == CellState.RUNNING:
        aloud = ngettext("%(said)s, %(count)d lượt", "%(said)s, %(count)d lượt", cell.cases) % {
            "said": aloud,
            "count": cell.cases,
        }
    return DrawnCell(
        look=LOOKS[cell.state],
        text=_text(cell),
        aloud=aloud,
        shade=(1 + (cell.cases >= SOME) + (cell.cases >= MANY)) if cell.state == CellState.RUNNING else 0,
        href=href,
    )


def _text(cell: Cell) -> str:
    words = {CellState.NEW: _("mới"), CellState.SILENT: _("im"), CellState.DECLINED: _("không")}
    return words.get(cell.state) or number(cell.cases)
