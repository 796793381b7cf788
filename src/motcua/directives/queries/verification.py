"""Are directives and tasks what their history says they are?"""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from motcua.directives.models import Directive, Task
from motcua.directives.queries.ledger_ends import last_entries
from motcua.directives.task_states import State
from motcua.kernel.faults import Fault
from motcua.kernel.models import LedgerEntry

_CHUNK = 500
Row = TypeVar("Row", Directive, Task)


def verify_rows() -> Iterator[Fault]:
    """Compare every directive and every assigned task with the last entry of its history."""
    yield from _verify(Directive.objects.order_by("pk"))
    yield from _verify(Task.objects.exclude(state=State.PLANNED).order_by("pk"))
    yield from _gone("directive", Directive.objects.all())
    yield from _gone("task", Task.objects.all())


def _verify(rows: "QuerySet[Row]") -> Iterator[Fault]:
    found = rows.iterator(_CHUNK)
    while chunk := list(islice(found, _CHUNK)):
        last = last_entries([row.stream for row in chunk])
        for row in chunk:
            yield from _compare(row, last.get(row.stream))


def _compare(row: Directive | Task, entry: LedgerEntry | None) -> Iterator[Fault]:
    if entry is None:
        yield Fault(row.stream, _("%(row)s không có trong sổ cái.") % {"row": row})
        return
    facts = entry.payload["after"]
    differing = [name for name, value in row.snapshot().items() if facts.get(name) != value]
    if differing:
        words = {"row": row, "columns": ", ".join(_label(row, name) for name in differing)}
        yield Fault(row.stream, _("%(row)s đã bị sửa ngoài sổ cái: %(columns)s.") % words)


def _label(row: Directive | Task, name: str) -> str:
    return str(row._meta.get_field(name.removesuffix("_id")).verbose_name)  # type: ignore[union-attr]


def _gone(kind: str, rows: "QuerySet[Directive] | QuerySet[Task]") -> Iterator[Fault]:
    """Histories whose row has been removed."""
    first = LedgerEntry.objects.filter(stream__startswith=f"{kind}:", sequence=1).order_by("stream")
    streams = first.values_list("stream", flat=True).iterator(_CHUNK)
    while chunk := list(islice(streams, _CHUNK)):
        known = {int(stream.partition(":")[2]) for stream in chunk}
        there = set(rows.filter(pk__in=known).values_list("pk", flat=True))
        for pk in sorted(known - there):
            words = {"what": rows.model._meta.verbose_name, "number": pk}
            yield Fault(f"{kind}:{pk}", _("Sổ cái còn %(what)s số %(number)d nhưng không thấy nữa.") % words)
