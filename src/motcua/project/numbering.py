"""Which rows bear the numbers of which series: for ``motcua verify``, to find a gap or a repetition."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from motcua.directives.models import Directive
from motcua.documents.models import BookKind, Paper
from motcua.dossiers.models import Dossier
from motcua.initiatives.models import Initiative
from motcua.kernel.faults import Fault
from motcua.kernel.models import NumberSeries
from motcua.kernel.numbers import verify_series
from motcua.oversight.models import AwardDecision, Commendation
from motcua.payments.models import Receipt

Taken = Iterator[tuple[str, int]]
#: Papers whose number is a line of the book of outgoing texts, beside those with a row of their own.
NUMBERED_HERE = ("award_submission", "model_report", "inspection_decision", "inspection_conclusion")
FIRST_NUMBER = re.compile(r"\d+")


def verify_numbers() -> Iterator[Fault]:
    """Compare every number that was given out with the row that bears it."""
    yield from verify_series("dossier:", dossier_codes())
    yield from verify_series("initiative:", initiative_codes())
    yield from verify_series("receipt:", receipts())
    yield from verify_series("paper:", papers())
    yield from chain.from_iterable(map(verify_book, books()))


def dossier_codes() -> Taken:
    """``H13.58.12-261123-0008`` bears number 8 of ``dossier:H13.58.12:261123``."""
    for code in Dossier.objects.order_by("code").values_list("code", flat=True).iterator():
        agency, stamp, number = code.rsplit("-", 2)
        yield f"dossier:{agency}:{stamp}", int(number)


def initiative_codes() -> Taken:
    """``SK-2026-007`` bears number 7 of ``initiative:2026``."""
    for code in Initiative.objects.order_by("year", "code").values_list("code", flat=True).iterator():
        _prefix, year, number = code.split("-")
        yield f"initiative:{year}", int(number)


def receipts() -> Taken:
    rows = Receipt.objects.order_by("unit", "year", "number").values_list("unit", "year", "number")
    for unit, year, number in rows.iterator():
        yield f"receipt:{unit}:{year}", int(number)


def papers() -> Taken:
    """Papers with a series of their own; those numbered from a book stand there."""
    rows = Paper.objects.exclude(series="").order_by("unit", "series", "year", "pk")
    for unit, series, year, number in rows.values_list("unit", "series", "year", "number").iterator():
        yield f"paper:{unit}:{series}:{year}", int(FIRST_NUMBER.findall(number)[0])


def books() -> Iterator[str]:
    """The books of dossiers, outgoing texts and commendations; others are filled by hand and by papers."""
    books = NumberSeries.objects.filter(series__startswith="book:").values_list("series", flat=True)
    return (series for series in books if series.split(":")[2] in LINES)


def verify_book(series: str) -> Iterator[Fault]:
    _book, unit, kind, year = series.split(":")
    numbers = LINES[kind](int(unit), year)
    return verify_series(series, ((series, number) for number in numbers if number is not None))


def dossier_lines(unit_id: int, year: str) -> Iterable[int | None]:
    lines = Dossier.objects.filter(received_unit_id=unit_id, book_number__endswith=f"/{year}")
    return lines.order_by("book_sequence").values_list("book_sequence", flat=True)


def outgoing_lines(unit_id: int, year: str) -> Iterable[int | None]:
    """Directives, decisions, lists submitted, notices and reports share one book of outgoing texts."""
    book = {"book_number__endswith": f"/{year}"}
    lines = [*Directive.objects.filter(issuer=unit_id, **book).values_list("book_sequence", flat=True)]
    lines += AwardDecision.objects.filter(unit=unit_id, **book).values_list("book_sequence", flat=True)
    others = Paper.objects.filter(kind__in=NUMBERED_HERE, unit=unit_id, year=year)
    lines += [int(FIRST_NUMBER.findall(number)[0]) for number in others.values_list("number", flat=True)]
    return sorted(line for line in lines if line is not None)


def award_lines(unit_id: int, year: str) -> Iterable[int | None]:
    lines = Commendation.objects.filter(unit=unit_id, book_number__endswith=f"/{year}")
    return lines.order_by("book_sequence").values_list("book_sequence", flat=True)


#: What fills the lines of a book of this kind, for a unit and a year.
LINES: dict[str, Callable[[int, str], Iterable[int | None]]] = {
    BookKind.DOSSIERS: dossier_lines,
    BookKind.OUTGOING: outgoing_lines,
    BookKind.AWARDS: award_lines,
}
