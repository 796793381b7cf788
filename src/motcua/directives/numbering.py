"""Numbers of directives: from the issuer's book of outgoing texts, one series for all kinds, anew each year.

Source: Nghị định 30/2020/NĐ-CP, art. 15(1) (numbers by year, each number with its symbol unique in the year).
"""

from datetime import date
from typing import NamedTuple

from motcua.directives.models import Directive
from motcua.documents.models import BookKind
from motcua.documents.services import next_in_book


class Number(NamedTuple):
    """A line of the book and the number as printed: ``07/UBND-NV``."""

    book_no: str
    sequence: int
    text: str


def take_number(directive: Directive, *, on: date) -> Number:
    """Take the next number that no text of this unit and year bears yet.

    A text signed on paper and entered here has its number already. When the book comes to that number, the line
    is given to that text, so that the book stays without a gap and no number comes twice.
    """
    while True:
        line = next_in_book(unit_id=directive.issuer_id, kind=BookKind.OUTGOING, on=on)
        number = Number(line.book_no, line.seq, f"{line.seq:02}/{directive.symbol}")
        bearer = Directive.objects.filter(
            issuer=directive.issuer, year=on.year, number=number.text, book_sequence=None
        ).order_by("pk").first()  # fmt: skip
        if bearer is None:
            return number
        Directive.objects.filter(pk=bearer.pk).update(book_sequence=line.seq, book_number=line.book_no)
