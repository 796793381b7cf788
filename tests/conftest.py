"""What every test shares."""

import pytest
from django.db import connection
from hypothesis import settings

from tests.kernel.tampering import guard_lifted

# A property says what holds, not how fast: a busy machine must not make it false.
settings.register_profile("motcua", deadline=None)
settings.load_profile("motcua")

#: What a test asks for when it reads or writes the database; pytest-django lets no other test reach it.
DATABASE = {"db", "transactional_db", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)  # before marks are chosen by
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what a second run on the other database would only repeat.

    That is a test without a database, and one that looks through a browser: the queries of the pages are run on both
    by the tests that ask for the same pages without one.
    """
    for item in items:
        asked = set(item.fixturenames)  # type: ignore[attr-defined]
        stored = item.get_closest_marker("django_db") or not DATABASE.isdisjoint(asked)
        if not stored or "browser" in asked:
            item.add_marker(pytest.mark.one_database)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """After a test with real transactions Django empties every table; the ledger's guard lets it, here alone.

    PostgreSQL drops no database that somebody is connected to: a request that outlived its test is cut off first,
    then the second connection of this thread, the one since a browser's event loop runs in it.
    """
    if connection.vendor == "sqlite":
        # On the class: once a browser runs its event loop here, Django hands out another connection.
        operations = type(connection.ops)
        empty = operations.execute_sql_flush

        def empty_all(self, statements: list[str]) -> None:
            with guard_lifted():
                empty(self, statements)

        operations.execute_sql_flush = empty_all
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        connection.close()
