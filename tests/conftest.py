"""What every test shares."""

import pytest
from django.db import connection

from tests.kernel.tampering import guard_lifted


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """After a test with real transactions Django empties every table; the ledger's guard lets it, here alone."""
    if connection.vendor == "sqlite":
        empty = connection.ops.execute_sql_flush

        def empty_all(statements: list[str]) -> None:
            with guard_lifted():
                empty(statements)

        connection.ops.execute_sql_flush = empty_all
