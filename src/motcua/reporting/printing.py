"""What the printed paper of a report says; ``documents`` draws it."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from motcua.documents.papers.content import Signer
from motcua.documents.papers.reports import CorrectedFigure, ModelReport, ReportColumn, ReportPart, ReportRow
from motcua.kernel.vietnamese import day, number
from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role
from motcua.reporting.models import ReportVersion
from motcua.reporting.sheets import Column, Row, Sheet, totals
from motcua.reporting.states import Form
from motcua.reporting.words import in_words

#: Columns that a printed table leaves out: they serve the screen.
_NOT_PRINTED = frozenset({"state", "units"})
_SHARED_ONLY = frozenset({"units"})


def officer_of(by: Officer, unit_id: int) -> Officer:
    """The signer as one of the unit in whose name the report goes out: an office, or one taken over."""
    return replace(by, unit_id=unit_id)


def content_of(version: ReportVersion, *, signer: Officer | None, on: date) -> ModelReport:
    """Return the paper of a version, as the day of its signing knows the unit."""
    report, sheet = version.report, version.sheet
    columns = printed_columns(sheet)
    rows = version.reported_rows
    period = report.reporting_period
    figures = totals(columns, rows)
    superior, place = _head(report.unit, on=on)
    return ModelReport(
        agency=report.unit.agency_name,
        number=version.number_text,
        issued_on=on,
        superior=superior,
        place=place,
        about=about(version),
        opening=_opening(version),
        columns=[_column(column) for column in columns],
        row_title=row_title(report.form),
        rows=[_row(row, columns, version.remarks.get(row.id, "")) for row in rows],
        totals=[number(figures[one.id]) if one.id in figures else "" for one in columns],
        notes=sheet.notes,
        corrections=corrections_of(version, sheet),
        parts=[
            ReportPart(unit=part.unit_name, figures=_part_figures(part.rows, columns), late=not part.on_time)
            for part in sheet.parts
        ],
        missing=sheet.missing,
        difficulties=_lines(version.difficulties),
        proposals=_lines(version.proposals),
        closing=_("Trên đây là %(about)s của %(unit)s.")
        % {"about": f"{about(version)[0].lower()}{about(version)[1:]}", "unit": report.unit.agency_name},
        recipients=_recipients(version),
        signer=_signer(signer, report.unit),
        period=period.name,
    )


def about(version: ReportVersion) -> str:
    """``Kết quả thực hiện mô hình, sáng kiến cải cách hành chính quý III năm 2021``."""
    period = version.report.reporting_period.name
    words = {"period": f"{period[0].lower()}{period[1:]}"}
    titles = {
        Form.MODELS: _("Kết quả thực hiện mô hình, sáng kiến cải cách hành chính %(period)s"),
        Form.REPORT_06A: _("Tình hình, kết quả giải quyết thủ tục hành chính %(period)s"),
        Form.INITIATIVES: _("Đăng ký sáng kiến, mô hình cải cách hành chính %(period)s"),
        Form.LATE_REASONS: _("Nguyên nhân hồ sơ quá hạn %(period)s"),
    }
    return titles[Form(version.report.form)] % words


def row_title(form: str) -> str:
    """The head of the column of names."""
    return {
        Form.MODELS: _("Mô hình, sáng kiến"),
        Form.REPORT_06A: _("Lĩnh vực giải quyết"),
        Form.INITIATIVES: _("Tên sáng kiến, mô hình"),
        Form.LATE_REASONS: _("Thủ tục"),
    }[Form(form)]


def printed_columns(sheet: Sheet) -> list[Column]:
    """The columns of the printed table; how many units do it is told only where units are added up."""
    hidden = _NOT_PRINTED - _SHARED_ONLY if sheet.parts else _NOT_PRINTED
    return [column for column in sheet.columns if column.id not in hidden]


def corrections_of(version: ReportVersion, sheet: Sheet) -> list[CorrectedFigure]:
    """Every figure that was corrected, with the counted one and the reason; the newest correction of each."""
    newest = {(one.row_id, one.column_id): one for one in version.corrections.order_by("pk")}
    found = []
    for one in newest.values():
        row, column = sheet.row(one.row_id), sheet.column(one.column_id)
        found.append(
            CorrectedFigure(
                row=row.name if row else one.row_id,
                column=column.name if column else one.column_id,
                counted=one.counted,
                value=one.value,
                reason=one.reason,
            )
        )
    return found


def _opening(version: ReportVersion) -> str:
    report = version.report
    directive = report.obligation.directive if report.obligation else None
    words = {
        "unit": report.unit.agency_name, "period": in_words(report.reporting_period),
        "first": day(report.data_from), "last": day(report.data_to),
        "number": directive.number if directive else "",
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


def _head(unit: Unit, *, on: date) -> tuple[str, str]:
    """The agency above an office, and the place before the date."""
    above = organisation.parent(unit, on=on) if unit.level == Level.DIVISION else None
    return above.agency_name if above else "", (above or unit).short_name


def _signer(by: Officer | None, unit: Unit) -> Signer:
    """Who signs and in what right; before the signature the place stays blank."""
    title = by.title if by else ""
    if unit.level == Level.DIVISION:
        return Signer(name=by.name if by else "", title=title or _("Trưởng phòng"))
    if by is not None and Role.COMMUNE_LEADER in by.roles and title.lower().startswith("phó"):
        return Signer(name=by.name, title=title, authority=_("KT. Chủ tịch"))
    return Signer(
        name=by.name if by else "", title=title or _("Chủ tịch"), authority=_("TM. Ủy ban nhân dân")
    )


def _recipients(version: ReportVersion) -> list[str]:
    obligation = version.report.obligation
    return [*([obligation.collector.agency_name] if obligation else []), _("Lưu: VT")]


def _column(column: Column) -> ReportColumn:
    return ReportColumn(name=column.name, is_text=column.is_text)


def _row(row: Row, columns: list[Column], remark: str) -> ReportRow:
    return ReportRow(name=row.name, cells=[_cell(row, column) for column in columns], remark=remark)


def _cell(row: Row, column: Column) -> str:
    return row.words.get(column.id, "") if column.is_text else number(row.figures.get(column.id, 0))


def _part_figures(rows: list[Row], columns: list[Column]) -> list[str]:
    figures = totals(columns, rows)
    return [number(figures.get(column.id, 0)) for column in columns]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
