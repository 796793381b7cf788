"""``motcua serve``: what must be ready before the first request, and the two processes that then run.

The web server (granian) and the outbox worker are children of this process. A child that ends is started
again; when this process ends, in whatever way, both end with it.
"""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor

from motcua.kernel.refusals import Refusal
from motcua.kernel.system_errors import reason
from motcua.project.parentage import end_with_parent

QUICK_DEATH = 5.0  # seconds; a child that ends sooner than this cannot be helped by starting it again
PATIENCE = 15.0  # seconds that a child has to finish what it is doing


def get_ready() -> None:
    """Refuse to start without a secret key; bring the database and the static files up to date."""
    require_secret_key()
    settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)  # what lies in it is nobody else's
    migrate_if_needed()
    require_demonstration_apart()
    collect_static_if_needed()


def require_secret_key() -> None:
    try:
        assert settings.SECRET_KEY
    except ImproperlyConfigured as missing:  # Django's own way of saying that it is empty
        raise Refusal(
            "Thiếu MOTCUA_SECRET_KEY. Hãy đặt biến này (một chuỗi dài ngẫu nhiên, giữ kín), "
            "hoặc đặt MOTCUA_DEMO=1 để chạy thử với dữ liệu minh họa."
        ) from missing


def require_demonstration_apart() -> None:
    """Refuse to work in earnest on the demonstration: its accounts have a password that everybody knows."""
    from motcua.project.demo.office import is_built  # granian loads this module before there are models

    if not settings.DEMO and is_built():
        raise Refusal(
            "Đây là cơ sở dữ liệu minh họa, ai cũng biết mật khẩu. Đặt MOTCUA_DEMO=1 để chạy thử, "
            "hoặc đặt MOTCUA_DATA_DIR, MOTCUA_DATABASE_URL sang nơi khác để làm thật."
        )


def migrate_if_needed() -> bool:
    """Apply the migrations that the database lacks; return whether there were any."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    needed = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if needed:
        call_command("migrate", verbosity=0, interactive=False)
    return needed


def collect_static_if_needed() -> bool:
    """Collect the static files unless those of last time are still the same; return whether it was done."""
    stamp = Path(settings.STATIC_ROOT or "") / "collected"
    wanted = _static_fingerprint()
    if stamp.is_file() and stamp.read_text() == wanted:
        return False
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)
    return True


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@dataclass
class Child:
    """A process that should be running: how to start it, and the one that runs now."""

    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = field(default=0.0)

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, preexec_fn=end_with_parent)  # noqa: PLW1509
        self.started_at = time.monotonic()

    def ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def serve(*, host: str, port: int, workers: int, announce: Callable[[], None]) -> int:
    """Run the web server and the worker until asked to stop; return an exit code.

    Args:
        announce: called once the port answers.
    """
    require_free_port(host, port)
    connection.close()
    stop = threading.Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: stop.set())
    children = [Child(web_command(host, port, workers)), Child([*python("motcua.project"), "work"])]
    for child in children:
        child.start()
    try:
        announce_when_open(host, port, stop, announce)
        return watch(children, stop)
    finally:
        for child in children:
            child.stop()


def watch(children: list[Child], stop: threading.Event) -> int:
    """Start a child again when it ends; give up when it ends at once."""
    while not stop.wait(0.5):
        for child in children:
            if not child.ended():
                continue
            if time.monotonic() - child.started_at < QUICK_DEATH:
                print("Một tiến trình con dừng ngay khi vừa chạy; máy chủ dừng theo.", file=sys.stderr)
                return 1
            child.start()
    return 0


def web_command(host: str, port: int, workers: int) -> list[str]:
    threads = 1 if connection.vendor == "sqlite" else 3
    return [
        *python("granian"), "motcua.project.serving:application", "--factory", "--interface", "wsgi",
        "--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", str(threads),
        "--backpressure", str(64 * threads), "--no-ws", "--log-level", "warning",
        "--respawn-failed-workers", "--workers-kill-timeout", "10",
    ]  # fmt: skip


def python(module: str) -> list[str]:
    return [sys.executable, "-m", module]


def application() -> object:
    """What granian loads in each of its workers."""
    end_with_parent()
    from motcua.project.wsgi import application

    return application


def require_free_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as failure:
            raise Refusal(
                f"Không mở được cổng {port} trên {host}: {reason(failure)}. Hãy chọn cổng khác bằng --port."
            ) from failure


def announce_when_open(host: str, port: int, stop: threading.Event, announce: Callable[[], None]) -> None:
    for _attempt in range(300):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if probe.connect_ex((host, port)) == 0:
                announce()
                return
        if stop.wait(0.1):
            return


def default_workers() -> int:
    return os.cpu_count() or 1
