from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from motcua.kernel.vietnamese import moment, number
from motcua.project.arguments import file_to_read
from motcua.project.backup import restore
from motcua.project.serving import migrate_if_needed


class Command(BaseCommand):
    help = "Phục hồi dữ liệu từ một tệp sao lưu, rồi kiểm tra sổ sách."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=file_to_read, help="tệp sao lưu")
        parser.add_argument("--replace", action="store_true", help="ghi đè dữ liệu đang có")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        manifest = restore(file.resolve(), replace=replace, at=timezone.now())
        migrate_if_needed()
        self.stderr.write(
            f"Đã phục hồi {number(len(manifest.parts))} phần của bản sao lưu lúc {moment(manifest.made_at)}."
        )
        call_command("verify")
