from datetime import date
from typing import NamedTuple

from django.db import transaction

from motcua.documents.models import Book, BookKind
from motcua.kernel.memory import kept_until_change
from motcua.kernel.numbers import next_number


class BookLine(NamedTuple):
    """Where something is entered: book (quyển số, ``01/2026``) and sequence (số thứ tự)."""

    book_no: str
    seq: int


@transaction.atomic(savepoint=False)
def next_in_book(*, unit_id: int, kind: BookKind | str, on: date) -> BookLine:
    """Take the next line of a unit's book; each year begins a new book at 1, and no line is given out twice.

    The line is taken for good when the surrounding transaction commits, and not at all when it fails.
    """
    kind = BookKind(kind)
    title = _title(unit_id, kind, on.year) or _open(unit_id, kind, on.year).title
    return BookLine(title, next_number(f"book:{unit_id}:{kind}:{on.year}"))


@kept_until_change
def _title(unit_id: int, kind: BookKind, year: int) -> str:
    """How papers cite the book; empty while nobody has opened it."""
    book = Book.objects.filter(unit_id=unit_id, kind=kind, year=year, number=1).first()
    return book.title if book else ""


def _open(unit_id: int, kind: BookKind, year: int) -> Book:
    return Book.objects.get_or_create(unit_id=unit_id, kind=kind, year=year, number=1)[0]
