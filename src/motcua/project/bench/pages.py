"""Pages of the desk, asked for as the web server asks: through WSGI, with middleware, session and database."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import jinja2
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.organisation import access
from motcua.project.bench.figures import Figure, Ground, middle, timed
from motcua.project.bench.people import thousands

TIMES = 10  # requests in one run
ROW = (
    "<tr>"
    "{% for value in row %}<td>{{ value }}</td>{% endfor %}"
    "</tr>"
)  # fmt: skip
PLAIN = f"<table>{{% for row in rows %}}{ROW}{{% endfor %}}</table>"


def listing(ground: Ground) -> Iterator[Figure]:
    """The list of dossiers, 50 rows, and the same rows in a bare template."""
    count = Dossier.objects.count()
    ask = asking("motcua", reverse("desk:dossiers"))
    title = f"Trang danh sách 50 dòng trong {thousands(count)} hồ sơ"
    how = "GET qua WSGI: phiên, phân quyền, truy vấn, Jinja2, đủ lớp trung gian"
    yield _figure(ground, ask, name=f"list_{_size(count)}", title=title, how=how, at_most=2.0)
    rows = list(Dossier.objects.order_by("-pk").values_list("code", "applicant_name", "due_at", "state")[:50])
    page = jinja2.Environment(autoescape=True).from_string(PLAIN)
    title, how = "… 50 dòng ấy trong khuôn Jinja2 trần", "4 cột, không truy vấn, không lớp trung gian"
    yield _figure(ground, lambda: page.render(rows=rows), name="list_plain", title=title, how=how)


def home(ground: Ground) -> Iterator[Figure]:
    """The page that opens an officer's day."""
    count = Dossier.objects.count()
    ask = asking("motcua", reverse("desk:home"))
    title = f"Bàn làm việc trong {thousands(count)} hồ sơ"
    how = "GET qua WSGI: số đếm, việc cải cách, 50 hồ sơ đến hạn trước"
    yield _figure(ground, ask, name=f"home_{_size(count)}", title=title, how=how)


def dossier(ground: Ground) -> Iterator[Figure]:
    """The page of one dossier in the middle of its life."""
    account = Account.objects.get(username="motcua")
    officer = access.officer(account, on=timezone.localdate())
    mine = Dossier.objects.pending().filter(unit=officer.unit_id).order_by("-pk")
    count = Dossier.objects.count()
    ask = asking("motcua", reverse("desk:dossier", args=[mine[mine.count() // 2].pk]))
    title = f"Trang một hồ sơ trong {thousands(count)} hồ sơ"
    how = "GET qua WSGI: tiến trình, giấy tờ, lịch sử, việc làm được"
    yield _figure(ground, ask, name=f"dossier_{_size(count)}", title=title, how=how)


def board(ground: Ground) -> Iterator[Figure]:
    """The leader's page of a quarter."""
    count = Dossier.objects.count()
    ask = asking("lanhdao", reverse("board:board"))
    title = f"Trang điều hành trong {thousands(count)} hồ sơ"
    how = "GET qua WSGI: số liệu quý, hồ sơ quá hạn, tải việc, biểu đồ"
    yield _figure(ground, ask, name=f"board_page_{_size(count)}", title=title, how=how, times=1)


def _figure(
    ground: Ground,
    act: Callable[[], object],
    *,
    name: str,
    title: str,
    how: str,
    at_most: float | None = None,
    times: int = TIMES,
) -> Figure:
    """The CPU time of an act, done so many times in one run."""
    cpu = timed(_often(act, times), runs=ground.runs).cpu
    return Figure(
        name=name, title=title, unit="ms CPU", how=how, at_most=at_most, **middle(cpu, scale=1e3 / times)
    )


def asking(username: str, path: str) -> Callable[[], bytes]:
    """Return a request of a signed-in account, ready to be made again and again."""
    client = Client()
    client.force_login(
        Account.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
    )
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    handler = WSGIHandler()

    def ask() -> bytes:
        statuses: list[str] = []
        response = handler(_environ(path, cookie), lambda status, headers: statuses.append(status))  # type: ignore[arg-type]
        body = b"".join(response)
        response.close()
        assert statuses == ["200 OK"], f"{path}: {statuses}"
        return body

    return ask


def _environ(path: str, cookie: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000", "HTTP_COOKIE": cookie, "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(),
    }  # fmt: skip


def _often(act: Callable[[], object], times: int) -> Callable[[], None]:
    def acts() -> None:
        for _ in range(times):
            act()

    return acts


def _size(count: int) -> str:
    return f"{round(count, -4) // 1000}k" if count >= 10_000 else str(count)
