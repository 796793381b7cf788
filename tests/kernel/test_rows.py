from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.identity.models import Person
from motcua.kernel.models import LedgerEntry
from motcua.kernel.rows import insert, insert_many, take_stock

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)


def person(name: str) -> Person:
    return Person(full_name=name, birth_on=date(1985, 3, 14), created_at=NOW)


def test_a_row_is_written_as_the_orm_would_with_what_follows_from_it():
    ours = insert(person("Nguyễn Thị Đào"))
    theirs = person("Nguyễn Thị Đào")
    theirs.save()

    kept = [
        Person.objects.filter(pk=row.pk).values("full_name", "search_name", "sort_name", "birth_year").get()
        for row in (ours, theirs)
    ]
    assert kept[0] == kept[1]
    assert (kept[0]["search_name"], kept[0]["birth_year"]) == ("nguyen thi dao", 1985)


def test_the_row_knows_its_key_and_can_be_saved_again():
    row = insert(person("Lê Văn Tám"))

    row.phone = "0912345678"
    row.save(update_fields=["phone"])

    assert Person.objects.get().phone == "0912345678"


def test_json_and_instants_come_back_as_they_went_in():
    entry = insert(
        LedgerEntry(
            stream="thử", sequence=1, at=NOW, recorded_at=NOW, verb="note", payload={"a": [1, None]}, hash="x"
        )
    )

    kept = LedgerEntry.objects.get(pk=entry.pk)
    assert (kept.payload, kept.at, kept.by_id) == ({"a": [1, None]}, NOW, None)


def test_many_rows_take_few_statements_and_keep_their_order():
    rows = [person(f"Người thứ {number}") for number in range(150)]

    with CaptureQueriesContext(connection) as captured:
        insert_many(rows)

    assert len(captured) == 3
    assert list(Person.objects.order_by("pk").values_list("full_name", flat=True)) == [
        row.full_name for row in rows
    ]


def test_after_a_load_the_database_plans_with_what_is_there_now():
    insert_many([person(f"Nguyễn Văn {number}") for number in range(500)])

    take_stock(Person, LedgerEntry)

    plan = Person.objects.order_by().explain()
    assert connection.vendor == "sqlite" or "rows=500 " in plan
