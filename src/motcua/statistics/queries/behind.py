"""The dossiers behind a figure."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, QuerySet

from motcua.dossiers.models import Dossier
from motcua.statistics.figures import FIGURES, overdue_now
from motcua.statistics.periods import Period


def behind(
    figure: str, unit_ids: Collection[int], period: Period, *, now: datetime, field: str = ""
) -> QuerySet[Dossier]:
    """Return the dossiers that a figure counts; their number is the figure.

    Args:
        figure: a key of ``motcua.statistics.figures.FIGURES``.
        field: one field of work; "" for all.
    """
    rows = Dossier.objects.filter(FIGURES[figure].behind(period, now), unit_id__in=unit_ids)
    return rows.filter(field=field) if field else rows


def overdue_by_field(unit_ids: Collection[int], *, now: datetime) -> dict[str, int]:
    """Count the dossiers that are late now, by field of work."""
    rows = Dossier.objects.filter(overdue_now(now), unit_id__in=unit_ids)
    return dict(rows.values_list("field").annotate(Count("pk")))
