from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from motcua.kernel.vietnamese import number
from motcua.project.arguments import file_to_write
from motcua.project.backup import back_up


class Command(BaseCommand):
    help = "Sao lưu cơ sở dữ liệu và mọi tệp đã lưu vào một tệp, trong khi máy chủ vẫn chạy."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=file_to_write, help="tệp sao lưu sẽ ghi, ví dụ motcua-2026-11-22.zip"
        )

    def handle(self, *, file: Path, **options: Any) -> None:
        manifest = back_up(file.resolve(), at=timezone.now())
        self.stderr.write(f"Đã sao lưu {number(len(manifest.parts))} phần. Hãy giữ tệp này ở nơi khác.")
        self.stdout.write(str(file))
