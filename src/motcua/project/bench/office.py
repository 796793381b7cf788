"""What an office does all day besides typing: promising days, printing receipts, looking at figures."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec
from django.utils import timezone

from motcua.calendars.national import national_calendar
from motcua.calendars.time_limits import TimeLimit
from motcua.documents.models import Paper
from motcua.documents.papers.kinds import content_of
from motcua.documents.papers.render import render
from motcua.dossiers.models import Dossier
from motcua.project.bench.figures import Figure, Ground, middle, timed
from motcua.project.bench.people import thousands
from motcua.statistics.periods import quarter as quarter_of
from motcua.statistics.queries import by_unit

DUES = 50_000
RECEIPTS = 5


def due_dates(ground: Ground) -> Iterator[Figure]:
    """Promises counted a second, one by one and in a row."""
    calendar = national_calendar()
    limit = TimeLimit.parse("5wd")
    begin = datetime(2026, 1, 5, 8, 0)
    received = [begin + timedelta(minutes=7 * number) for number in range(DUES)]
    yield Figure(
        name="dues", title="Ngày hẹn trả, tính một loạt", unit="ngày hẹn/giây", at_least=500_000,
        how=f"{thousands(DUES)} lần nhận, hạn 5 ngày làm việc, WorkingCalendar.dues",
        **middle(timed(lambda: calendar.dues(received, limit), runs=ground.runs).cpu, scale=DUES, per=True),
    )  # fmt: skip
    few = received[:5_000]
    yield Figure(
        name="due", title="… tính từng cái", unit="ngày hẹn/giây", how="5.000 lần WorkingCalendar.due",
        **middle(
            timed(lambda: [calendar.due(at, limit) for at in few], runs=ground.runs).cpu, scale=5_000, per=True
        ),
    )  # fmt: skip


def receipt(ground: Ground) -> Iterator[Figure]:
    """The receipt that the citizen takes home (mẫu 01), a new one each time."""
    paper = Paper.objects.filter(kind="form_01").order_by("-pk")[:1].get()
    content = content_of(paper.kind, paper.data)
    count = 0

    def draw() -> None:
        nonlocal count
        for _ in range(RECEIPTS):
            count += 1
            render("form_01", msgspec.structs.replace(content, number=f"{count}/TNHS"))

    runs = timed(draw, runs=ground.runs)
    yield Figure(
        name="receipt", title="Giấy tiếp nhận (PDF/A, gắn thẻ)", unit="ms CPU", at_most=15.0,
        how=f"{RECEIPTS} giấy khác số, documents.papers.render, mọi luồng cộng lại",
        **middle(runs.cpu, scale=1e3 / RECEIPTS),
    )  # fmt: skip
    yield Figure(
        name="receipt_wall", title="… giờ đồng hồ", unit="ms", how="như trên; máy bận thì các luồng chờ nhau",
        **middle(runs.wall, scale=1e3 / RECEIPTS),
    )  # fmt: skip


def quarter(ground: Ground) -> Iterator[Figure]:
    """The figures of the quarter for every unit that has any."""
    now = timezone.now()
    today = timezone.localdate(now)
    period = quarter_of(today.year, (today.month + 2) // 3)
    count = Dossier.objects.count()
    yield Figure(
        name="quarter", title=f"Số liệu quý của mọi đơn vị, {thousands(count)} hồ sơ", unit="ms", at_most=50.0,
        how="statistics.queries.by_unit, giờ đồng hồ; ngưỡng đặt cho 10 triệu hồ sơ",
        **middle(timed(lambda: by_unit(None, period, now=now), runs=ground.runs).wall, scale=1e3),
    )  # fmt: skip
