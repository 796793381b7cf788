"""``/suc-khoe``: does the database answer, is a worker alive and keeping up, is the clock believable?"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.models import Max, Min
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.kernel import outbox
from motcua.kernel.models import Delivery, Heartbeat, LedgerEntry
from motcua.kernel.vietnamese import moment, number

SILENT_AFTER = timedelta(seconds=60)  # six missed heartbeats
BEHIND_AFTER = timedelta(minutes=5)
CLOCK_TOLERANCE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of life: is it well, and what does a person need to know?"""

    well: bool
    sentence: str


def database() -> Sign:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Sign(True, f"Cơ sở dữ liệu trả lời ({connection.vendor}).")


def worker() -> Sign:
    now = timezone.now()
    beat = Heartbeat.objects.aggregate(at=Max("at"))["at"]
    if beat is None or now - beat > SILENT_AFTER:
        return Sign(False, "Tiến trình nền không chạy: tin và số liệu sẽ chậm. Hãy chạy motcua work.")
    waiting = Delivery.objects.filter(done_at=None, given_up_at=None)
    oldest = waiting.aggregate(at=Min("run_at"))["at"]
    if oldest and now - oldest > BEHIND_AFTER:
        return Sign(False, f"Tiến trình nền chậm: tin cũ nhất chờ từ {moment(oldest)}.")
    if given_up := outbox.given_up().count():
        return Sign(False, f"Có {number(given_up)} tin không giao được. Hãy chạy motcua verify để xem.")
    return Sign(True, "Tiến trình nền đang chạy, không có tin nào chậm.")


def clock() -> Sign:
    now = timezone.now()
    last = LedgerEntry.objects.aggregate(at=Max("recorded_at"))["at"]
    if last and last - now > CLOCK_TOLERANCE:
        return Sign(False, f"Đồng hồ máy chủ ({moment(now)}) đi sau dòng sổ cái mới nhất ({moment(last)}).")
    return Sign(True, f"Đồng hồ máy chủ: {moment(now)}.")


SIGNS: dict[str, Callable[[], Sign]] = {"database": database, "worker": worker, "clock": clock}


def examine() -> dict[str, Sign]:
    """Look at every sign; a database that does not answer spoils them all."""
    signs = {}
    for name, look in SIGNS.items():
        try:
            signs[name] = look()
        except DatabaseError:
            signs[name] = Sign(False, "Cơ sở dữ liệu không trả lời.")
    return signs


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when all is well, 503 when not; JSON for a program, sentences for a person."""
    signs = examine()
    well = all(sign.well for sign in signs.values())
    status = 200 if well else 503
    if request.get_preferred_type(["text/plain", "application/json"]) == "application/json":
        body = {"well": well, **{name: asdict(sign) for name, sign in signs.items()}}
        return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    lines = [f"{'✓' if sign.well else '✗'} {sign.sentence}" for sign in signs.values()]
    return HttpResponse("\n".join([*lines, ""]), status=status, content_type="text/plain; charset=utf-8")
