"""The demonstration built once in memory and once by the real services, and all its rows in a form to compare."""

import re
from collections import Counter
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from django.db import models

from motcua.documents.models import Paper
from motcua.dossiers import services
from motcua.dossiers.models import Dossier, DossierComponent, DueChange, Pause, SupplementItem
from motcua.identity.models import Entitlement, Person
from motcua.identity.services import grant_entitlement, register_person
from motcua.kernel.models import LedgerEntry, NumberSeries
from motcua.payments.models import Bill, Receipt
from motcua.process.models import Case, StepAssignment, StepRun, WorkflowVersion
from motcua.project.demo.building import work
from motcua.project.demo.office import set_up
from motcua.project.demo.progress import Progress
from motcua.project.demo.roster import Seat
from motcua.project.demo.world import Done

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
UNTIL = datetime(2026, 11, 20, 10, 30, tzinfo=HANOI)
TABLES: tuple[type[models.Model], ...] = (
    Person, Entitlement, Dossier, DossierComponent, SupplementItem, Pause, DueChange, Case, StepRun, StepAssignment,
    Bill, Receipt, Paper,
)  # fmt: skip
#: Drawn by lot, or the clock of the machine that writes.
_CHANCE = {"follow_token", "recorded_at"}
Rows = dict[str, Counter[str]]


def set_up_office() -> list[Seat]:
    """Everything that is there before the first dossier."""
    return set_up(at=UNTIL, password="motcua-demo")


def built(
    seats: list[Seat], *, dossiers: int, seed: int, eventful: float = 1, weights: dict[str, int]
) -> list[Done]:
    """Let the office work in memory and write it down; return every act in the order in which it was done."""
    done: list[Done] = []
    work(
        seats=seats,
        dossiers=dossiers,
        seed=seed,
        until=UNTIL,
        progress=Progress(),
        eventful=eventful,
        weights=weights,
        watch=done.append,
    )
    return done


def numbers_of_people() -> dict[int, str]:
    """Who has which key: built again, people have other keys and the same personal numbers."""
    return dict(Person.objects.values_list("pk", "personal_id"))


def play(done: list[Done], numbers: dict[int, str]) -> None:
    """Do all acts again by the services, each in its turn."""
    ids: dict[int, int] = {}
    for one in done:
        act, details = one.act, dict(one.act.details)
        if "person_id" in details:
            details["person_id"] = _person(numbers[details["person_id"]])
        if act.verb in _IDENTITY:
            _IDENTITY[act.verb](by=act.by, at=act.at, **details)
            continue
        intake = details.get("intake")
        if intake is None:
            details["dossier_id"] = ids[one.dossier]
        elif intake.applicant.person_id_pk is not None:
            known = _person(numbers[intake.applicant.person_id_pk])
            applicant = msgspec.structs.replace(intake.applicant, person_id_pk=known)
            details["intake"] = msgspec.structs.replace(intake, applicant=applicant)
        if "step" in details:
            details["step_id"] = _step(ids[one.dossier], details.pop("step"))
        by = {"by_id": act.by.account_id} if act.verb == "submit" else {"by": act.by}
        ids[one.dossier] = getattr(services, act.verb)(at=act.at, **by, **details).pk


def _person(number: str) -> int:
    return Person.objects.values_list("pk", flat=True).get(personal_id=number)


def _step(dossier_id: int, key: str) -> int:
    runs = StepRun.objects.filter(case=Dossier.objects.get(pk=dossier_id).case_id, key=key)
    return runs.order_by("-turn").values_list("pk", flat=True)[0]


def rows() -> Rows:
    """All rows of the dossiers and what belongs to them, without keys: what they point to is named."""
    found = {model.__name__: Counter(map(_row, model._default_manager.all())) for model in TABLES}
    found["LedgerEntry"] = Counter(map(_entry, LedgerEntry.objects.exclude(stream__startswith="unit:")))
    found["NumberSeries"] = Counter(
        f"{one.series}={one.last}"
        for one in NumberSeries.objects.all()
        if not one.series.startswith("book:") or ":dossiers:" in one.series
    )
    return found


def _row(row: models.Model) -> str:
    facts = {}
    for field in row._meta.concrete_fields:
        if field.primary_key or field.name in _CHANCE:
            continue
        value = getattr(row, field.attname)
        facts[field.name] = _name(field.related_model, value) if field.is_relation and value else value
    return _plain(facts)


def _entry(entry: LedgerEntry) -> str:
    payload = entry.payload
    details = payload.get("details", {})
    if details.get("paper"):
        details["paper"] = _name(Paper, details["paper"])
    if details.get("step_id"):
        details["step_id"] = _name(StepRun, details["step_id"])
    stream = entry.stream
    if stream.startswith("person:"):
        stream = f"person:{_name(Person, int(stream.removeprefix('person:')))}"
    return _plain([stream, entry.sequence, entry.verb, entry.at, entry.by_id, payload])


def _plain(facts: Any) -> str:
    text = msgspec.json.encode(facts, order="deterministic", enc_hook=str).decode()
    return re.sub(r"/theo-doi/[^/]+/", "/theo-doi/…/", text)


def _name(model: Any, pk: int) -> str:
    """What a row is called that another row points to."""
    if model not in _NAMES:
        return str(pk)
    return str(_NAMES[model](model._default_manager.get(pk=pk)))


_IDENTITY = {"register_person": register_person, "grant_entitlement": grant_entitlement}
_NAMES: dict[type[models.Model], Any] = {
    Person: lambda row: row.personal_id,
    Dossier: lambda row: row.code,
    Case: lambda row: row.subject,
    StepRun: lambda row: f"{row.case.subject} {row.key} {row.turn}",
    WorkflowVersion: lambda row: row.pattern_of_id,
    Bill: lambda row: row.subject,
    Paper: lambda row: f"{row.kind} {row.subject} {row.number} {row.issued_at:%Y%m%d%H%M%S}",
}
