"""Lists of dossiers page by page: from a mark on, never by counting; a page costs the same at any depth."""

from datetime import datetime
from typing import Any, Self

import msgspec
from django.db.models import F, Q

from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import DossierQuerySet
from motcua.dossiers.queries.filters import Filters
from motcua.dossiers.sight import sees_any, units_in_sight
from motcua.organisation.access import Officer


class Cursor(msgspec.Struct, frozen=True):
    """A mark in a list: after (or, with ``back``, before) this row."""

    pk: int
    due_at: datetime | None = None
    back: bool = False

    def to_text(self) -> str:
        """A short text for the address."""
        due = f"{self.due_at.timestamp():.6f}" if self.due_at else ""
        return f"{'-' if self.back else ''}{self.pk}{f'~{due}' if due else ''}"

    @classmethod
    def from_text(cls, text: str, *, zone: Any) -> Self | None:
        """Read it back; None for anything else."""
        number, _tilde, due = text.strip().partition("~")
        try:
            pk = int(number)
            due_at = datetime.fromtimestamp(float(due), zone) if due else None
        except (ValueError, OverflowError, OSError):
            return None
        return cls(pk=abs(pk), due_at=due_at, back=number.startswith("-")) if pk else None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list: the columns that lists show, without the dossier behind them."""

    pk: int
    code: str
    revision: int
    state: str
    field: str
    channel: str
    procedure_name: str
    applicant_name: str
    subject_name: str
    contact_phone: str
    unit_id: int
    unit_name: str
    received_unit_id: int
    case_id: int | None
    result_id: int | None
    submitted_at: datetime
    accepted_at: datetime | None
    due_at: datetime | None
    first_due_at: datetime | None
    finished_at: datetime | None
    closed_at: datetime | None
    outcome: str
    holder_id: int | None
    holder_name: str | None
    holder_role: str | None
    step_name: str | None
    held_since: datetime | None

    @property
    def short_code(self) -> str:
        return self.code.split("-", 1)[-1]


#: Columns in the table for those in a row that have another name there.
_COLUMNS = {
    "procedure_name": "version__name",
    "unit_name": "unit__name",
    "holder_id": "case__holder_id",
    "holder_name": "case__holder__display_name",
    "holder_role": "case__holder_role",
    "step_name": "case__step_name",
    "held_since": "case__held_since",
}
_SELECTED = [_COLUMNS.get(name, name) for name in Row.__struct_fields__]


class Page(msgspec.Struct, frozen=True):
    """One page, and the marks of its neighbours; None where there is none."""

    rows: list[Row]
    next_cursor: Cursor | None
    previous_cursor: Cursor | None


def page(
    officer: Officer, filters: Filters, after: Cursor | None = None, size: int = 50, *, at: datetime
) -> Page:
    """Return one page of the dossiers that pass the filters, in the officer's sight."""
    if not sees_any(officer):
        return Page([], None, None)
    found = filters.apply(_within(officer, filters), officer=officer, at=at)
    back = after is not None and after.back
    if after is not None:
        found = found.filter(_beyond(after, by_due=filters.by_due))
    ordered = found.order_by(*_order(by_due=filters.by_due, back=back))
    values = list(ordered.values_list(*_SELECTED)[: size + 1])
    rows = [Row(**dict(zip(Row.__struct_fields__, row, strict=True))) for row in values[:size]]
    more = len(values) > size
    if back:
        rows.reverse()
    return Page(
        rows,
        next_cursor=_mark(rows[-1]) if rows and (more or back) else None,
        previous_cursor=_mark(rows[0], back=True)
        if rows and (after is not None) and (more or not back)
        else None,
    )


def rows_of(pks: list[int]) -> list[Row]:
    """Return the lines of some dossiers, in the order given; for a list that was made elsewhere."""
    values = Dossier.objects.filter(pk__in=pks).values_list(*_SELECTED)
    found = {row[0]: Row(**dict(zip(Row.__struct_fields__, row, strict=True))) for row in values}
    return [found[pk] for pk in pks if pk in found]


def _within(officer: Officer, filters: Filters) -> DossierQuerySet:
    """The part of the officer's sight that a list is about."""
    if filters.received_here:
        return Dossier.objects.filter(received_unit=officer.unit_id).exclude(unit=officer.unit_id)
    units = units_in_sight(officer)
    return (
        Dossier.objects.filter(unit=units[0]) if len(units) == 1 else Dossier.objects.filter(unit__in=units)
    )


def _order(*, by_due: bool, back: bool) -> tuple[Any, ...]:
    """By due instant, those without one last; or newest first; the other way round when going back."""
    if not by_due:
        return (F("pk").asc() if back else F("pk").desc(),)
    if back:
        return F("due_at").desc(nulls_first=True), F("pk").desc()
    return F("due_at").asc(nulls_last=True), F("pk").asc()


def _beyond(cursor: Cursor, *, by_due: bool) -> Q:
    if not by_due:
        return Q(pk__gt=cursor.pk) if cursor.back else Q(pk__lt=cursor.pk)
    same = Q(due_at=cursor.due_at)
    if cursor.back:
        earlier = Q(due_at__isnull=False) if cursor.due_at is None else Q(due_at__lt=cursor.due_at)
        return earlier | (same & Q(pk__lt=cursor.pk))
    if cursor.due_at is None:
        return same & Q(pk__gt=cursor.pk)
    return Q(due_at__gt=cursor.due_at) | Q(due_at=None) | (same & Q(pk__gt=cursor.pk))


def _mark(row: Row, *, back: bool = False) -> Cursor:
    return Cursor(row.pk, row.due_at, back)
