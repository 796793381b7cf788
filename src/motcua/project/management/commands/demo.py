from argparse import ArgumentTypeError, BooleanOptionalAction
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from motcua.calendars.national import published
from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import number
from motcua.project.arguments import whole
from motcua.project.demo.building import YEARS, Built, build
from motcua.project.demo.office import is_built
from motcua.project.demo.progress import Progress
from motcua.project.demo.roster import COLLEAGUES
from motcua.project.demo.stories.cast import PRESENT
from motcua.project.management.commands.serve import PLACES

#: Dossiers and communes of each size.
SIZES = {"commune": (30_000, 1), "district": (300_000, 10), "province": (2_000_000, 103)}
SEED = 31615


class Command(BaseCommand):
    help = "Dựng dữ liệu minh họa: một xã của thành phố Cần Thơ với ba năm công việc. Người và việc đều không có thật."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--size",
            choices=SIZES,
            default="commune",
            help="cỡ dữ liệu: commune một xã (mặc định), district mười xã, province cả tỉnh (mất nhiều giờ)",
        )
        parser.add_argument("--dossiers", type=whole(0, 20_000_000), help="số hồ sơ (mặc định theo cỡ)")
        parser.add_argument(
            "--stories",
            action=BooleanOptionalAction,
            default=True,
            help="dựng cả câu chuyện cải cách hành chính 2019–2022 và năm nay (mặc định có)",
        )
        parser.add_argument("--if-empty", action="store_true", help="đã có dữ liệu thì thôi, không báo lỗi")
        parser.add_argument(
            "--seed", type=whole(0, 2**63), default=SEED, help="số khởi đầu: cùng số thì cùng dữ liệu"
        )
        parser.add_argument("--until", type=instant, help="dựng đến lúc nào, dạng ISO (mặc định: bây giờ)")

    def handle(
        self,
        *,
        size: str,
        dossiers: int | None,
        if_empty: bool,
        seed: int,
        until: datetime | None,
        stories: bool,
        **options: Any,
    ) -> None:
        if not settings.DEMO:
            raise Refusal("Lệnh này chỉ chạy ở chế độ minh họa. Đặt MOTCUA_DEMO=1 rồi chạy lại.")
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        if is_built() or Dossier.objects.exists() or Account.objects.exists():
            self._refuse_or_leave(if_empty=if_empty)
            return
        progress = Progress(self.stderr)
        usual, communes = SIZES[size]
        built = build(
            dossiers=usual if dossiers is None else dossiers,
            communes=communes,
            seed=seed,
            until=until or timezone.now(),
            password=settings.DEMO_PASSWORD,
            progress=progress,
            stories=stories,
        )
        self.stdout.write(summary(built, seconds=progress.seconds, stories=stories))

    def _refuse_or_leave(self, *, if_empty: bool) -> None:
        if is_built():
            self.stderr.write("Dữ liệu minh họa đã có, không dựng lại.")
        elif if_empty:
            self.stderr.write("Cơ sở dữ liệu đã có dữ liệu, không dựng dữ liệu minh họa.")
        else:
            raise Refusal(
                "Cơ sở dữ liệu này đã có dữ liệu thật, không trộn với dữ liệu minh họa. "
                "Đặt MOTCUA_DATA_DIR hoặc MOTCUA_DATABASE_URL sang nơi khác."
            )


def instant(text: str) -> datetime:
    """Read an ISO instant whose three years of work lie in published years; without a zone it is local time."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(
            f"ghi ngày và giờ có thật như 2026-11-20T10:30, không phải “{text}”"
        ) from None
    years = published().years
    first, last = years[0].year + YEARS, years[-1].year
    if not first <= at.year <= last:
        raise ArgumentTypeError(f"phải nằm trong các năm {first}–{last}, không phải “{text}”")
    return at if at.tzinfo else timezone.make_aware(at)


def summary(built: Built, *, seconds: float, stories: bool) -> str:
    """Say what is there now, where to go, and as whom."""
    counted = (
        f"Đã dựng {number(built.dossiers)} hồ sơ ({number(built.open)} hồ sơ đang giải quyết hoặc chờ trả), "
        f"{number(built.people)} người dân, trong {seconds:.0f} giây."
    )
    lines = [
        counted,
        "",
        *(f"  {place:14} {settings.PUBLIC_URL}{path}" for place, path in PLACES.items()),
        "",
        f"  Mật khẩu minh họa của mọi tài khoản: {settings.DEMO_PASSWORD}",
        *(
            f"  {colleague.username:14} {colleague.name}, {colleague.posts[0].title}"
            for colleague in COLLEAGUES
        ),
        *(_who_looks_back() if stories else ()),
    ]
    return "\n".join(lines)


def _who_looks_back() -> list[str]:
    """Accounts of the provinces that took over: they look at the stories of 2019 to 2022."""
    return [
        "",
        "  Xem các câu chuyện cải cách hành chính 2019–2022:",
        *(f"  {part.account:14} {part.full_name}, {part.title}" for part in PRESENT),
    ]
