from datetime import datetime

import pytest
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from motcua.documents.papers.render import render
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed
from motcua.payments.models import Bill, Receipt
from motcua.payments.queries import receipt_paper
from motcua.payments.services import CannotCancel, CannotCollect, cancel_receipt, collect
from tests.documents.reading import text_of
from tests.factories.documents import HANOI, MORNING, officer
from tests.factories.payments import assessed

pytestmark = pytest.mark.django_db


def pay(bill: Bill, amount_vnd: int, by, at: datetime = MORNING) -> Receipt:
    return collect(bill_id=bill.pk, amount_vnd=amount_vnd, method="cash", by=by, at=at)


def test_a_paid_bill_is_settled():
    clerk = officer()
    bill = assessed(clerk, 12_000, 73_000)

    pay(bill, 85_000, clerk)

    assert (bill.paid_vnd, bill.owed_vnd, bill.is_settled) == (85_000, 0, True)


@pytest.mark.parametrize("amount", [84_999, 85_001, 170_000, 0, -85_000])
def test_only_what_is_owed_can_be_collected(amount):
    clerk = officer()
    bill = assessed(clerk, 85_000)

    with pytest.raises(
        CannotCollect, match=r"Phải thu đúng 85.000 đồng.*không có trong bản thủ tục đã áp dụng"
    ):
        pay(bill, amount, clerk)
    assert not Receipt.objects.exists()


def test_nothing_is_collected_for_what_the_procedure_gives_free():
    clerk = officer()

    with pytest.raises(CannotCollect, match=r"Phí này không có trong bản thủ tục đã áp dụng\."):
        pay(assessed(clerk), 10_000, clerk)


def test_nothing_is_collected_twice():
    clerk = officer()
    bill = assessed(clerk, 8_000)
    pay(bill, 8_000, clerk)

    with pytest.raises(CannotCollect, match="Đã thu đủ"):
        pay(bill, 8_000, clerk)


def test_nothing_is_collected_while_the_price_is_unknown():
    clerk = officer()

    with pytest.raises(CannotCollect, match="Hội đồng nhân dân cấp tỉnh"):
        pay(assessed(clerk, None, 8_000), 8_000, clerk)


def test_another_unit_cannot_collect():
    with pytest.raises(NotAllowed):
        pay(assessed(officer(), 8_000), 8_000, officer())


def test_receipts_are_numbered_by_unit_and_year():
    clerk, elsewhere = officer(), officer()
    new_year = datetime(2027, 1, 4, 8, 0, tzinfo=HANOI)

    receipts = [
        pay(assessed(clerk, 8_000), 8_000, clerk),
        pay(assessed(clerk, 8_000), 8_000, clerk),
        pay(assessed(elsewhere, 8_000), 8_000, elsewhere),
        pay(assessed(clerk, 8_000), 8_000, clerk, at=new_year),
    ]

    assert [(receipt.year, receipt.number) for receipt in receipts] == [
        (2026, "0000001"), (2026, "0000002"), (2026, "0000001"), (2027, "0000001"),
    ]  # fmt: skip


def test_money_goes_back_as_a_new_entry_with_a_reason():
    clerk = officer()
    bill = assessed(clerk, 8_000)
    receipt = pay(bill, 8_000, clerk)

    refund = cancel_receipt(receipt_id=receipt.pk, reason="  Thu nhầm  người ", by=clerk, at=MORNING)

    assert (refund.amount_vnd, refund.reason, refund.cancels) == (-8_000, "Thu nhầm người", receipt)
    assert bill.owed_vnd == 8_000
    assert pay(bill, 8_000, clerk).number == "0000003"


@pytest.mark.parametrize("reason", ["", "  "])
def test_money_does_not_go_back_without_a_reason(reason):
    clerk = officer()
    receipt = pay(assessed(clerk, 8_000), 8_000, clerk)

    with pytest.raises(CannotCancel, match="Ghi lý do"):
        cancel_receipt(receipt_id=receipt.pk, reason=reason, by=clerk, at=MORNING)


def test_money_goes_back_once():
    clerk = officer()
    receipt = pay(assessed(clerk, 8_000), 8_000, clerk)
    refund = cancel_receipt(receipt_id=receipt.pk, reason="Thu nhầm", by=clerk, at=MORNING)

    for entry in (receipt, refund):
        with pytest.raises(CannotCancel):
            cancel_receipt(receipt_id=entry.pk, reason="Thu nhầm", by=clerk, at=MORNING)


def test_the_database_refuses_a_refund_without_its_receipt():
    clerk = officer()
    receipt = pay(assessed(clerk, 8_000), 8_000, clerk)
    receipt.pk, receipt.number, receipt.amount_vnd = None, "0000009", -8_000

    with pytest.raises(IntegrityError, match="receipt_takes_or_gives_back"):
        receipt.save()


def test_the_printed_receipt_has_the_lines_and_the_sum_in_words():
    clerk = officer()
    receipt = pay(assessed(clerk, 12_000, 73_000), 85_000, clerk)

    paper = receipt_paper(
        receipt,
        agency="Ủy ban nhân dân xã An Thạnh",
        desk="Bộ phận một cửa",
        payer_name="Nguyễn Thị Ngọc Hân",
    )

    text = text_of(render("fee_receipt", paper))
    assert "Số: 0000001" in text
    assert "Số tiền đã nộp: 85.000 đồng Viết bằng chữ: Tám mươi lăm nghìn đồng" in text


def test_the_slip_for_money_given_back_says_so():
    clerk = officer()
    receipt = pay(assessed(clerk, 8_000), 8_000, clerk)
    refund = cancel_receipt(receipt_id=receipt.pk, reason="Thu nhầm", by=clerk, at=MORNING)

    text = text_of(render("fee_receipt", receipt_paper(refund, agency="A", desk="B", payer_name="C")))

    assert "PHIẾU HOÀN TRẢ PHÍ, LỆ PHÍ" in text
    assert "Số tiền đã hoàn trả: 8.000 đồng" in text


class MoneyAlwaysAddsUp(TestCase):
    @given(
        st.lists(st.integers(0, 500_000), max_size=4),
        st.lists(st.one_of(st.integers(-1_000, 2_000_000), st.sampled_from(["owed", "back"])), max_size=8),
    )
    def test_paid_and_owed_are_always_the_total(self, amounts, acts):
        clerk = officer()
        bill = assessed(clerk, *amounts)
        for act in acts:
            try:
                if act == "back":
                    last = bill.receipts.order_by("pk").last()
                    if last:
                        cancel_receipt(receipt_id=last.pk, reason="Thu nhầm", by=clerk, at=MORNING)
                else:
                    pay(bill, bill.owed_vnd if act == "owed" else act, clerk)
            except Refusal:
                pass
            assert bill.paid_vnd + bill.owed_vnd == bill.total_vnd
            assert 0 <= bill.paid_vnd <= bill.total_vnd
