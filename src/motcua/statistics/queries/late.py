"""Which dossiers are late now, where they lie, and what was written down as the reason."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Concat

from motcua.dossiers.models import Dossier
from motcua.kernel.models import LedgerEntry
from motcua.statistics.figures import overdue_now
from motcua.statistics.measures import local_day
from motcua.statistics.queries.places import Places

REASONS = "note", "apologise", "extend_limit", "send_back"


@dataclass(frozen=True, slots=True)
class LateDossier:
    """One dossier whose promised instant has passed; ``reason`` is "" when nobody has written one."""

    dossier: Dossier
    place: str
    reason: str


def late_dossiers(unit_ids: Collection[int], *, now: datetime, limit: int) -> list[LateDossier]:
    """Return the dossiers that have been late longest."""
    written = LedgerEntry.objects.filter(
        stream=Concat(Value("dossier:"), OuterRef("code")), verb__in=REASONS
    ).order_by("-sequence")
    rows = (
        Dossier.objects.filter(overdue_now(now), unit_id__in=unit_ids)
        .select_related("version", "case", "unit")
        .defer("version__content", "answers")
        .annotate(written=Subquery(written.values("payload")[:1]))
        .order_by("due_at", "pk")
    )
    found = list(rows[:limit])
    places = Places(found, on=local_day(now))
    return [LateDossier(one, places.of(one), _reason(one)) for one in found]


def late_places(unit_ids: Collection[int], *, now: datetime) -> list[str]:
    """Name the offices where late dossiers lie, those with most of them first."""
    rows = Dossier.objects.filter(overdue_now(now), unit_id__in=unit_ids)
    late = list(rows.select_related("case").only("state", "case")[:1000])
    places = Places(late, on=local_day(now))
    names = [name for name in map(places.of, late) if name]
    return sorted(set(names), key=lambda name: (-names.count(name), name))


def _reason(dossier: Dossier) -> str:
    details = (getattr(dossier, "written", None) or {}).get("details", {})
    return str(details.get("reason") or details.get("text") or details.get("note") or "")
