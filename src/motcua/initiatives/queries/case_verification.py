"""Are answers and entered cases what their history says they are?"""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from motcua.initiatives.models import Adoption, ModelCase
from motcua.kernel.faults import Fault
from motcua.kernel.models import LedgerEntry

_CHUNK = 500
Row = TypeVar("Row", Adoption, ModelCase)


def verify_cases() -> Iterator[Fault]:
    """Compare every answer and every case with the last entry of its history; find those that were erased."""
    yield from _verify(Adoption.objects.order_by("pk"))
    yield from _verify(ModelCase.objects.order_by("pk"))
    yield from _gone("adoption", Adoption.objects.all())
    yield from _gone("model_case", ModelCase.objects.all())


def _verify(rows: "QuerySet[Row]") -> Iterator[Fault]:
    found = rows.iterator(_CHUNK)
    while chunk := list(islice(found, _CHUNK)):
        last = _last_entries([row.stream for row in chunk])
        for row in chunk:
            entry = last.get(row.stream)
            if entry is None:
                yield Fault(row.stream, _("%(row)s không có trong sổ cái.") % {"row": row})
                continue
            facts = entry.payload["after"]
            differing = [name for name, value in row.snapshot().items() if facts.get(name) != value]
            if differing:
                words = {"row": row, "columns": ", ".join(_label(row, name) for name in differing)}
                yield Fault(row.stream, _("%(row)s đã bị sửa ngoài sổ cái: %(columns)s.") % words)


def _label(row: Adoption | ModelCase, name: str) -> str:
    return str(row._meta.get_field(name.removesuffix("_id")).verbose_name)  # type: ignore[union-attr]


def _last_entries(streams: list[str]) -> dict[str, LedgerEntry]:
    later = LedgerEntry.objects.filter(stream=OuterRef("stream"), sequence__gt=OuterRef("sequence"))
    return {entry.stream: entry for entry in LedgerEntry.objects.filter(~Exists(later), stream__in=streams)}


def _gone(kind: str, rows: "QuerySet[Adoption] | QuerySet[ModelCase]") -> Iterator[Fault]:
    """Histories whose row has been removed."""
    first = LedgerEntry.objects.filter(stream__startswith=f"{kind}:", sequence=1).order_by("stream")
    streams = first.values_list("stream", flat=True).iterator(_CHUNK)
    while chunk := list(islice(streams, _CHUNK)):
        known = {int(stream.partition(":")[2]) for stream in chunk}
        there = set(rows.filter(pk__in=known).values_list("pk", flat=True))
        for pk in sorted(known - there):
            words = {"what": rows.model._meta.verbose_name, "number": pk}
            yield Fault(f"{kind}:{pk}", _("Sổ cái còn %(what)s số %(number)d nhưng không thấy nữa.") % words)
