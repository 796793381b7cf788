"""The server as a person starts and stops it, with its real processes."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from motcua.project.serving import QUICK_DEATH
from tests.processes import share_database

pytestmark = [pytest.mark.one_database, pytest.mark.django_db(transaction=True)]


class Server:
    """``motcua serve`` on a free port."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = log
        self.process = subprocess.Popen(
            [sys.executable, "-m", "motcua.project", "serve", "--port", str(self.port), "--workers", "1"],
            env=environment, stdout=log.open("w"), stderr=subprocess.STDOUT,
        )  # fmt: skip

    def is_well(self) -> bool:
        try:
            return urlopen(f"http://127.0.0.1:{self.port}/suc-khoe", timeout=5).status == 200
        except (HTTPError, OSError):
            return False

    def children(self) -> list[int]:
        """Every process below, children's children included."""
        below, queue = [], [self.process.pid]
        while queue:
            pid = queue.pop()
            file = Path(f"/proc/{pid}/task/{pid}/children")
            queue += [int(child) for child in (file.read_text() if file.exists() else "").split()]
            below.append(pid)
        return below[1:]

    def workers(self) -> list[int]:
        return [pid for pid in self.children() if command_of(pid).endswith("motcua.project\0work\0")]

    def port_is_free(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) != 0


def command_of(pid: int) -> str:
    file = Path(f"/proc/{pid}/cmdline")
    return file.read_text() if file.exists() else ""


def eventually(happens: Callable[[], bool], within: float = 30) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if happens():
            return True
        threading.Event().wait(0.1)
    return False


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(share_database(tmp_path), tmp_path / "log")
    try:
        assert eventually(server.is_well), server.log.read_text()
        yield server
    finally:
        below = server.children()
        for pid in [server.process.pid, *below]:
            if command_of(pid):
                os.kill(pid, signal.SIGKILL)
        server.process.wait()


def test_it_says_where_to_go_and_stops_everything_when_asked(server):
    below = server.children()

    server.process.send_signal(signal.SIGTERM)

    assert server.process.wait(20) == 0
    assert [pid for pid in below if command_of(pid)] == []
    assert server.port_is_free()
    assert f"http://127.0.0.1:{server.port}/ban-lam-viec/" in server.log.read_text()


def test_a_worker_that_dies_is_replaced_and_a_killed_server_leaves_no_orphan(server):
    (first,) = server.workers()
    assert eventually(lambda: age(first) > QUICK_DEATH)

    os.kill(first, signal.SIGKILL)
    assert eventually(lambda: server.workers() not in ([], [first]))

    below = server.children()
    server.process.kill()
    assert eventually(lambda: not any(map(command_of, below)))
    assert server.port_is_free()


def age(pid: int) -> float:
    """Seconds since a process began."""
    ticks = int(Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()[19])
    return time.monotonic() - ticks / os.sysconf("SC_CLK_TCK")
