import fcntl
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError

from motcua.kernel.sqlite.base import DatabaseWrapper

pytestmark = [pytest.mark.one_database, pytest.mark.django_db]


@pytest.fixture
def database(tmp_path):
    """A SQLite database in a file, apart from the test's own."""
    wrapper = DatabaseWrapper(
        {
            **settings.DATABASES["default"], "NAME": str(tmp_path / "db.sqlite3"), "AUTOCOMMIT": True,
            "TIME_ZONE": None, "CONN_HEALTH_CHECKS": False,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 0.1},
        }
    )  # fmt: skip
    wrapper.inc_thread_sharing()
    yield wrapper
    wrapper.close()


def gate_is_free(database: DatabaseWrapper) -> bool:
    gate = os.open(Path(f"{database.settings_dict['NAME']}.gate"), os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(gate)
    return True


def begin(database: DatabaseWrapper) -> None:
    database.ensure_connection()
    database.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


@pytest.mark.parametrize("end", ["commit", "rollback", "close"])
def test_the_gate_is_held_for_a_transaction_and_left_after_it(database, end):
    begin(database)
    held = not gate_is_free(database)

    getattr(database, end)()

    assert held
    assert gate_is_free(database)


def test_a_transaction_that_cannot_begin_does_not_hold_the_gate(database):
    other = DatabaseWrapper({**database.settings_dict})
    other.inc_thread_sharing()
    other.ensure_connection()
    other.connection.execute("BEGIN IMMEDIATE")  # past the gate, as a foreign program would

    with pytest.raises(DatabaseError, match="locked"):
        begin(database)

    assert gate_is_free(database)
    other.close()


def test_sqlite_is_new_enough_to_be_trusted_with_several_writers(database):
    assert database.get_database_version() >= (3, 51, 3)
