"""Lists are read from an index, at any depth of any table: nothing is gathered and sorted first."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import queries
from motcua.dossiers.queries import Filters
from motcua.organisation.models import UnitPlacement
from tests.factories.dossiers import MONDAY, accepted, copies
from tests.factories.organisation import UnitFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]  # the plan of SQLite


@pytest.mark.parametrize("filters", [Filters(), Filters(state="accepted"), Filters(group="waiting_return")])
def test_a_commune_s_list_sorts_nothing(desk, filters):
    office = UnitFactory(kind="cong_an", level="division")
    UnitPlacement.objects.create(
        unit=office, parent=desk.unit, valid_from=(MONDAY - timedelta(days=99)).date()
    )
    accepted(desk, copies(desk))

    with CaptureQueriesContext(connection) as captured:
        found = queries.page(desk.le, filters, at=MONDAY)

    listing = next(query["sql"] for query in captured if "LIMIT 51" in query["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {listing.replace('%', '%%')}")
        plan = [row[3] for row in cursor.fetchall()]
    assert not [step for step in plan if "TEMP B-TREE" in step]
    assert len(found.rows) <= 1
