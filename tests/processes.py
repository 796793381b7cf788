"""Real processes on the test's own database, for what only they can show."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pysqlite3
from django.db import connection


def share_database(folder: Path) -> dict[str, str]:
    """Return the environment of a process that works on the test's database, as it is now.

    SQLite's test database lives in memory and cannot be shared: the processes get a copy in ``folder``.
    """
    if connection.vendor == "sqlite":
        file = folder / "motcua.sqlite3"
        connection.ensure_connection()
        copy = pysqlite3.connect(file)
        connection.connection.backup(copy)
        copy.close()
        url = f"sqlite:///{file}"
    else:
        place = connection.settings_dict
        host, name = quote(place["HOST"], safe=""), place["NAME"]
        url = f"postgresql://{place['USER']}:{place['PASSWORD']}@{host}:{place['PORT']}/{name}"
    return {
        **os.environ,
        "MOTCUA_DATABASE_URL": url,
        "MOTCUA_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }


def motcua(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``motcua`` to its end."""
    return subprocess.run(
        [sys.executable, "-m", "motcua.project", *words],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def start(environment: dict[str, str], *words: str) -> subprocess.Popen[str]:
    """Start ``python -m`` with these words."""
    return subprocess.Popen(
        [sys.executable, "-m", *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def results(*processes: subprocess.Popen[str]) -> list[Any]:
    """Wait for the processes and return what each printed."""
    answers = []
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        answers.append(json.loads(out))
    return answers
