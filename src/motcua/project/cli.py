"""``motcua``: one word for everything that an office's administrator does at a prompt.

Each command is a Django management command of the same name. Data goes to stdout, remarks to stderr; exit 1
is a refusal, 2 bad arguments, each with a sentence.
"""

import os
import sys
from argparse import SUPPRESS
from pathlib import Path

COMMANDS = {
    "office": "lập đơn vị thật lần đầu",
    "serve": "chạy máy chủ web và tiến trình nền",
    "work": "chạy riêng tiến trình nền (giao tin, niêm phong sổ)",
    "demo": "dựng dữ liệu minh họa",
    "due": "tính ngày hẹn trả kết quả",
    "report": "lập báo cáo theo biểu mẫu",
    "verify": "kiểm tra sổ sách còn nguyên vẹn",
    "backup": "sao lưu toàn bộ dữ liệu vào một tệp",
    "restore": "phục hồi dữ liệu từ một tệp sao lưu",
    "import": "nhập dữ liệu từ tệp",
    "bench": "đo tốc độ trên máy này",
}
DJANGO_OPTIONS = {
    "version", "verbosity", "settings", "pythonpath", "traceback", "no_color", "force_color", "skip_checks"
}  # fmt: skip


def main() -> None:
    try:
        sys.exit(run(sys.argv[1:]))
    except BrokenPipeError:  # whoever read us has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    name, *rest = arguments or ["--help"]
    if name in {"--help", "-h", "help"}:
        print(overview())
        return 0
    if name not in COMMANDS:
        print(f"Không có lệnh “{name}”. Gõ motcua --help để xem các lệnh.", file=sys.stderr)
        return 2
    if sentence := blank(rest):
        print(sentence, file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")
    speak_vietnamese()
    return _execute(name, rest)


def overview() -> str:
    lines = [f"  {name:8}  {purpose}" for name, purpose in COMMANDS.items()]
    return "\n".join(
        ["Cách dùng: motcua LỆNH [tùy chọn]", "", *lines, "", "Xem thêm: motcua LỆNH --help"],
    )


def blank(arguments: list[str]) -> str:
    """The sentence about the first word that was left empty, or nothing.

    A variable that a script forgot to set arrives like this; it never means “as usual”.
    """
    before = ""
    for text in arguments:
        name, equals, value = text.partition("=")
        if text.startswith("--") and equals and not value.strip():
            return _empty(name)
        if not text.strip():
            return _empty(before)
        before = text
    return ""


def _empty(name: str) -> str:
    if name.startswith("-"):
        return f"Tham số {name} để trống. Ghi giá trị, hoặc bỏ hẳn tham số này."
    return "Có một tham số để trống. Ghi giá trị cho nó."


def speak_vietnamese() -> None:
    """Let argparse's own sentences come from our catalogue."""
    import gettext

    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("argparse", Path(__file__).resolve().parents[1] / "locale")
    gettext.textdomain("argparse")


def _execute(name: str, arguments: list[str]) -> int:
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError, get_commands, load_command_class
    from django.db import OperationalError, connections

    from motcua.kernel.refusals import Refusal
    from motcua.kernel.system_errors import reason

    try:
        django.setup()
        if name not in get_commands():
            print(f"Lệnh “{name}” chưa có trong phiên bản này.", file=sys.stderr)
            return 2
        command = load_command_class(get_commands()[name], name)
        parser = command.create_parser("motcua", name)
        for option in parser._actions:
            if option.dest in DJANGO_OPTIONS:
                option.help = SUPPRESS
        try:
            options = vars(parser.parse_args(arguments))
        except CommandError as wrong:
            print(str(wrong).removeprefix("Error: "), file=sys.stderr)
            return 2
        command.execute(*options.pop("args", ()), **{**options, "skip_checks": True})
    except (Refusal, ImproperlyConfigured) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OperationalError as failure:
        print(f"Không làm việc được với cơ sở dữ liệu: {failure}", file=sys.stderr)
        return 1
    except CommandError as failure:
        print(failure, file=sys.stderr)
        return failure.returncode
    except BrokenPipeError:
        raise
    except OSError as failure:
        place = f" “{failure.filename}”" if failure.filename else ""
        print(f"Không đọc, ghi được{place}: {reason(failure)}.", file=sys.stderr)
        return 1
    finally:
        connections.close_all()
    return 0
