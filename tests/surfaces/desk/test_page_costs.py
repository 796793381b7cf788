"""What a page of the desk asks the database: nothing twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.surfaces.desk.work_home import fields_of
from tests.factories import dossiers
from tests.surfaces.desk.dossier_client import Counter, address


def asked(client, page: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return [query["sql"] for query in captured]


def asked_of(queries: list[str], *tables: str) -> int:
    return sum(any(f'FROM "{table}' in query for table in tables) for query in queries)


def test_the_page_of_a_dossier_reads_its_steps_and_its_history_once(db):
    counter = Counter()
    dossier = dossiers.processing(counter.desk, dossiers.birth(counter.desk))

    queries = asked(counter.client("le"), address(dossier))

    assert [
        asked_of(queries, table)
        for table in ("process_steprun", "process_stepassignment", "kernel_ledgerentry")
    ] == [2, 1, 1]  # the steps, and the number beside the menu


@pytest.mark.one_database  # the plan of SQLite
def test_the_fields_with_open_work_are_found_without_what_is_closed(office):
    dossiers.accepted(office, dossiers.birth(office), at=office.at)

    with CaptureQueriesContext(connection) as captured:
        assert [field.pk for field in fields_of(office.le)] == ["ho_tich"]

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {captured.captured_queries[-1]['sql']}")
        assert "dossier_by_state" in str(cursor.fetchall())
