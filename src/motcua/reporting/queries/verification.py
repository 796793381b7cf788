"""Are reports what their history says they are?"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_gone
from motcua.kernel.models import LedgerEntry
from motcua.reporting.models import Report, ReportVersion

_CHUNK = 500


def verify_rows() -> Iterator[Fault]:
    """Compare every version with the last entry of its history, and look for reports that were removed.

    Entries older than ``content`` in the snapshot say nothing of the figures; of these the rest is compared.
    """
    reports = Report.objects.order_by("pk").iterator(_CHUNK)
    while chunk := list(islice(reports, _CHUNK)):
        kept = _kept([report.stream for report in chunk])
        for report in chunk:
            for version in report.versions.order_by("number"):
                yield from _compare(report, version, kept.get((report.stream, version.number)))
    yield from verify_gone(Report.objects.all())


def _kept(streams: list[str]) -> dict[tuple[str, int], dict[str, Any]]:
    """What each version was after the last act on it."""
    entries = LedgerEntry.objects.filter(stream__in=streams).order_by("stream", "sequence")
    facts = ((entry.stream, entry.payload["after"]) for entry in entries)
    return {(stream, after["number"]): after for stream, after in facts}


def _compare(report: Report, version: ReportVersion, kept: dict[str, Any] | None) -> Iterator[Fault]:
    words = {"row": report, "number": version.number}
    if kept is None:
        yield Fault(report.stream, _("%(row)s, lần %(number)d không có trong sổ cái.") % words)
        return
    now = version.snapshot()
    if any(now.get(name) != value for name, value in kept.items()):
        yield Fault(report.stream, _("%(row)s, lần %(number)d đã bị sửa ngoài sổ cái.") % words)
