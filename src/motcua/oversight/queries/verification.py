"""Are rounds, certificates, inspections and blocks what their history says they are?"""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from motcua.kernel.faults import Fault
from motcua.kernel.models import LedgerEntry
from motcua.oversight.models import AwardDecision, AwardRound, BacklogBlock, Inspection

_CHUNK = 500
Row = TypeVar("Row", AwardRound, Inspection, BacklogBlock)


def verify_rows() -> Iterator[Fault]:
    """Compare every row with the last entry of its history, and every certificate with the decision's entry."""
    yield from _verify(AwardRound.objects.order_by("pk"))
    yield from _verify(Inspection.objects.order_by("pk"))
    yield from _verify(BacklogBlock.objects.order_by("pk"))
    yield from _gone("award_round", AwardRound.objects.all())
    yield from _gone("inspection", Inspection.objects.all())
    yield from _gone("backlog", BacklogBlock.objects.all())
    for decision in AwardDecision.objects.select_related("round").order_by("pk").iterator(_CHUNK):
        yield from _certificates(decision)


def _verify(rows: "QuerySet[Row]") -> Iterator[Fault]:
    found = rows.iterator(_CHUNK)
    while chunk := list(islice(found, _CHUNK)):
        last = _last_entries([row.stream for row in chunk])
        for row in chunk:
            yield from _compare(row, last.get(row.stream))


def _last_entries(streams: list[str]) -> dict[str, LedgerEntry]:
    later = LedgerEntry.objects.filter(stream=OuterRef("stream"), sequence__gt=OuterRef("sequence"))
    return {entry.stream: entry for entry in LedgerEntry.objects.filter(~Exists(later), stream__in=streams)}


def _compare(row: AwardRound | Inspection | BacklogBlock, entry: LedgerEntry | None) -> Iterator[Fault]:
    if entry is None:
        yield Fault(row.stream, _("%(row)s không có trong sổ cái.") % {"row": row})
        return
    facts = entry.payload["after"]
    differing = [name for name, value in row.snapshot().items() if facts.get(name) != value]
    if differing:
        names = [str(row._meta.get_field(name.removesuffix("_id")).verbose_name) for name in differing]  # type: ignore[union-attr]
        words = {"row": row, "columns": ", ".join(names)}
        yield Fault(row.stream, _("%(row)s đã bị sửa ngoài sổ cái: %(columns)s.") % words)


def _gone(
    kind: str, rows: "QuerySet[AwardRound] | QuerySet[Inspection] | QuerySet[BacklogBlock]"
) -> Iterator[Fault]:
    """Histories whose row has been removed."""
    first = LedgerEntry.objects.filter(stream__startswith=f"{kind}:", sequence=1).order_by("stream")
    streams = first.values_list("stream", flat=True).iterator(_CHUNK)
    while chunk := list(islice(streams, _CHUNK)):
        known = {int(stream.partition(":")[2]) for stream in chunk}
        there = set(rows.filter(pk__in=known).values_list("pk", flat=True))
        for pk in sorted(known - there):
            words = {"what": rows.model._meta.verbose_name, "number": pk}
            yield Fault(f"{kind}:{pk}", _("Sổ cái còn %(what)s số %(number)d nhưng không thấy nữa.") % words)


def _certificates(decision: AwardDecision) -> Iterator[Fault]:
    """Each certificate that the decision gave must still be there, for the same recipient."""
    entry = LedgerEntry.objects.filter(stream=decision.round.stream, verb="decide").first()
    given = dict(entry.payload["details"]["certificates"]) if entry else {}
    there = {row.code: row.recipient for row in decision.commendations.all()}
    for code in sorted(given.keys() | there.keys()):
        if given.get(code) != there.get(code):
            words = {"code": code, "number": decision.number}
            yield Fault(
                decision.round.stream,
                _("Giấy khen số %(code)s của Quyết định %(number)s không như trong sổ cái.") % words,
            )
