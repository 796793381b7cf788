"""Are initiatives what their history says they are?"""

from collections.abc import Iterator
from itertools import islice

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from motcua.initiatives.models import Initiative
from motcua.kernel.faults import Fault
from motcua.kernel.models import LedgerEntry

_CHUNK = 500


def verify_rows() -> Iterator[Fault]:
    """Compare every initiative with the last entry of its history, and look for histories whose row is gone."""
    rows = Initiative.objects.order_by("pk").iterator(_CHUNK)
    while chunk := list(islice(rows, _CHUNK)):
        last = _last_entries([row.stream for row in chunk])
        for row in chunk:
            yield from _compare(row, last.get(row.stream))
    yield from _gone()


def _compare(row: Initiative, entry: LedgerEntry | None) -> Iterator[Fault]:
    if entry is None:
        yield Fault(row.stream, _("%(row)s không có trong sổ cái.") % {"row": row})
        return
    facts = entry.payload["after"]
    differing = [name for name, value in row.snapshot().items() if facts.get(name) != value]
    if differing:
        words = {"row": row, "columns": ", ".join(map(_label, differing))}
        yield Fault(row.stream, _("%(row)s đã bị sửa ngoài sổ cái: %(columns)s.") % words)


def _label(name: str) -> str:
    return str(Initiative._meta.get_field(name.removesuffix("_id")).verbose_name)  # type: ignore[union-attr]


def _last_entries(streams: list[str]) -> dict[str, LedgerEntry]:
    later = LedgerEntry.objects.filter(stream=OuterRef("stream"), sequence__gt=OuterRef("sequence"))
    return {entry.stream: entry for entry in LedgerEntry.objects.filter(~Exists(later), stream__in=streams)}


def _gone() -> Iterator[Fault]:
    first = LedgerEntry.objects.filter(stream__startswith="initiative:", sequence=1).order_by("stream")
    streams = first.values_list("stream", flat=True).iterator(_CHUNK)
    while chunk := list(islice(streams, _CHUNK)):
        known = {int(stream.partition(":")[2]) for stream in chunk}
        there = set(Initiative.objects.filter(pk__in=known).values_list("pk", flat=True))
        for pk in sorted(known - there):
            yield Fault(
                f"initiative:{pk}",
                _("Sổ cái còn sáng kiến số %(number)d nhưng không thấy nữa.") % {"number": pk},
            )
