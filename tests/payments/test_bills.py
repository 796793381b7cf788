import pytest

from motcua.payments.services import (
    CannotReassess,
    WrongAssessment,
    cancel_receipt,
    collect,
    reassess_bill,
)
from tests.factories.documents import MORNING, officer
from tests.factories.payments import assessed, assessment

pytestmark = pytest.mark.django_db


def test_a_bill_is_the_assessment_line_by_line():
    bill = assessed(officer(), 12_000, 73_000)

    assert bill.total_vnd == 85_000
    assert [row["amount_vnd"] for row in bill.lines] == [12_000, 73_000]
    assert bill.owed_vnd == 85_000


def test_nothing_to_pay_is_settled_at_once():
    assert assessed(officer()).is_settled


def test_an_exempt_bill_keeps_its_ground():
    bill = assessed(officer(), 0, exempt_ground="Hộ nghèo")

    assert bill.is_settled
    assert bill.exempt_ground == "Hộ nghèo"


def test_a_total_that_is_not_the_sum_of_its_lines_is_refused():
    with pytest.raises(WrongAssessment, match="không khớp"):
        assessed(officer(), 12_000, total_vnd=15_000)


def test_a_negative_line_is_refused():
    with pytest.raises(WrongAssessment):
        assessed(officer(), 12_000, -2_000)


def test_a_bill_with_an_unknown_amount_is_not_settled():
    assert not assessed(officer(), None).is_settled


def test_a_bill_is_assessed_anew_once_the_price_is_known():
    clerk = officer()
    bill = assessed(clerk, None)

    bill = reassess_bill(bill_id=bill.pk, assessment=assessment(8_000), by=clerk, at=MORNING)

    assert (bill.is_unknown, bill.owed_vnd) == (False, 8_000)


def test_a_paid_bill_is_assessed_anew_only_after_the_money_went_back():
    clerk = officer()
    bill = assessed(clerk, 8_000)
    receipt = collect(bill_id=bill.pk, amount_vnd=8_000, method="cash", by=clerk, at=MORNING)

    with pytest.raises(CannotReassess, match="Hoàn trả biên lai trước"):
        reassess_bill(bill_id=bill.pk, assessment=assessment(9_000), by=clerk, at=MORNING)

    cancel_receipt(receipt_id=receipt.pk, reason="Tính thiếu một bản", by=clerk, at=MORNING)
    assert (
        reassess_bill(bill_id=bill.pk, assessment=assessment(9_000), by=clerk, at=MORNING).owed_vnd == 9_000
    )
