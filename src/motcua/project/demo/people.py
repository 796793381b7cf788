"""The invented population: who is known by now, written down as ``identity.services`` writes people down."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any, Unpack

from django.utils.translation import gettext as _

from motcua.dossiers.inputs import Intake
from motcua.dossiers.judging import details_of
from motcua.identity import ages
from motcua.identity.actors import Actor
from motcua.identity.details import Details, checked
from motcua.identity.models import Entitlement, Person
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.project.demo.dated import local_day
from motcua.project.demo.held import Act
from motcua.project.demo.records import Records


class People:
    """Everybody whom the demonstration has written down, by key and by personal number."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._last: dict[int, LedgerEntry] = {}
        self._granted: dict[int, list[Entitlement]] = defaultdict(list)
        self.by_key: dict[int, Person] = {}

    def applicant_of(self, intake: Intake, *, by: Actor, at: datetime) -> Person:
        """As ``dossiers.applicants``: found again and corrected, or written down."""
        details = details_of(intake)
        if intake.applicant.person_id_pk is None:
            return self.register_person(by=by, at=at, **details)
        person = self.by_key[intake.applicant.person_id_pk]
        changes = {
            name: value
            for name, value in details.items()
            if value not in ("", None) and getattr(person, name) != value
        }
        if changes:
            self._correct(person, changes, by=by, at=at)
        return person

    def do(self, act: Act) -> Any:
        """Carry out an act that is about a person alone."""
        verb = getattr(self, act.verb)
        return verb(by=act.by, at=act.at, **act.details)

    def register_person(self, *, by: Actor, at: datetime, **details: Unpack[Details]) -> Person:
        facts = checked(details, today=local_day(at))
        person = self._records.new(Person(**facts, created_at=at))
        self._enter(person, "register", facts, by=by, at=at)
        self.by_key[person.pk] = person
        return person

    def _correct(self, person: Person, changes: dict[str, Any], *, by: Actor, at: datetime) -> None:
        before = {name: getattr(person, name) for name in changes}
        for name, value in changes.items():
            setattr(person, name, value)
        payload = {"reason": _("Cập nhật khi nhận hồ sơ"), "before": before, "after": changes}
        self._enter(person, "correct", payload, by=by, at=at)

    def grant_entitlement(
        self,
        *,
        person_id: int,
        group: str,
        by: Actor,
        at: datetime,
        year: int | None = None,
        valid_from: date | None = None,
        document: str = "",
    ) -> None:
        first = date(year, 1, 1) if year else valid_from or local_day(at)
        last = date(year, 12, 31) if year else None
        facts = {"year": year, "valid_to": last, "ground": "", "document": document}
        entitlement = Entitlement(person_id=person_id, group=group, valid_from=first, **facts)
        self._granted[person_id].append(self._records.new(entitlement))
        payload = {"group": group, "valid_from": first, **facts}
        self._enter(self.by_key[person_id], "grant_entitlement", payload, by=by, at=at)

    def entitlements(self, person: Person, on: date) -> set[str]:
        """As ``identity.queries.entitlements``."""
        listed = {
            one.group
            for one in self._granted[person.pk]
            if one.valid_from <= on and (one.valid_to is None or one.valid_to >= on)
        }
        return listed | ages.groups_of_age(person.birth_on, person.birth_year, on=on)

    def keep(self) -> None:
        """Nobody changes any more."""
        self._records.keep(*self.by_key.values())
        for granted in self._granted.values():
            self._records.keep(*granted)

    def _enter(self, person: Person, verb: str, payload: Any, *, by: Actor, at: datetime) -> None:
        entry = ledger.follow(
            self._last.get(person.pk), stream=person.stream, verb=verb, payload=payload, at=at, recorded_at=at,
            by_id=by.account_id,
        )  # fmt: skip
        self._records.keep(self._records.new(entry))
        self._last[person.pk] = LedgerEntry(sequence=entry.sequence, hash=entry.hash)  # the rest is written
