import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives.queries import directive_by_number
from motcua.kernel.system_errors import reason
from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit
from motcua.reporting.answers import models_answer, replication_answer
from motcua.reporting.exports import FORMATS as FILES
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.rules import require_countable
from motcua.reporting.shown import shown_of
from motcua.reporting.states import Form
from motcua.reporting.stories import stories_answer
from motcua.statistics import queries
from motcua.statistics.closing_policies import closing_policies
from motcua.statistics.queries import Report06a
from motcua.statistics.report_06a_paper import as_pdf
from motcua.statistics.report_06a_sheet import as_xlsx

BAD_ARGUMENTS = 2


def as_json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


TABLES: dict[str, Callable[[Report06a], bytes]] = {
    "json": lambda report: as_json(report.as_data()),
    "xlsx": as_xlsx,
    "pdf": as_pdf,
}


class Command(BaseCommand):
    help = (
        "Lập báo cáo theo biểu mẫu. Ví dụ: "
        "motcua report 06a --unit 31687 --from 2026-07-01 --to 2026-09-30 --format xlsx --output 06a.xlsx; "
        "motcua report models --unit 31687 --quarter 2026Q3 --format docx --output quy3.docx; "
        "motcua report replication --directive 07/UBND-NV; motcua report stories"
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        reports = parser.add_subparsers(dest="report", required=True, metavar="BIỂU")
        table = reports.add_parser("06a", help="Biểu II.06a/VPCP/KSTT, tình hình giải quyết hồ sơ")
        _unit(table)
        table.add_argument("--from", dest="first", required=True, help="ngày đầu kỳ: 2026-07-01")
        table.add_argument(
            "--to", dest="last", required=True, help="ngày cuối kỳ, tính cả ngày đó: 2026-09-30"
        )
        policies = ", ".join(policy.id for policy in closing_policies().policies)
        table.add_argument("--policy", default="", help=f"nơi xếp hồ sơ rút, dừng: {policies}")
        _output(table, [*TABLES])
        models = reports.add_parser("models", help="kết quả thực hiện mô hình, sáng kiến của một quý")
        _unit(models)
        models.add_argument("--quarter", required=True, help="quý, ghi như 2021Q3")
        _output(models, ["json", *FILES])
        replication = reports.add_parser("replication", help="kết quả nhân rộng mô hình theo một văn bản")
        replication.add_argument("--directive", required=True, help="số, ký hiệu văn bản, như 07/UBND-NV")
        replication.add_argument(
            "--year", type=int, default=None, help="năm ban hành, khi nhiều văn bản trùng số"
        )
        replication.add_argument("--unit", default="", help="mã nơi ban hành, khi nhiều văn bản trùng số")
        replication.add_argument(
            "--quarter", default="", help="một quý; không ghi thì cộng các quý phải báo cáo"
        )
        _output(replication, ["json"])
        _output(reports.add_parser("stories", help="số liệu đã công bố, đếm lại từ hồ sơ"), ["json"])

    def handle(self, *, report: str, format: str, output: str, **options: Any) -> None:
        if format != "json" and not output and sys.stdout.isatty():
            raise CommandError(
                _("Tệp %(format)s không in ra màn hình được. Thêm --output TỆP.") % {"format": format},
                returncode=BAD_ARGUMENTS,
            )
        self._write(REPORTS[report](format, options, timezone.now()), output)

    def _write(self, content: bytes, output: str) -> None:
        if not output:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
            return
        try:
            Path(output).write_bytes(content)
        except OSError as failure:
            raise CommandError(
                _("Không ghi được tệp “%(file)s”: %(reason)s.") % {"file": output, "reason": reason(failure)}
            ) from failure
        self.stderr.write(_("Đã ghi %(file)s.") % {"file": output})


def _unit(parser: ArgumentParser) -> None:
    parser.add_argument("--unit", default="", help="mã đơn vị; không ghi thì là đơn vị của máy này")


def _output(parser: ArgumentParser, formats: list[str]) -> None:
    parser.add_argument("--format", default="json", choices=formats, help=", ".join(formats))
    parser.add_argument("--output", default="", help="tệp để ghi; không ghi thì ra màn hình hoặc ống dẫn")


def _table_06a(format: str, options: dict[str, Any], at: datetime) -> bytes:
    report = queries.report_06a(
        unit=_chosen(options["unit"]), from_day=_day("--from", options["first"]),
        to_day=_day("--to", options["last"]), now=at, policy=options["policy"],
    )  # fmt: skip
    return TABLES[format](report)


def _models(format: str, options: dict[str, Any], at: datetime) -> bytes:
    unit, quarter = _chosen(options["unit"]), _quarter(options["quarter"])
    require_countable(unit, quarter, today=timezone.localdate(at))
    what = shown_of(unit, Form.MODELS, quarter, at=at)
    return as_json(models_answer(what)) if format == "json" else FILES[format](what, at)


def _replication(format: str, options: dict[str, Any], at: datetime) -> bytes:
    quarter = _quarter(options["quarter"]) if options["quarter"] else None
    issuer = organisation.unit(options["unit"]).pk if options["unit"] else None
    directive = directive_by_number(options["directive"], year=options["year"], issuer_id=issuer)
    return as_json(replication_answer(directive, quarter=quarter, at=at))


def _stories(format: str, options: dict[str, Any], at: datetime) -> bytes:
    return as_json(stories_answer())


REPORTS: dict[str, Callable[[str, dict[str, Any], datetime], bytes]] = {
    "06a": _table_06a,
    "models": _models,
    "replication": _replication,
    "stories": _stories,
}


def _chosen(code: str) -> Unit:
    return organisation.unit(code) if code else organisation.home_unit()


def _quarter(text: str) -> ReportingPeriod:
    period = ReportingPeriod.parse(text)
    if not period.quarter:
        raise CommandError(
            _("--quarter ghi như 2021Q3, không phải “%(text)s”.") % {"text": text}, returncode=BAD_ARGUMENTS
        )
    return period


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(
            _("%(name)s phải là một ngày có thật, ghi như 2026-07-01, không phải “%(text)s”.")
            % {"name": name, "text": text},
            returncode=BAD_ARGUMENTS,
        ) from None
