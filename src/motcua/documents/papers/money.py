"""The receipt for a fee or charge (biên lai thu phí, lệ phí)."""

from datetime import datetime

from motcua.documents.papers.content import Content, Part
from motcua.kernel.vietnamese import money_in_words


class FeeRow(Part, frozen=True, kw_only=True):
    """One line of the bill; ``basis`` is the text that sets the price."""

    label_vi: str
    quantity: int
    unit_price_vnd: int
    amount_vnd: int
    unit: str = ""
    basis: str = ""


class FeeReceipt(Content, frozen=True, kw_only=True):
    """Money taken, or given back (``verb`` = đã hoàn trả). Source: Luật Phí và lệ phí 97/2015/QH13, Điều 14."""

    desk: str
    payer_name: str
    amount_vnd: int
    total_vnd: int
    method: str
    paid_at: datetime
    collector_name: str
    title: str = "Biên lai thu phí, lệ phí"
    verb: str = "đã nộp"
    payer_address: str = ""
    dossier_code: str = ""
    reason: str = ""
    lines: list[FeeRow] = []
    exempt_ground: str = ""

    def derived(self) -> dict[str, str]:
        return {"amount_in_words": money_in_words(self.amount_vnd)}
