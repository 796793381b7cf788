"""A population of people who do not exist, and how soon one of them is found."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from motcua.identity.models import Person
from motcua.identity.queries import find_people
from motcua.identity.sexes import Sex
from motcua.project.bench.figures import Figure, Ground, middle, timed
from motcua.project.demo.names import full_name

CHUNK = 20_000
ASKED = (
    ("name_four_words", "Nguyễn Thị Ánh Tuyết", "họ tên bốn chữ, có dấu"),
    ("name_no_marks", "tran van khanh", "ba chữ, không dấu"),
    ("name_unfinished", "huynh ngoc tu", "chữ cuối gõ dở"),
    ("name_with_year", "le van tam 1962", "tên và năm sinh"),
    ("name_number", "000000012345", "số định danh"),
)


def thousands(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def populate(count: int) -> None:
    """Write down ``count`` invented people."""
    chance = random.Random(2026)  # noqa: S311 - the same people on every machine
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for start in range(0, count, CHUNK):
        with transaction.atomic():
            Person.objects.bulk_create(
                Person(
                    full_name=full_name(chance, chance.choice((Sex.MALE, Sex.FEMALE))),
                    birth_on=date(1930, 1, 1) + timedelta(days=chance.randrange(35_000)),
                    personal_id=f"{number:012}",
                    phone=f"09{number:08}",
                    created_at=now,
                )
                for number in range(start, min(start + CHUNK, count))
            )


def search(ground: Ground) -> Iterator[Figure]:
    """How soon twenty people are found by what a clerk types."""
    count = Person.objects.count()
    for name, asked, kind in ASKED:
        found = len(find_people(asked))
        yield Figure(
            name=name, title=f"Tìm trong {thousands(count)} người: “{asked}”", unit="ms CPU",
            how=f"identity.queries.find_people, {kind}, {found} người", at_most=10.0,
            **middle(timed(lambda asked=asked: find_people(asked), runs=ground.runs * 3).cpu, scale=1e3),  # type: ignore[misc]
        )  # fmt: skip
