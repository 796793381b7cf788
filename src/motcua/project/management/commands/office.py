import getpass
import sys
from argparse import ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import number
from motcua.project.arguments import full_name
from motcua.project.founding import Founded, found_office
from motcua.project.serving import migrate_if_needed


class Command(BaseCommand):
    help = (
        "Lập đơn vị thật lần đầu: nạp đơn vị hành chính, lịch làm việc, danh mục thủ tục, mô hình cải cách, "
        "mở các phòng của xã và một tài khoản quản trị. Chạy lại không hại gì."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--unit", required=True, metavar="MÃ", help="mã đơn vị, như trong danh mục quốc gia"
        )
        parser.add_argument(
            "--admin", required=True, type=full_name, metavar="HỌ_TÊN", help="họ tên người quản trị"
        )
        parser.add_argument(
            "--username",
            default="quantri",
            type=username,
            metavar="TÊN",
            help="tên đăng nhập (mặc định quantri)",
        )
        parser.add_argument(
            "--ask-password",
            action="store_true",
            help="hỏi mật khẩu, hoặc đọc một dòng từ đầu vào (mặc định: tự đặt rồi in ra)",
        )

    def handle(self, *, unit: str, admin: str, username: str, ask_password: bool, **options: Any) -> None:
        password = self._asked() if ask_password else None
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        migrate_if_needed()
        founded = found_office(
            unit_code=unit, admin_name=admin, username=username, password=password, at=timezone.now()
        )
        self.stdout.write(summary(founded))
        if founded.unit.code != settings.HOME_UNIT:
            self.stderr.write(
                f"Đặt MOTCUA_HOME_UNIT={founded.unit.code} trong tệp cấu hình trước khi chạy motcua serve."
            )
        if not founded.unit.agency_code:
            self.stderr.write(
                "Chưa có mã định danh cơ quan: nhập ở trang quản trị, mục đơn vị, để mã hồ sơ đúng quy định."
            )

    def _asked(self) -> str:
        if sys.stdin.isatty():
            password = getpass.getpass("Mật khẩu: ")
            if getpass.getpass("Gõ lại mật khẩu: ") != password:
                raise Refusal("Hai lần gõ không giống nhau. Chạy lại lệnh.")
        else:
            password = sys.stdin.readline().rstrip("\r\n")
        if not password:
            raise Refusal("Chưa có mật khẩu. Gõ một dòng, hoặc bỏ --ask-password để máy tự đặt.")
        return password


def username(text: str) -> str:
    """A name to sign in with, as accounts take it."""
    try:
        Account._meta.get_field("username").clean(text, None)
    except ValidationError as wrong:
        raise ArgumentTypeError(
            f"“{text}” không làm tên đăng nhập được. Chỉ dùng chữ, số và các dấu @ . + - _, không quá 150 ký tự"
        ) from wrong
    return text


def summary(founded: Founded) -> str:
    """Say what stands now, who administers it and what comes next."""
    account = founded.account
    lines = [
        f"{founded.unit.agency_name} (mã {founded.unit.code}) đã sẵn sàng.",
        "",
        f"  Đơn vị hành chính    {number(founded.units)}",
        f"  Thủ tục              {number(founded.procedures)}",
        f"  Mô hình, sáng kiến   {number(founded.models)}",
        f"  Phòng, bộ phận       {number(founded.divisions)}",
        f"  Quản trị             {account.display_name}, tên đăng nhập {account.username}",
    ]
    if founded.password:
        lines += [
            f"  Mật khẩu             {founded.password}",
            "",
            "Ghi lại mật khẩu này: nó không được in ra lần nữa.",
        ]
    elif not founded.is_new_account:
        lines += ["", "Tài khoản này đã có từ trước, mật khẩu giữ nguyên."]
    place = f"{settings.PUBLIC_URL}/quan-tri/"
    return "\n".join([*lines, "", f"Việc kế tiếp: vào {place} mở tài khoản và giao vị trí cho từng người."])
