import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from motcua.project import serving
from motcua.project.arguments import whole

PLACES = {
    "Cổng dịch vụ": "/",
    "Bàn làm việc": "/ban-lam-viec/",
    "Điều hành": "/dieu-hanh/",
    "Quản trị": "/quan-tri/",
    "Sức khỏe": "/suc-khoe",
}
DEMO_ACCOUNTS = {
    "motcua": "cán bộ một cửa",
    "tuphap": "công chức tư pháp - hộ tịch",
    "vanthu": "văn thư",
    "lanhdao": "lãnh đạo",
    "noivu": "công chức nội vụ",
    "quantri": "quản trị hệ thống",
}


class Command(BaseCommand):
    help = "Chạy máy chủ web và tiến trình nền; Ctrl+C để dừng cả hai."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="địa chỉ nghe (mặc định 127.0.0.1)")
        parser.add_argument("--port", type=whole(1, 65_535), default=8000, help="cổng nghe (mặc định 8000)")
        parser.add_argument(
            "--workers",
            type=whole(1, 256),
            default=serving.default_workers(),
            help="số tiến trình web (mặc định: số lõi)",
        )

    def handle(self, *, host: str, port: int, workers: int, **options: Any) -> None:
        serving.get_ready()
        code = serving.serve(
            host=host, port=port, workers=workers, announce=lambda: self.greet(f"http://{host}:{port}")
        )
        if code:
            sys.exit(code)

    def greet(self, root: str) -> None:
        """Say where to go and, in demonstration mode, as whom."""
        lines = ["Motcua đang chạy. Ctrl+C để dừng.", ""]
        lines += [f"  {place:14} {root}{path}" for place, path in PLACES.items()]
        if settings.DEMO:
            lines += ["", f"  Tài khoản minh họa, mật khẩu {settings.DEMO_PASSWORD}:"]
            lines += [f"  {name:14} {title}" for name, title in DEMO_ACCOUNTS.items()]
        self.stderr.write("\n".join(lines), lambda text: text)
        self.stderr.flush()
