"""Acts done at the same moment by real threads over connections of their own.

The tests' SQLite lives in memory, where threads share one cache and its locks; for these tests its content is
copied into a file, so that they meet the same database, gate and waiting as a running installation.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections

from motcua.kernel.refusals import Refusal


@contextmanager
def on_disk(folder: Path) -> Iterator[None]:
    """Let new connections open a copy of the tests' database on disk; on PostgreSQL it is on disk already."""
    if connection.vendor != "sqlite":
        yield
        return
    from pysqlite3 import dbapi2

    path = folder / "copy.sqlite3"
    connection.ensure_connection()
    with dbapi2.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    settings = connections.settings["default"]
    name, settings["NAME"] = settings["NAME"], str(path)
    try:
        yield
    finally:
        settings["NAME"] = name


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do all acts at the same moment; return what each returned, or the sentence with which it was refused."""
    outcomes: list[Any] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(place: int, act: Callable[[], Any]) -> None:
        start.wait()
        try:
            outcomes[place] = act()
        except Refusal as refusal:
            outcomes[place] = str(refusal)
        except Exception as failure:
            outcomes[place] = failure
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    failures = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    if failures:
        raise failures[0]
    return outcomes


def afterwards(look: Callable[[], Any]) -> Any:
    """Look at the database as those threads left it."""
    return at_once(look)[0]
