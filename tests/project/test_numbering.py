from datetime import timedelta

import pytest

from motcua.documents.models import Paper
from motcua.dossiers.models import Dossier
from motcua.initiatives.models import Initiative
from motcua.payments import services as payments
from motcua.payments.models import Receipt
from motcua.project.numbering import verify_numbers
from tests.factories.dossiers import MONDAY, Desk, accepted, birth, copies
from tests.factories.initiatives import Commune, recognised
from tests.factories.payments import assessed


@pytest.fixture
def desk(db) -> Desk:
    """A desk with two dossiers in its book and one receipt in its safe."""
    desk = Desk()
    accepted(desk, birth(desk))
    accepted(desk, copies(desk), at=MONDAY + timedelta(days=1))
    bill = assessed(desk.le, 4000)
    payments.collect(bill_id=bill.pk, amount_vnd=4000, method="cash", by=desk.le, at=MONDAY)
    return desk


@pytest.fixture
def commune(db) -> Commune:
    return Commune()


def faults() -> list[str]:
    return [fault.sentence for fault in verify_numbers()]


def test_work_as_usual_leaves_no_gap(desk):
    assert faults() == []


def test_a_dossier_code_that_no_dossier_bears_is_named(desk):
    Dossier.objects.filter(code="H13.58.12-261123-0001").update(code="H13.58.12-261123-0002")

    assert faults() == [
        "Dãy số dossier:H13.58.12:261123: không thấy số 1.",
        "Dãy số dossier:H13.58.12:261123: có số 2, nhưng mới cấp đến số 1.",
    ]


def test_a_line_missing_from_the_book_is_named(desk):
    Dossier.objects.filter(book_sequence=1).update(book_sequence=2)

    assert faults() == [
        f"Dãy số book:{desk.unit.pk}:dossiers:2026: không thấy số 1.",
        f"Dãy số book:{desk.unit.pk}:dossiers:2026: số 2 bị dùng hai lần.",
    ]


def test_a_receipt_that_is_gone_is_named(desk):
    Receipt.objects.all().delete()

    assert faults() == [f"Dãy số receipt:{desk.unit.pk}:2026: không thấy số 1."]


def test_a_paper_with_another_number_is_named(desk):
    paper = Paper.objects.exclude(series="").first()
    Paper.objects.filter(pk=paper.pk).update(number="99")

    assert len(faults()) == 2


def test_an_initiative_that_is_gone_is_named(commune):
    recognised(commune)
    assert faults() == []

    Initiative.objects.filter(slug="suoi_nghe_letters").delete()

    assert faults() == ["Dãy số initiative:2019: không thấy số 8."]
