"""Are the rows what history says they are, and are codes and books whole?"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import msgspec
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from motcua.dossiers.events import Snapshot
from motcua.dossiers.models import Dossier
from motcua.kernel.faults import Fault
from motcua.kernel.models import LedgerEntry, NumberSeries
from motcua.kernel.numbers import verify_series

_CHUNK = 500
_COLUMNS = ("code", "revision", *Snapshot.__struct_fields__)


def verify_rows(progress: Callable[[int], None] = lambda count: None) -> Iterator[Fault]:
    """Compare every dossier with the last entry of its ledger, and the numbers given out with those in use.

    Streams: memory does not grow with the number of dossiers.

    Args:
        progress: told now and then how many dossiers have been read.
    """
    rows = Dossier.objects.order_by("pk").values(*_COLUMNS).iterator(_CHUNK)
    seen = 0
    while chunk := list(islice(rows, _CHUNK)):
        last = _last_entries([f"dossier:{row['code']}" for row in chunk])
        for row in chunk:
            yield from _compare(row, last.get(f"dossier:{row['code']}"))
        seen += len(chunk)
        progress(seen)
    yield from _rows_gone()
    yield from _codes_whole()
    yield from _books_whole()


def _last_entries(streams: list[str]) -> dict[str, tuple[int, Snapshot]]:
    later = LedgerEntry.objects.filter(stream=OuterRef("stream"), sequence__gt=OuterRef("sequence"))
    entries = LedgerEntry.objects.filter(~Exists(later), stream__in=streams)
    return {
        stream: (sequence, msgspec.convert(payload["after"], Snapshot))
        for stream, sequence, payload in entries.values_list("stream", "sequence", "payload")
    }


def _compare(row: dict[str, Any], entry: tuple[int, Snapshot] | None) -> Iterator[Fault]:
    code = row["code"]
    subject = f"dossier:{code}"
    if entry is None:
        yield Fault(subject, _("Hồ sơ %(code)s không có trong sổ cái.") % {"code": code})
        return
    sequence, after = entry
    differing = [name for name in Snapshot.__struct_fields__ if getattr(after, name) != row[name]]
    if differing:
        labels = ", ".join(_label(name) for name in differing)
        yield Fault(
            subject,
            _("Hồ sơ %(code)s đã bị sửa ngoài sổ cái: %(columns)s.") % {"code": code, "columns": labels},
        )
    if sequence != row["revision"]:
        words = {"code": code, "row": row["revision"], "ledger": sequence}
        yield Fault(subject, _("Hồ sơ %(code)s ghi lần %(row)d, sổ cái ghi lần %(ledger)d.") % words)


def _label(name: str) -> str:
    return str(Dossier._meta.get_field(name.removesuffix("_id")).verbose_name)  # type: ignore[union-attr]


def _rows_gone() -> Iterator[Fault]:
    """Histories whose dossier has been removed."""
    first = LedgerEntry.objects.filter(stream__startswith="dossier:", sequence=1).order_by("stream")
    streams = first.values_list("stream", flat=True).iterator(_CHUNK)
    while chunk := list(islice(streams, _CHUNK)):
        codes = {stream.removeprefix("dossier:") for stream in chunk}
        there = set(Dossier.objects.filter(code__in=codes).values_list("code", flat=True))
        for code in sorted(codes - there):
            yield Fault(
                f"dossier:{code}", _("Hồ sơ %(code)s còn trong sổ cái nhưng đã mất.") % {"code": code}
            )


def _codes_whole() -> Iterator[Fault]:
    """Codes of one agency and day run from 1 without a gap to the last number given out."""
    codes = Dossier.objects.order_by("code").values_list("code", flat=True).iterator(_CHUNK)
    yield from verify_series("dossier:", (_series(code) for code in codes))


def _series(code: str) -> tuple[str, int]:
    """``H13.58.12-261123-0008`` → ``dossier:H13.58.12:261123``, 8."""
    agency, stamp, number = code.rsplit("-", 2)
    return f"dossier:{agency}:{stamp}", int(number)


def _books_whole() -> Iterator[Fault]:
    """Lines of each unit's book run from 1 without a gap, year by year."""
    lines = Dossier.objects.exclude(book_sequence=None)
    begun = NumberSeries.objects.filter(series__startswith="book:", series__contains=":dossiers:")
    units = {int(series.split(":")[1]) for series in begun.values_list("series", flat=True)}
    for unit in sorted(units | set(lines.values_list("received_unit", flat=True).distinct())):
        rows = lines.filter(received_unit=unit).order_by("book_number", "book_sequence")
        taken = rows.values_list("book_number", "book_sequence").iterator(_CHUNK)
        prefix = f"book:{unit}:dossiers:"
        yield from verify_series(
            prefix, ((f"{prefix}{book.partition('/')[2]}", line or 0) for book, line in taken)
        )
