import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.organisation import queries as organisation
from motcua.statistics import queries
from motcua.statistics.closing_policies import closing_policies
from motcua.statistics.queries import Report06a
from motcua.statistics.report_06a_paper import as_pdf
from motcua.statistics.report_06a_sheet import as_xlsx

BAD_ARGUMENTS = 2


def as_json(report: Report06a) -> bytes:
    return (json.dumps(report.as_data(), ensure_ascii=False, indent=2) + "\n").encode()


FORMATS = {"json": as_json, "xlsx": as_xlsx, "pdf": as_pdf}


class Command(BaseCommand):
    help = (
        "Lập báo cáo theo biểu mẫu. Ví dụ: "
        "motcua report 06a --unit 31687 --from 2026-07-01 --to 2026-09-30 --format xlsx --output 06a.xlsx"
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        reports = parser.add_subparsers(dest="report", required=True, metavar="BIỂU")
        table = reports.add_parser("06a", help="Biểu II.06a/VPCP/KSTT, tình hình giải quyết hồ sơ")
        table.add_argument("--unit", default="", help="mã đơn vị; không ghi thì là đơn vị của máy này")
        table.add_argument("--from", dest="first", required=True, help="ngày đầu kỳ: 2026-07-01")
        table.add_argument(
            "--to", dest="last", required=True, help="ngày cuối kỳ, tính cả ngày đó: 2026-09-30"
        )
        table.add_argument("--format", default="json", choices=FORMATS, help="json, xlsx hoặc pdf")
        policies = ", ".join(policy.id for policy in closing_policies().policies)
        table.add_argument("--policy", default="", help=f"nơi xếp hồ sơ rút, dừng: {policies}")
        table.add_argument("--output", default="", help="tệp để ghi; không ghi thì ra màn hình hoặc ống dẫn")

    def handle(
        self, *, unit: str, first: str, last: str, format: str, policy: str, output: str, **options: Any
    ) -> None:
        from_day, to_day = _day("--from", first), _day("--to", last)
        if format != "json" and not output and sys.stdout.isatty():
            raise CommandError(
                _("Tệp %(format)s không in ra màn hình được. Thêm --output TỆP.") % {"format": format},
                returncode=BAD_ARGUMENTS,
            )
        reporting = organisation.unit(unit) if unit else organisation.home_unit()
        report = queries.report_06a(
            unit=reporting, from_day=from_day, to_day=to_day, now=timezone.now(), policy=policy
        )
        self._write(FORMATS[format](report), output)

    def _write(self, content: bytes, output: str) -> None:
        if not output:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
            return
        try:
            Path(output).write_bytes(content)
        except OSError as failure:
            raise CommandError(
                _("Không ghi được tệp “%(file)s”: %(reason)s.") % {"file": output, "reason": failure.strerror}
            ) from failure
        self.stderr.write(_("Đã ghi %(file)s.") % {"file": output})


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(
            _("%(name)s phải là một ngày có thật, ghi như 2026-07-01, không phải “%(text)s”.")
            % {"name": name, "text": text},
            returncode=BAD_ARGUMENTS,
        ) from None
