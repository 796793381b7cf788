"""What the machine itself can do: the limits beside which our own figures are read."""

import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pysqlite3

from motcua.project.bench.figures import Figure, Ground, middle, timed

ROUNDS = 1_000_000


def describe() -> dict[str, str | int]:
    """Name what the figures depend on; the machine's own name and places stay out."""
    return {
        "cores": os.cpu_count() or 1,
        "processor": _processor(),
        "python": platform.python_version(),
        "sqlite": pysqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.release()}",
    }


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.is_file() else []
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def loop(ground: Ground) -> Iterator[Figure]:
    """How quick the interpreter is."""

    def count() -> int:
        total = 0
        for number in range(ROUNDS):
            total += number
        return total

    yield Figure(
        name="loop", title="Vòng lặp Python trần", unit="triệu vòng/giây",
        how="cộng một triệu số trong một vòng for, giờ CPU",
        **middle(timed(count, runs=ground.runs).cpu, scale=ROUNDS / 1e6, per=True),
    )  # fmt: skip


def hello(ground: Ground) -> Iterator[Figure]:
    """How quick a page without content is."""
    page = jinja2.Environment(autoescape=True).from_string("<p>Xin chào {{ name }}</p>")

    def render() -> None:
        for _ in range(1_000):
            page.render(name="Lệ")

    yield Figure(
        name="hello", title="Trang Jinja2 một dòng", unit="µs CPU",
        how="1.000 lần render một dòng, chia đều",
        **middle(timed(render, runs=ground.runs).cpu, scale=1e3),
    )  # fmt: skip


def flush(ground: Ground) -> Iterator[Figure]:
    """How long the disk takes to promise that a page is kept."""
    with tempfile.NamedTemporaryFile(dir=ground.folder) as file:

        def keep() -> None:
            file.seek(0)
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())

        yield Figure(
            name="fsync", title="fsync một trang 4 KiB", unit="µs", how="ghi đè rồi fsync, giờ đồng hồ",
            **middle(timed(keep, runs=ground.runs * 20).wall, scale=1e6),
        )  # fmt: skip


def insert(ground: Ground) -> Iterator[Figure]:
    """How many rows a second SQLite takes: in one transaction, and each in its own."""
    with tempfile.TemporaryDirectory(dir=ground.folder) as folder:
        database = pysqlite3.connect(f"{folder}/rows.sqlite3", isolation_level=None)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, code TEXT, day TEXT, content TEXT)")
        statement = "INSERT INTO line (code, day, content) VALUES (?, ?, ?)"
        row = ("H13.58.12-261123-0008", "2026-11-23", "x" * 200)

        def many() -> None:
            database.execute("BEGIN IMMEDIATE")
            for _ in range(10_000):
                database.execute(statement, row)
            database.execute("COMMIT")

        def single() -> None:
            for _ in range(200):
                database.execute(statement, row)

        yield Figure(
            name="insert", title="SQLite trần: dòng trong một giao dịch", unit="dòng/giây",
            how="10.000 lệnh INSERT 4 cột, WAL, synchronous FULL",
            **middle(timed(many, runs=ground.runs, warm=1).wall, scale=10_000, per=True),
        )  # fmt: skip
        yield Figure(
            name="commit", title="SQLite trần: mỗi dòng một giao dịch", unit="giao dịch/giây",
            how="200 lệnh INSERT, mỗi lệnh ghi chắc xuống đĩa",
            **middle(timed(single, runs=ground.runs).wall, scale=200, per=True),
        )  # fmt: skip
        database.close()
