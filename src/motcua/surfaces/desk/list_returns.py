"""Results on the shelf: who they are for, how they go out, what is still owed, how long they have waited."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from django.db.models import IntegerField, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from motcua.dossiers.access import visible_to
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import rows_of
from motcua.dossiers.states import TRANSITIONS
from motcua.organisation.access import Officer
from motcua.payments.models import Receipt
from motcua.surfaces.desk import list_links
from motcua.surfaces.desk.work_rows import Row, rows

SIZE = 30
UNCLAIMED_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page begins: after this result."""

    finished_at: datetime
    pk: int

    @classmethod
    def read(cls, text: str) -> Self | None:
        at, _comma, pk = text.partition(",")
        try:
            return cls(datetime.fromtimestamp(float(at), timezone.get_current_timezone()), int(pk))
        except (ValueError, OverflowError, OSError):
            return None

    def __str__(self) -> str:
        return f"{self.finished_at.timestamp():.6f},{self.pk}"


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One result: ``owed_vnd`` must be paid before it is handed over; ``fee_unknown``: nobody knows yet how much."""

    row: Row
    applicant_name: str
    phone: str
    return_channel: str
    return_address: str
    finished_at: datetime
    owed_vnd: int
    fee_unknown: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page: what has waited for more than a week, and what is fresh; ``after``: the next page or ""."""

    unclaimed: list[OnShelf]
    fresh: list[OnShelf]
    after: str
    is_first: bool


def may_return(officer: Officer) -> bool:
    return officer.has(*TRANSITIONS["return_result"].owners)


def page(officer: Officer, mark: Mark | None, *, now: datetime) -> Shelf:
    """Return a page of the shelf, the longest waiting first."""
    paid = Receipt.objects.filter(bill=OuterRef("bill")).values("bill").annotate(sum=Sum("amount_vnd"))
    zero = Value(0, output_field=IntegerField())
    seen = (
        visible_to(officer)
        .filter(unit=officer.unit_id)
        .waiting_for_return()
        .annotate(paid_vnd=Coalesce(Subquery(paid.values("sum")), zero))
        .select_related("bill")
        .defer("answers")
        .order_by("finished_at", "pk")
    )
    if mark is not None:
        seen = seen.filter(
            Q(finished_at__gt=mark.finished_at) | Q(finished_at=mark.finished_at, pk__gt=mark.pk)
        )
    found = list(seen[: SIZE + 1])
    items = _items(found[:SIZE], officer, now=now)
    last = found[SIZE - 1] if len(found) > SIZE else None
    next_mark = Mark(last.finished_at, last.pk) if last and last.finished_at else None
    return Shelf(
        unclaimed=[item for item in items if now - item.finished_at >= UNCLAIMED_AFTER],
        fresh=[item for item in items if now - item.finished_at < UNCLAIMED_AFTER],
        after=f"?{list_links.MARK}={next_mark}" if next_mark else "",
        is_first=mark is None,
    )


def _items(found: list[Dossier], officer: Officer, *, now: datetime) -> list[OnShelf]:
    shown = rows(rows_of([dossier.pk for dossier in found]), officer, now=now)
    return [
        OnShelf(
            row=row,
            applicant_name=dossier.applicant_name,
            phone=dossier.contact_phone,
            return_channel=dossier.return_channel,
            return_address=dossier.return_address,
            finished_at=dossier.finished_at or now,
            owed_vnd=dossier.bill.total_vnd - dossier.paid_vnd if dossier.bill else 0,  # type: ignore[attr-defined]
            fee_unknown=dossier.bill is not None and dossier.bill.is_unknown,
        )
        for dossier, row in zip(found, shown, strict=True)
    ]
