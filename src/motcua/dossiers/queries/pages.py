"""Lists of dossiers page by page: from a mark on, never by counting; a page costs the same at any depth."""

from datetime import datetime
from functools import cache
from typing import Any, Self

import msgspec
from django.db.models import Exists, F, OuterRef, Q

from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.filters import Filters
from motcua.dossiers.queries.search import matches
from motcua.dossiers.sight import archives_in_sight, sees_any, units_in_sight
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


class Cursor(msgspec.Struct, frozen=True):
    """A mark in a list: after (or, with ``back``, before) the row with this key and this ordering instant."""

    pk: int
    instant: datetime | None = None
    back: bool = False

    def to_text(self) -> str:
        """A short text for the address."""
        instant = f"~{self.instant.timestamp():.6f}" if self.instant else ""
        return f"{'-' if self.back else ''}{self.pk}{instant}"

    @classmethod
    def from_text(cls, text: str, *, zone: Any) -> Self | None:
        """Read it back; None for anything else."""
        number, _tilde, stamp = text.strip().partition("~")
        try:
            pk = int(number)
            instant = datetime.fromtimestamp(float(stamp), zone) if stamp else None
        except (ValueError, OverflowError, OSError):
            return None
        return cls(pk=abs(pk), instant=instant, back=number.startswith("-")) if pk else None


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
    column, back = filters.order_column, after is not None and after.back
    if after is not None:
        found = found.filter(_beyond(after, column))
    values = list(_ordered(found, column, back=back)[: size + 1])
    rows = [Row(**dict(zip(Row.__struct_fields__, row, strict=True))) for row in values[:size]]
    more = len(values) > size
    if back:
        rows.reverse()
    has_next, has_previous = (True, more) if back else (more, after is not None)
    return Page(
        rows,
        next_cursor=_mark(rows[-1], column) if rows and has_next else None,
        previous_cursor=_mark(rows[0], column, back=True) if rows and has_previous else None,
    )


def rows_of(pks: list[int]) -> list[Row]:
    """Return the lines of some dossiers, in the order given; for a list that was made elsewhere."""
    values = Dossier.objects.filter(pk__in=pks).values_list(*_SELECTED)
    found = {row[0]: Row(**dict(zip(Row.__struct_fields__, row, strict=True))) for row in values}
    return [found[pk] for pk in pks if pk in found]


@cache
def _rows() -> Any:
    """All dossiers as rows: the columns are resolved once, each list only narrows a copy."""
    return Dossier.objects.values_list(*_SELECTED)


def _within(officer: Officer, filters: Filters) -> Any:
    """The part of the officer's sight that a list is about."""
    if filters.received_here:
        elsewhere = _rows().filter(received_unit=officer.unit_id).exclude(unit=officer.unit_id)
        return elsewhere.filter(matches(filters.text, unit_ids=[officer.unit_id]))
    units = units_in_sight(officer)
    if filters.text or filters.unit:  # what is looked up may lie in the archive of a unit that ended
        units += archives_in_sight(units)
        return _rows().filter(Q(unit__in=units) & matches(filters.text, unit_ids=units))
    return _of_units(_with_dossiers(units) or units[:1], by_key=filters.order_column == "pk")


def _with_dossiers(units: list[int]) -> list[int]:
    """Those of the units that have settled anything; most offices of a commune never do."""
    settled = Exists(Dossier.objects.filter(unit=OuterRef("pk")))
    return list(Unit.objects.filter(settled, pk__in=units).values_list("pk", flat=True))


def _of_units(units: list[int], *, by_key: bool) -> Any:
    """The rows of some units, so that their order comes from an index and nothing is sorted.

    One unit has an index in every order. For several, in the order of keys, the table is walked from its end and
    foreign rows are passed over; with the index of units all their rows would be gathered and sorted first.
    """
    if len(units) == 1:
        return _rows().filter(unit=units[0])
    if by_key:
        return _rows().alias(walked_unit=F("unit_id") + 0).filter(walked_unit__in=units)
    return _rows().filter(unit__in=units)


def _ordered(found: Any, column: str, *, back: bool) -> Any:
    """By due instant, those without one last; by any other column from the latest down; or the other way round."""
    if column == "pk":
        return found.order_by("pk" if back else "-pk")
    if column == "due_at":
        due = F("due_at").desc(nulls_first=True) if back else F("due_at").asc(nulls_last=True)
        return found.order_by(due, "-pk" if back else "pk")
    return found.order_by(*((column, "pk") if back else (f"-{column}", "-pk")))


def _beyond(cursor: Cursor, column: str) -> Q:
    """What comes after the mark in the list, or before it."""
    if column == "pk":
        return Q(pk__gt=cursor.pk) if cursor.back else Q(pk__lt=cursor.pk)
    upwards = (column == "due_at") != cursor.back
    same = Q(**{column: cursor.instant}) & (Q(pk__gt=cursor.pk) if upwards else Q(pk__lt=cursor.pk))
    if cursor.instant is None:
        return same if not cursor.back else same | Q(due_at__isnull=False)
    further = Q(**{f"{column}__{'gt' if upwards else 'lt'}": cursor.instant})
    without = Q(due_at=None) if column == "due_at" and not cursor.back else None
    return further | same if without is None else further | same | without


def _mark(row: Row, column: str, *, back: bool = False) -> Cursor:
    return Cursor(row.pk, None if column == "pk" else getattr(row, column), back)
