"""People and the groups that they belong to, from one table: each found again or written down, all rows or none."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from django.db import transaction

from motcua.identity import services
from motcua.identity.actors import Actor
from motcua.identity.details import Details
from motcua.identity.known import AlreadyKnown, MayBeKnown
from motcua.identity.models import Person
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import search_form
from motcua.project.importing import columns
from motcua.project.importing.sheets import Row


class RowFault(msgspec.Struct, frozen=True):
    """Why a row cannot be taken in: its number in the file, and a sentence."""

    row: int
    sentence: str


class Taken(msgspec.Struct):
    """What came of a file; with a fault nothing of it was kept."""

    new: int = 0
    known: int = 0
    granted: int = 0
    faults: list[RowFault] = msgspec.field(default_factory=list)


def take_in(
    rows: Iterable[Row], *, group: str, year: int | None, by: Actor, at: datetime, keep: bool
) -> Taken:
    """Take the rows in, in one transaction that is undone if a single row is at fault.

    Args:
        group, year: the eligible group and the year of the whole list, where the rows name none.
        keep: False tries everything and keeps nothing.
    """
    taken = Taken()
    with transaction.atomic():
        for row in rows:
            try:
                with transaction.atomic():
                    _take_row(row, taken, group=group, year=year, by=by, at=at)
            except Refusal as refusal:
                taken.faults.append(RowFault(row.number, str(refusal)))
        if taken.faults or not keep:
            transaction.set_rollback(True)
    return taken


def _take_row(row: Row, taken: Taken, *, group: str, year: int | None, by: Actor, at: datetime) -> None:
    cells = row.cells
    group = columns.group(cells.get("group")) or group
    year = columns.year(cells.get("year")) or year
    person, is_new = _person(_details(row), by=by, at=at)
    if group:
        services.grant_entitlement(
            person_id=person.pk,
            group=group,
            year=year,
            valid_from=columns.day(cells.get("valid_from"), field="valid_from"),
            valid_to=columns.day(cells.get("valid_to"), field="valid_to"),
            ground=columns.text(cells.get("ground")),
            document=columns.text(cells.get("document")),
            by=by,
            at=at,
        )
    taken.new += is_new
    taken.known += not is_new
    taken.granted += bool(group)


def _details(row: Row) -> Details:
    cells = row.cells
    birth_on, birth_year = columns.birth(cells.get("birth"))
    return Details(
        full_name=columns.text(cells.get("full_name")),
        birth_on=birth_on,
        birth_year=birth_year,
        sex=columns.sex(cells.get("sex")),
        personal_id=columns.digits(cells.get("personal_id"), kind="personal_id"),
        old_id=columns.digits(cells.get("old_id"), kind="old_id"),
        id_issued_on=columns.day(cells.get("id_issued_on"), field="id_issued_on"),
        phone=columns.digits(cells.get("phone"), kind="phone"),
        email=columns.text(cells.get("email")),
        address=columns.text(cells.get("address")),
    )


def _person(details: Details, *, by: Actor, at: datetime) -> tuple[Person, bool]:
    """The person of a row, and whether the record is new.

    Somebody with the same number and name, or the only one with the same name and birth, is that person; anything
    less certain is refused for a human to look at.
    """
    try:
        with transaction.atomic():
            return services.register_person(by=by, at=at, **details), True
    except AlreadyKnown as refusal:
        candidates = [refusal.person]
        if not _is_named(refusal.person, details):
            raise
    except MayBeKnown as refusal:
        candidates = [person for person in refusal.people if _is_same(person, details)]
        if len(candidates) != 1:
            raise
    return candidates[0], False


def _is_named(person: Person, details: Details) -> bool:
    return person.search_name == search_form(details["full_name"])


def _is_same(person: Person, details: Details) -> bool:
    born = details["birth_on"].year if details["birth_on"] else details["birth_year"]
    same_day = details["birth_on"] is None or person.birth_on in (None, details["birth_on"])
    return _is_named(person, details) and same_day and born is not None and person.birth_year == born
