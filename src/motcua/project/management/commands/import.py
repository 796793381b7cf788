"""``motcua import``: the catalogue from YAML, people and eligible groups from spreadsheets; all or nothing."""  # noqa: N999 - the command is called import

import sys
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from motcua.catalogue.services import import_yaml
from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import number
from motcua.organisation import access
from motcua.project.arguments import file_to_read, whole
from motcua.project.importing import columns, people, sheets

YAML = frozenset({".yaml", ".yml"})


class Command(BaseCommand):
    help = (
        "Nhập danh mục thủ tục (.yaml), hoặc danh sách người dân và đối tượng ưu tiên (.xlsx, .xls, .ods, .csv).\n"
        "Một dòng sai thì không dòng nào được nhập; mọi dòng sai đều được kể ra."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("file", type=file_to_read, help="tệp cần nhập")
        parser.add_argument(
            "--as", dest="account", metavar="TÀI_KHOẢN", help="ai nhập; bắt buộc với danh sách người"
        )
        parser.add_argument("--dry-run", action="store_true", help="chỉ thử, không ghi gì")
        parser.add_argument("--group", default="", metavar="NHÓM", help="nhóm đối tượng của cả danh sách")
        parser.add_argument("--year", type=whole(1900, 2200), metavar="NĂM", help="năm của danh sách")

    def handle(self, *, file: Path, account: str | None, dry_run: bool, **options: Any) -> None:
        if file.suffix.lower() in YAML:
            if options["group"] or options["year"]:
                raise CommandError(
                    "--group và --year chỉ dùng với danh sách người, không dùng với danh mục thủ tục.",
                    returncode=2,
                )
            self._catalogue(file, account, dry_run=dry_run)
        else:
            self._people(file, account, dry_run=dry_run, **options)

    def _catalogue(self, file: Path, account: str | None, *, dry_run: bool) -> None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as failure:
            raise Refusal(f"Tệp {file} không phải mã UTF-8. Lưu lại dạng UTF-8 rồi nhập.") from failure
        by_id = _account(account).pk if account else None
        with transaction.atomic():
            report = import_yaml(text, by_id=by_id, at=timezone.now())
            transaction.set_rollback(dry_run)
        for slug in report.published:
            self.stderr.write(f"  {slug}")
        told = (
            f"{len(report.published)} thủ tục mới hoặc thay đổi, {len(report.unchanged)} thủ tục giữ nguyên."
        )
        self.stdout.write(f"{_opening(dry_run)}{told}")

    def _people(
        self, file: Path, account: str | None, *, dry_run: bool, group: str, year: int | None, **_: Any
    ) -> None:
        by = _officer(account)
        sheet = sheets.read(file, meaning=columns.meaning, required="full_name")
        if sheet.ignored:
            self.stderr.write(f"Bỏ qua các cột: {', '.join(sheet.ignored)}.")
        taken = people.take_in(
            sheet.rows, group=columns.group(group), year=year, by=by, at=timezone.now(), keep=not dry_run
        )
        if taken.faults:
            for fault in taken.faults:
                self.stderr.write(f"Dòng {fault.row}: {fault.sentence}")
            self.stderr.write(
                f"Chưa nhập gì: {number(len(taken.faults))} dòng sai trong {number(len(sheet.rows))} dòng."
            )
            sys.exit(1)
        told = (
            f"{number(taken.new)} người mới, {number(taken.known)} người đã có, "
            f"{number(taken.granted)} lượt vào danh sách đối tượng."
        )
        self.stdout.write(f"{_opening(dry_run)}{told}")


def _opening(dry_run: bool) -> str:
    return "Nhập thử, không ghi: " if dry_run else "Đã nhập: "


def _account(username: str) -> Account:
    found = Account.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise Refusal(f"Không có tài khoản “{username}” đang hoạt động.")
    return found


def _officer(username: str | None) -> Actor:
    """Who takes the list in: an officer with a post today; the records keep the name."""
    if not username:
        raise Refusal("Cho biết ai nhập danh sách: thêm --as TÀI_KHOẢN.")
    return access.officer(_account(username), on=timezone.localdate())
