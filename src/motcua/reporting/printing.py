"""What the printed paper of a report says; ``documents`` draws it."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from motcua.documents.papers.content import Signer
from motcua.documents.papers.reports import CorrectedFigure, ModelReport, ReportColumn, ReportPart, ReportRow
from motcua.kernel.vietnamese import day, number
from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.reporting.sheets import Column, Row, totals
from motcua.reporting.shown import Shown
from motcua.reporting.words import in_words


def content_of(what: Shown, *, on: date, signer: Officer | None = None) -> ModelReport:
    """Return the paper of a report.

    Args:
        on: the day of a report that is not signed yet; a signed one keeps its own.
        signer: who is signing; a signed one keeps its signer, before that the name stays blank.
    """
    on = what.signed_on or on
    columns = what.columns
    head = organisation.letterhead(what.unit, on=on)
    named = f"{about(what)[0].lower()}{about(what)[1:]}"
    return ModelReport(
        **head,
        number=what.number,
        issued_on=on,
        about=about(what),
        period=what.period.name,
        opening=opening(what),
        row_title=str(what.kind.row_title),
        columns=[
            ReportColumn(name=column.name, is_text=column.is_text, by_row=column.by_row) for column in columns
        ],
        rows=[
            ReportRow(name=row.name, cells=cells_of(row, columns), remark=what.remark(row.id))
            for row in what.rows
        ],
        totals=_totals(what.rows, columns, what.sheet.shared),
        notes=what.sheet.notes,
        corrections=corrections_of(what),
        parts=[
            ReportPart(
                unit=part.unit_name, figures=_totals(part.rows, columns, part.shared), late=not part.on_time
            )
            for part in what.sheet.parts
        ],
        missing=what.sheet.missing,
        difficulties=_lines(what.difficulties),
        proposals=_lines(what.proposals),
        closing=_("Trên đây là báo cáo %(about)s của %(unit)s.")
        % {"about": named, "unit": what.unit.agency_name},
        recipients=[
            *filter(None, [what.collector.agency_name if what.collector else head["superior"]]),
            _("Lưu: VT"),
        ],
        signer=what.signer or _signer(signer, what.unit),
    )


def about(what: Shown) -> str:
    """``Kết quả thực hiện mô hình, sáng kiến cải cách hành chính quý III năm 2021``."""
    return str(what.kind.about) % {"period": in_words(what.period)}


def cells_of(row: Row, columns: list[Column]) -> list[str]:
    """The cells of one row as they are printed."""
    return [
        row.words.get(column.id, "") if column.is_text else number(row.figures.get(column.id, 0))
        for column in columns
    ]


def corrections_of(what: Shown) -> list[CorrectedFigure]:
    """Every figure that stands corrected, with the counted one and the reason; the newest correction of each."""
    rows = {row.id: row.name for row in what.sheet.rows}
    columns = {column.id: column.name for column in what.sheet.columns}
    return [
        CorrectedFigure(
            row=rows.get(one.row_id, one.row_id),
            column=columns.get(one.column_id, one.column_id),
            counted=one.counted,
            value=one.value,
            reason=one.reason,
        )
        for one in what.corrections
        if one.value != one.counted
    ]


def opening(what: Shown) -> str:
    """The sentence before the table: by which text, who, which days."""
    directive = what.directive
    words = {
        "unit": what.unit.agency_name, "period": in_words(what.period), "first": day(what.first),
        "last": day(what.last), "number": directive.number if directive else "",
        "day": day(directive.issued_on) if directive and directive.issued_on else "",
        "issuer": directive.issuer.agency_name if directive else "",
    }  # fmt: skip
    if directive is None:
        return (
            _("%(unit)s báo cáo %(period)s, số liệu từ ngày %(first)s đến hết ngày %(last)s, như sau:")
            % words
        )
    return (
        _("Thực hiện văn bản số %(number)s ngày %(day)s của %(issuer)s, %(unit)s báo cáo %(period)s, "
          "số liệu từ ngày %(first)s đến hết ngày %(last)s, như sau:") % words
    )  # fmt: skip


def _totals(rows: list[Row], columns: list[Column], shared: Mapping[str, int]) -> list[str]:
    figures = totals(columns, rows, shared)
    return [number(figures[column.id]) if column.id in figures else "" for column in columns]


def _signer(by: Officer | None, unit: Unit) -> Signer:
    """Who signs and in what right (Nghị định 30/2020/NĐ-CP, art. 13): a deputy signs for the chair."""
    name, title = (by.name, by.title.partition(" UBND")[0]) if by else ("", "")
    if unit.level == Level.DIVISION:
        return Signer(name=name, title=title or _("Trưởng phòng"))
    if title.lower().startswith("phó"):
        return Signer(name=name, title=title, authority=_("KT. Chủ tịch"))
    return Signer(name=name, title=title or _("Chủ tịch"), authority=_("TM. Ủy ban nhân dân"))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
