"""Periodic reports on paper (báo cáo): one table, what was corrected in it, what the unit says about it."""

from motcua.documents.papers.content import Part, Signed


class ReportColumn(Part, frozen=True, kw_only=True):
    """The head of a column; ``is_text`` columns hold words, ``by_row`` figures are not added over rows."""

    name: str
    is_text: bool = False
    by_row: bool = False


class ReportRow(Part, frozen=True, kw_only=True):
    """One line: its name, one cell for each column as printed, a remark of the unit."""

    name: str
    cells: list[str]
    remark: str = ""


class CorrectedFigure(Part, frozen=True, kw_only=True):
    """A figure that the unit corrected: what was counted stays beside it, with the reason."""

    row: str
    column: str
    counted: int
    value: int
    reason: str


class ReportPart(Part, frozen=True, kw_only=True):
    """One unit in a consolidated report: its totals, one for each column of the table."""

    unit: str
    figures: list[str]
    late: bool = False


class ModelReport(Signed, frozen=True, kw_only=True):
    """Báo cáo in the form of Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4.

    ``opening`` is the sentence before the table, ``closing`` the one after; ``missing`` names units without figures.
    """

    about: str
    period: str
    opening: str
    row_title: str
    columns: list[ReportColumn]
    rows: list[ReportRow]
    totals: list[str]
    superior: str = ""
    notes: list[str] = []
    corrections: list[CorrectedFigure] = []
    parts: list[ReportPart] = []
    missing: list[str] = []
    difficulties: list[str] = []
    proposals: list[str] = []
    closing: str = ""
    recipients: list[str] = []
