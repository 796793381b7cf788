"""Are duties to report and reports what their history says they are?"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _

from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_gone, verify_known
from motcua.kernel.ledger import last_entries
from motcua.kernel.models import LedgerEntry
from motcua.reporting.models import Obligation, Report, ReportVersion

_CHUNK = 500


def verify_rows() -> Iterator[Fault]:
    """Compare every duty and every version of a report with the last entry of its history, and look for what is gone.

    An entry of a time when less was kept says nothing of the rest: only what it names is compared.
    """
    yield from verify_known(Obligation.objects.exclude(pk__in=_passed_on_unwritten()))
    yield from verify_gone(Obligation.objects.all())
    reports = Report.objects.order_by("pk").prefetch_related("versions__corrections").iterator(_CHUNK)
    while chunk := list(islice(reports, _CHUNK)):
        kept = _kept([report.stream for report in chunk])
        for report in chunk:
            yield from _versions(report, kept.get(report.stream, {}))
    yield from verify_gone(Report.objects.all())


def _passed_on_unwritten() -> list[int]:
    """Duties that ended with their unit before the ledger was told so; the end adds nothing to the unit's own."""
    ended_with_unit = Q(ends_on=F("unit__valid_to")) | Q(
        ends_on=F("starts_on"), unit__valid_to__lt=F("ends_on")
    )
    rows = list(Obligation.objects.filter(ended_with_unit, ended_at=None))
    last = last_entries([row.stream for row in rows])
    return [
        row.pk for row in rows if row.stream in last and last[row.stream].payload["after"]["ends_on"] is None
    ]


def _versions(report: Report, kept: dict[int, dict[str, Any]]) -> Iterator[Fault]:
    there = {version.number: version for version in report.versions.all()}
    for number in sorted(there.keys() | kept.keys()):
        if number in there:
            there[number].report = report
            yield from _compare(report, there[number], kept.get(number))
        else:
            words = {"row": report, "number": number}
            yield Fault(
                report.stream, _("%(row)s, lần %(number)d còn trong sổ cái nhưng không thấy nữa.") % words
            )


def _kept(streams: list[str]) -> dict[str, dict[int, dict[str, Any]]]:
    """What each version of each report was after the last act on it."""
    found: dict[str, dict[int, dict[str, Any]]] = {}
    entries = LedgerEntry.objects.filter(stream__in=streams).order_by("stream", "sequence")
    for stream, payload in entries.values_list("stream", "payload"):
        after = payload["after"]
        found.setdefault(stream, {})[after["number"]] = after
    return found


def _compare(report: Report, version: ReportVersion, kept: dict[str, Any] | None) -> Iterator[Fault]:
    words = {"row": report, "number": version.number}
    if kept is None:
        yield Fault(report.stream, _("%(row)s, lần %(number)d không có trong sổ cái.") % words)
        return
    now = version.snapshot()
    if any(now.get(name) != value for name, value in kept.items()):
        yield Fault(report.stream, _("%(row)s, lần %(number)d đã bị sửa ngoài sổ cái.") % words)
