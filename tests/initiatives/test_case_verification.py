"""A figure cannot be changed behind the back of the ledger."""

import pytest

from motcua.initiatives.models import Adoption, ModelCase
from motcua.initiatives.queries import verify_cases
from tests.factories.replication import WRITING, Spread, adopted, entered

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db) -> ModelCase:
    district = Spread()
    adopted(district, district.town, WRITING)
    return entered(district, district.town)


def faults() -> list[str]:
    return [fault.sentence for fault in verify_cases()]


def test_what_the_services_wrote_is_in_order(case):
    assert faults() == []


def test_a_case_made_bigger_by_hand_is_found(case):
    ModelCase.objects.update(quantity=70)

    assert faults() == [f"{case} đã bị sửa ngoài sổ cái: số lượt."]


def test_a_case_that_was_erased_is_missed(case):
    case.delete()

    assert len(faults()) == 1
    assert "không thấy nữa" in faults()[0]


def test_an_answer_changed_by_hand_is_found(case):
    Adoption.objects.update(target=1)

    assert len(faults()) == 1
