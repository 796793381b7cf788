"""What the page of a person shows beside the facts."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from motcua.dossiers.access import visible_to
from motcua.dossiers.queries import rows_of
from motcua.identity import queries
from motcua.identity.eligible_groups import EligibleGroup
from motcua.identity.models import Person
from motcua.identity.questions import understand
from motcua.organisation.access import Officer
from motcua.surfaces.desk.work_rows import Row, rows

MOST_DOSSIERS = 20


@dataclass(frozen=True, slots=True)
class Held:
    """One eligible group of a person: its name, and from which paper or list it is known."""

    name: str
    ground: str


def is_number(text: str) -> bool:
    """Whether somebody is searched by a whole number: identity card, old identity card, telephone."""
    return bool(understand(text).number)


def entitlements(person: Person, *, on: date) -> list[Held]:
    """Return the groups that hold on a day, listed ones with their papers, then those that age gives."""
    listed = {row.group: row for row in person.entitlements.valid(on=on).order_by("-valid_from")}
    held = [Held(_label(group), _ground(row.ground, row.year)) for group, row in sorted(listed.items())]
    by_age = sorted(queries.entitlements(person, on=on) - listed.keys())
    return held + [Held(_label(group), _("theo ngày sinh")) for group in by_age]


def dossiers_of(person: Person, officer: Officer, *, now: datetime) -> list[Row]:
    """Return the newest dossiers of a person that this officer may see."""
    seen = visible_to(officer).filter(applicant=person).order_by("-pk")
    newest = list(seen.values_list("pk", flat=True)[:MOST_DOSSIERS])
    return rows(rows_of(newest), officer, now=now)


def duplicates(person: Person) -> list[Person]:
    """Return records that may be this person once more."""
    alike = queries.near_duplicates(
        full_name=person.full_name, birth_on=person.birth_on, birth_year=person.birth_year,
        personal_id=person.personal_id, old_id=person.old_id, phone=person.phone,
    )  # fmt: skip
    return [other for other in alike if other.pk != person.pk]


def _label(group: str) -> str:
    return str(EligibleGroup(group).label) if group in EligibleGroup.values else group


def _ground(ground: str, year: int | None) -> str:
    if ground:
        return ground
    return _("danh sách năm %(year)d") % {"year": year} if year else ""
