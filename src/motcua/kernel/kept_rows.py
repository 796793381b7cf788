"""Rows with a history: what one is after each act stands in the ledger, so that a change outside it is found."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from motcua.kernel import ledger
from motcua.kernel.faults import Fault
from motcua.kernel.models import LedgerEntry

CHUNK = 500
#: The name under which a snapshot bears a hash of all that the row and its parts say.
CONTENT = "content"


class KeptRow(Protocol):
    """A row with a stream of its own; each entry keeps what the row was after it (``after``)."""

    @property
    def stream(self) -> str: ...

    def snapshot(self) -> dict[str, Any]: ...


def verify_kept(rows: "QuerySet[Any]", *, ends: Collection[str] = ()) -> Iterator[Fault]:
    """Compare rows with the last entries of their histories, and look for histories whose row is gone.

    Args:
        rows: all of a model, or those that have a history already.
        ends: verbs that take a row away; a history that ends so has no row any more.
    """
    yield from verify_known(rows)
    yield from verify_gone(rows.model._default_manager.all(), ends=ends)


def verify_known(rows: "QuerySet[Any]") -> Iterator[Fault]:
    """Compare rows with the last entries of their histories; memory does not grow with their number.

    An entry of a time when less was kept says nothing of the rest: only what it names is compared.
    """
    found = rows.order_by("pk").iterator(CHUNK)
    while chunk := list(islice(found, CHUNK)):
        last = ledger.last_entries([row.stream for row in chunk])
        for row in chunk:
            yield from _compare(row, last.get(row.stream))


def _compare(row: Any, entry: LedgerEntry | None) -> Iterator[Fault]:
    if entry is None:
        yield Fault(row.stream, _("%(row)s không có trong sổ cái.") % {"row": row})
        return
    facts = entry.payload.get("after", entry.payload)
    differing = [name for name, value in row.snapshot().items() if facts.get(name, value) != value]
    if differing:
        words = {"row": row, "columns": ", ".join(_label(row, name) for name in differing)}
        yield Fault(row.stream, _("%(row)s đã bị sửa ngoài sổ cái: %(columns)s.") % words)


def _label(row: Any, name: str) -> str:
    if name == CONTENT:
        return _("nội dung")
    return str(row._meta.get_field(name.removesuffix("_id")).verbose_name)


def verify_gone(rows: "QuerySet[Any]", *, ends: Collection[str] = ()) -> Iterator[Fault]:
    """Look for histories whose row has been removed; streams of the model are named ``<kind>:<key>``."""
    kind = rows.model(pk=0).stream.partition(":")[0]
    first = LedgerEntry.objects.filter(stream__startswith=f"{kind}:", sequence=1).order_by("stream")
    streams = first.values_list("stream", flat=True).iterator(CHUNK)
    while chunk := list(islice(streams, CHUNK)):
        known = {int(stream.partition(":")[2]) for stream in chunk}
        gone = known - set(rows.filter(pk__in=known).values_list("pk", flat=True))
        if ends and gone:
            last = ledger.last_entries([f"{kind}:{pk}" for pk in gone])
            gone = {pk for pk in gone if last[f"{kind}:{pk}"].verb not in ends}
        for pk in sorted(gone):
            words = {"what": rows.model._meta.verbose_name, "number": pk}
            yield Fault(f"{kind}:{pk}", _("Sổ cái còn %(what)s số %(number)d nhưng không thấy nữa.") % words)
