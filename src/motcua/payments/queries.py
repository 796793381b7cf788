from motcua.documents.papers.money import FeeReceipt, FeeRow
from motcua.kernel.vietnamese import clean
from motcua.payments.models import Bill, Receipt


def receipt_paper(
    receipt: Receipt, *, agency: str, desk: str, payer_name: str, payer_address: str = "", reason: str = ""
) -> FeeReceipt:
    """Return the content of the printed receipt (paper kind ``fee_receipt``), or of the slip for money given back."""
    bill = receipt.bill
    return FeeReceipt(
        agency=agency,
        desk=desk,
        number=receipt.number,
        dossier_code=bill.subject,
        payer_name=payer_name,
        payer_address=payer_address,
        reason=" – ".join(filter(None, [clean(reason), receipt.reason])),
        lines=_rows(bill),
        total_vnd=bill.total_vnd,
        amount_vnd=abs(receipt.amount_vnd),
        method=str(receipt.get_method_display()).lower(),
        paid_at=receipt.paid_at,
        collector_name=receipt.collected_by.display_name,
        exempt_ground=bill.exempt_ground,
        title="Phiếu hoàn trả phí, lệ phí" if receipt.is_refund else "Biên lai thu phí, lệ phí",
        verb="đã hoàn trả" if receipt.is_refund else "đã nộp",
    )


def _rows(bill: Bill) -> list[FeeRow]:
    return [
        FeeRow(
            label_vi=line["label_vi"],
            quantity=line["quantity"],
            unit=line["unit_vi"],
            unit_price_vnd=line["unit_price_vnd"] or 0,
            amount_vnd=line["amount_vnd"] or 0,
            basis=line["basis"],
        )
        for line in bill.lines
    ]
