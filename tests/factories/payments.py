"""Assessments and bills for tests of payments."""

from motcua.catalogue.fees import FeeAssessment, FeeLine
from motcua.organisation.access import Officer
from motcua.payments import services
from motcua.payments.models import Bill
from tests.factories.documents import MORNING

SUBJECT = "H13.58.12-261123-0008"


def line(amount_vnd: int | None, quantity: int = 1) -> FeeLine:
    """One certified copy, at a price of its own."""
    total = None if amount_vnd is None else amount_vnd * quantity
    return FeeLine(
        item="copies",
        label_vi="Chứng thực bản sao từ bản chính",
        unit="copy",
        unit_vi="bản",
        quantity=quantity,
        unit_price_vnd=amount_vnd,
        amount_vnd=total,
        full_vnd=total,
        basis="Thông tư 226/2016/TT-BTC",
    )


def assessment(*amounts_vnd: int | None, **changes: object) -> FeeAssessment:
    """What the catalogue says: one line for each amount; None is an amount that the province has not told."""
    lines = tuple(line(amount) for amount in amounts_vnd)
    return FeeAssessment(
        **{
            "lines": lines,
            "exempt_group": "",
            "exempt_ground": "",
            "total_vnd": sum(amount or 0 for amount in amounts_vnd),
            "unknown": None in amounts_vnd,
            **changes,
        }
    )


def assessed(by: Officer, *amounts_vnd: int | None, **changes: object) -> Bill:
    """A bill of the officer's unit."""
    return services.assess_bill(
        unit_id=by.unit_id, subject=SUBJECT, assessment=assessment(*amounts_vnd, **changes), by=by, at=MORNING
    )
