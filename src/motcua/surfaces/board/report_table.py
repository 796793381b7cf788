"""Table 06a on the screen: each figure with the address of the list behind it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.statistics.closing_policies import closing_policies
from motcua.statistics.queries import Report06a
from motcua.statistics.report_06a import Line
from motcua.surfaces.board import links


@dataclass(frozen=True, slots=True)
class ReportCell:
    """One number; without an address where the policy moves dossiers between columns."""

    count: int
    href: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    name: str
    cells: list[ReportCell]


def report_rows(report: Report06a) -> list[ReportRow]:
    """The lines of the fields, then the total."""
    lines = [(line.name, line.field, line.line) for line in report.fields]
    return [_row(report, *line) for line in [*lines, (_("Tổng số"), "", report.total)]]


def apart_cells(report: Report06a) -> dict[str, ReportCell]:
    """The block apart: withdrawn, stopped, not accepted; the lists are the same under each policy."""
    return {
        figure: ReportCell(
            getattr(report.apart, figure), links.dossiers(figure, unit=report.unit, period=report.period)
        )
        for figure in report.apart.__struct_fields__
    }


def _row(report: Report06a, name: str, field: str, line: Line) -> ReportRow:
    listed = report.policy.id == closing_policies().default
    return ReportRow(
        name,
        [
            ReportCell(
                getattr(line, figure),
                links.dossiers(figure, unit=report.unit, period=report.period, field=field) if listed else "",
            )
            for figure in line.__struct_fields__
        ],
    )
