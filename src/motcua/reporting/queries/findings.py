"""What does not fit together: carry-over against the last report, frozen figures against the records of today.

A finding is told, never mended silently: a collector asks, the unit corrects with a reason.
"""

from collections.abc import Iterator
from datetime import datetime

import msgspec
from django.utils.translation import gettext as _

from motcua.reporting.forms import KINDS, fill_form, subordinates
from motcua.reporting.models import Report, ReportVersion
from motcua.reporting.sheets import Row
from motcua.reporting.states import Form, State


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at: ``kind`` carry_over, changed_since or newer_version; a whole sentence."""

    kind: str
    row_id: str
    row_name: str
    expected: int
    found: int
    sentence: str


def findings(report: Report, *, at: datetime) -> list[Finding]:
    """Check the newest version of a report as the records are at an instant."""
    version = report.latest
    version.report = report
    found = [*_carry_over(version)]
    if report.consolidated:
        found += _newer_versions(version)
    elif version.sent_at is not None or version.state == State.SIGNED:
        found += _changed_since(version, at=at)
    return found


def _carry_over(version: ReportVersion) -> Iterator[Finding]:
    report = version.report
    columns = KINDS[report.form].carried
    period = report.reporting_period
    if columns is None or (report.form == Form.MODELS and period == period.first_of_year):
        return
    here, there = columns
    last = Report.objects.of(report.form, period.before).filter(unit=report.unit_id).first()
    before = (last.latest if last and last.consolidated else last.standing) if last else None
    if before is None:
        return
    then = {row.id: row for row in before.reported_rows}
    now = {row.id: row for row in version.reported_rows}
    for row in [*now.values(), *(row for row_id, row in then.items() if row_id not in now)]:
        expected = then[row.id].figures.get(there, 0) if row.id in then else 0
        found = now[row.id].figures.get(here, 0) if row.id in now else 0
        if expected != found:
            yield _finding(
                "carry_over", row, expected, found,
                _("%(row)s: kỳ này ghi từ kỳ trước chuyển sang %(found)d, báo cáo kỳ trước ghi %(expected)d."),
            )  # fmt: skip


def _changed_since(version: ReportVersion, *, at: datetime) -> Iterator[Finding]:
    report = version.report
    columns = KINDS[report.form].recounted
    if not columns:
        return
    today = {row.id: row for row in fill_form(report, at=at).rows}
    frozen = {row.id: row for row in version.sheet.rows}
    for row in [*frozen.values(), *(row for row_id, row in today.items() if row_id not in frozen)]:
        expected = _sum(today.get(row.id), columns)
        found = _sum(frozen.get(row.id), columns)
        if expected != found:
            yield _finding(
                "changed_since", row, expected, found, _told_since(version)
            )  # fmt: skip


def _told_since(version: ReportVersion) -> str:
    """What to do about records that came in after the count."""
    if version.sent_at is None:
        return _("%(row)s: báo cáo đã ký ở %(found)d, hồ sơ và lượt ghi hiện nay là %(expected)d. "
                 "Rút về, đếm lại rồi ký trước khi gửi.")  # fmt: skip
    return _("%(row)s: báo cáo đã khóa ở %(found)d, hồ sơ và lượt ghi hiện nay là %(expected)d. "
             "Cần thì lập lần báo cáo mới.")  # fmt: skip


def _newer_versions(version: ReportVersion) -> Iterator[Finding]:
    report = version.report
    used = {part.unit_id: part.version for part in version.sheet.parts}
    for duty in subordinates(report.unit_id, report.form, report.reporting_period):
        row = Row(id=duty.unit.code, name=duty.unit.name)
        own = Report.objects.of(report.form, report.reporting_period).filter(unit=duty.unit).first()
        standing = own.standing if own else None
        current, counted = standing.number if standing else 0, used.get(duty.unit_id, 0)
        if current != counted:
            told = f"{_outdated(current, counted)} {_remedy(version)}"
            yield _finding("newer_version", row, current, counted, told)


def _outdated(current: int, counted: int) -> str:
    """What is wrong with a sum: a version that came in later, one that no longer stands, or a newer one."""
    if not counted:
        return _("%(row)s: báo cáo tới sau khi tổng hợp, chưa được gộp.")
    if not current:
        return _("%(row)s: lần báo cáo %(found)d đã gộp nay không còn hiệu lực.")
    return _("%(row)s: đã gộp lần báo cáo %(found)d, lần đang có hiệu lực là %(expected)d.")


def _remedy(version: ReportVersion) -> str:
    """How a sum takes up what came in, by how far it has gone itself."""
    if version.sent_at is not None:
        return _("Lập lần báo cáo mới để gộp.")
    if version.state == State.SIGNED:
        return _("Rút về, tổng hợp lại rồi ký.")
    return _("Hãy tổng hợp lại.")


def _sum(row: Row | None, columns: tuple[str, ...]) -> int:
    return sum(row.figures.get(column, 0) for column in columns) if row else 0


def _finding(kind: str, row: Row, expected: int, found: int, sentence: str) -> Finding:
    words = {"row": row.name, "expected": expected, "found": found}
    return Finding(
        kind=kind, row_id=row.id, row_name=row.name, expected=expected, found=found, sentence=sentence % words
    )
