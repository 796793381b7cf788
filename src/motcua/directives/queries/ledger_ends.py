"""The newest line of many histories at once."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef

from motcua.kernel.models import LedgerEntry


def last_entries(streams: Collection[str]) -> dict[str, LedgerEntry]:
    """Return the last entry of each stream that has one."""
    later = LedgerEntry.objects.filter(stream=OuterRef("stream"), sequence__gt=OuterRef("sequence"))
    return {entry.stream: entry for entry in LedgerEntry.objects.filter(~Exists(later), stream__in=streams)}
