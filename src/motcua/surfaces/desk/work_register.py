"""The register on the screen: which days, which lines, what money was taken on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Self

from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.papers.registers import RegisterLine
from motcua.dossiers.queries import register_rows
from motcua.kernel.vietnamese import day, weekday
from motcua.payments.models import Method, Receipt

MOST = 300
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Span:
    """One day, or one month, of the register."""

    first: date
    last: date

    @classmethod
    def read(cls, query: Mapping[str, str], *, today: date) -> Self:
        """``thang=11/2026`` or ``ngay=21/11/2026``; today when neither can be read."""
        month = _read(query.get("thang", ""), ("%m/%Y", "%Y-%m"))
        if month is not None:
            following = (month + timedelta(days=32)).replace(day=1)
            return cls(month, following - timedelta(days=1))
        on = _read(query.get("ngay", ""), ("%d/%m/%Y", "%Y-%m-%d")) or today
        return cls(on, on)

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    @property
    def words(self) -> str:
        if self.is_day:
            return _("%(weekday)s %(day)s") % {"weekday": weekday(self.first), "day": day(self.first)}
        return _("tháng %(month)s") % {"month": f"{self.first:%m/%Y}"}

    @property
    def query(self) -> str:
        return f"?ngay={self.first:%d/%m/%Y}" if self.is_day else f"?thang={self.first:%m/%Y}"

    def beside(self, step: int) -> "Span":
        """The day or the month before (-1) or after (1)."""
        if self.is_day:
            on = self.first + timedelta(days=step)
            return Span(on, on)
        inside = self.first - timedelta(days=1) if step < 0 else self.last + timedelta(days=1)
        return Span.read({"thang": f"{inside:%m/%Y}"}, today=inside)


@dataclass(frozen=True, slots=True)
class Money:
    """What was taken by one method, money given back subtracted."""

    method: str
    receipts: int
    sum_vnd: int


def lines(unit_id: int, span: Span) -> list[RegisterLine]:
    """Return the first lines of the span, at most ``MOST``; the PDF has them all."""
    return list(islice(register_rows(unit_id, span.first, span.last), MOST))


def money(unit_id: int, span: Span) -> list[Money]:
    """Return what the unit's desk has taken in the span, by method."""
    zone = timezone.get_default_timezone()
    taken = (
        Receipt.objects.filter(
            unit=unit_id,
            paid_at__gte=datetime.combine(span.first, time(), zone),
            paid_at__lt=datetime.combine(span.last + timedelta(days=1), time(), zone),
        )
        .values("method")
        .annotate(receipts=Count("pk"), sum_vnd=Sum("amount_vnd"))
        .order_by("method")
    )
    return [Money(str(Method(row["method"]).label), row["receipts"], row["sum_vnd"]) for row in taken]


def _read(text: str, shapes: tuple[str, ...]) -> date | None:
    for shape in shapes:
        try:
            day = datetime.strptime(text.strip(), shape).date()
        except ValueError:
            continue
        return day if day.year in _YEARS else None
    return None
