"""Whoever puts a known person's whole record into the intake page leaves a trace."""

import pytest
from django.urls import reverse

from motcua.dossiers.models import AccessRecord
from tests.factories.identity import PersonFactory
from tests.surfaces.desk.office import client_of

PAGE = reverse("desk:intake")
NUMBER = "092080123457"


@pytest.fixture
def counter(desk):
    return client_of(desk.le)


@pytest.fixture
def known(db):
    return PersonFactory(full_name="Nguyễn Thị Hoa", personal_id=NUMBER)


def readings() -> list[str]:
    return list(AccessRecord.objects.values_list("what", flat=True))


@pytest.mark.parametrize(
    "ask",
    [
        lambda client, pk: client.get(PAGE, {"nguoi": pk}),
        lambda client, pk: client.post(PAGE, {"intake.pick_person": pk}),
        lambda client, pk: client.post(PAGE, {"intake.pick_person": pk, "applicant.pk": pk}),
        lambda client, pk: client.post(PAGE, {"intake.do": "find", "intake.find": NUMBER}),
    ],
    ids=["address", "choice", "chosen already", "number"],
)
def test_a_record_that_fills_the_page_is_a_reading(counter, known, ask):
    assert "092 080 123 457" in ask(counter, known.pk).text

    assert readings() == [f"Thông tin của người dân số {known.pk} khi nhận hồ sơ"]


def test_an_empty_page_and_a_search_without_a_find_are_none(counter, known):
    counter.get(PAGE)
    counter.post(PAGE, {"intake.do": "find", "intake.find": "Trần Văn Không"})

    assert readings() == []
