import json
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from motcua.calendars import queries
from motcua.calendars.explanation import DayCount, Explanation, provisional_remark
from motcua.calendars.models import CalendarYear
from motcua.calendars.national import national_calendar
from motcua.calendars.wall_clock import wall
from motcua.calendars.working_time import BadPause, BadTimeLimit, Pause, TimeLimit, WorkingCalendar
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import weekday
from motcua.organisation import queries as organisation

REFUSED, BAD_ARGUMENTS = 1, 2

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII)


class BadArgument(Exception):
    """An argument cannot be read; the sentence says what is expected."""


class Command(BaseCommand):
    help = (
        "Tính hạn trả kết quả. Ví dụ: motcua due --limit 5wd --received 2026-02-13T16:00 "
        "--pause 2026-02-24T08:00/2026-02-25T10:00 --explain"
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--limit", help="5wd (ngày làm việc), 4h (giờ làm việc), 30cd (ngày), immediate")
        parser.add_argument("--received", help="lúc nhận, giờ Việt Nam: 2026-02-13T16:00")
        parser.add_argument("--unit", default="", help="mã đơn vị; không ghi thì theo lịch chung")
        parser.add_argument(
            "--pause", action="append", default=[], help="khoảng dừng, TỪ/ĐẾN; ghi được nhiều lần"
        )
        parser.add_argument("--explain", action="store_true", help="kể từng ngày đã tính thế nào")
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="in JSON cho chương trình khác đọc"
        )

    def handle(
        self,
        *,
        limit: str | None,
        received: str | None,
        unit: str,
        pause: list[str],
        explain: bool,
        as_json: bool,
        **options: Any,
    ) -> None:
        try:
            time_limit = _limit(limit)
            since = _moment("--received", received)
            pauses = [_pause(text) for text in pause]
        except (BadArgument, BadTimeLimit) as refusal:
            self._stop(refusal, BAD_ARGUMENTS)
        try:
            told = self._calendar(unit, since).explain(since, time_limit, pauses)
        except BadPause as refusal:
            self._stop(refusal, BAD_ARGUMENTS)
        except Refusal as refusal:
            self._stop(refusal, REFUSED)
        for year in told.provisional_years:
            self.stderr.write(provisional_remark(year))
        if as_json:
            self.stdout.write(_as_json(told, unit=unit, pauses=pauses, explain=explain))
        elif explain:
            self.stdout.write("\n".join([*map(_line, told.days), "", *told.sentences]))
        else:
            self.stdout.write(told.promise)

    def _calendar(self, unit: str, received: datetime) -> WorkingCalendar:
        """The calendar of the unit, or the common one; before any data is stored, the one in the package."""
        try:
            if unit:
                return queries.calendar_for(organisation.unit(unit).pk, received.date())
            if _is_stored():
                return queries.calendar_for(None, received.date())
        except DatabaseError as error:
            raise Refusal(
                _("Không đọc được dữ liệu lịch (%(error)s). Chạy motcua demo hoặc migrate trước.")
                % {"error": error}
            ) from error
        return national_calendar()

    def _stop(self, reason: Exception, code: int) -> NoReturn:
        self.stderr.write(str(reason))
        sys.exit(code)


def _limit(text: str | None) -> TimeLimit:
    if not text:
        raise BadArgument(
            _(
                "Thiếu --limit. Cách ghi: 5wd (ngày làm việc), 4h (giờ làm việc), 30cd (ngày), immediate (trong ngày)."
            )
        )
    return TimeLimit.parse(text)


def _moment(name: str, text: str | None) -> datetime:
    """Read a local time (or one with its offset) as the naive local minute."""
    if not text:
        raise BadArgument(_("Thiếu %(name)s. Ghi ngày và giờ như 2026-02-13T16:00.") % {"name": name})
    if _MOMENT.fullmatch(text):
        try:
            return wall(datetime.fromisoformat(text)).replace(second=0, microsecond=0)
        except (ValueError, OverflowError):
            pass
    raise BadArgument(
        _("%(name)s phải là ngày và giờ có thật, ghi như 2026-02-13T16:00, không phải “%(text)s”.")
        % {"name": name, "text": text}
    )


def _pause(text: str) -> Pause:
    begin, slash, end = text.partition("/")
    if not slash:
        raise BadArgument(
            _("--pause ghi TỪ/ĐẾN, ví dụ 2026-02-24T08:00/2026-02-25T10:00, không phải “%(text)s”.")
            % {"text": text}
        )
    pause = _moment("--pause", begin), _moment("--pause", end)
    if pause[0] > pause[1]:
        raise BadArgument(
            _("--pause phải bắt đầu trước khi kết thúc, không thể là “%(text)s”.") % {"text": text}
        )
    return pause


def _is_stored() -> bool:
    """Whether a calendar is in the database; looking must not create an empty one."""
    name = str(connection.settings_dict["NAME"])
    in_memory = ":memory:" in name or "mode=memory" in name
    if connection.vendor == "sqlite" and not in_memory and not Path(name).exists():
        return False
    return (
        CalendarYear._meta.db_table in connection.introspection.table_names()
        and CalendarYear.objects.exists()
    )


def _as_json(told: Explanation, *, unit: str, pauses: Iterable[Pause], explain: bool) -> str:
    answer: dict[str, Any] = {
        "due": _iso(told.due),
        "received": _iso(told.received),
        "limit": str(told.limit),
        "unit": unit or None,
        "pauses": [f"{_iso(begin)}/{_iso(end)}" for begin, end in pauses],
        "provisional": told.provisional,
    }
    if explain:
        answer |= {"days": [_day(day) for day in told.days], "sentences": list(told.sentences)}
    return json.dumps(answer, ensure_ascii=False)


def _day(day: DayCount) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(),
        "kind": day.kind.value,
        "label": day.label,
        "name": day.name_vi,
        "minutes": day.minutes,
        "ordinal": day.ordinal,
        "due": day.is_due,
    }


def _line(day: DayCount) -> str:
    hours = f"{day.minutes // 60}:{day.minutes % 60:02}" if day.minutes else ""
    name = "" if day.label == day.name_vi else day.name_vi
    return f"{weekday(day.day):<9} {day.day:%d/%m/%Y}  {hours:>5}  {day.label:<9} {name}".rstrip()


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
