"""Dossiers as figures know them: snapshots told to the ledger and the outbox, without the dossiers themselves."""

from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.db import transaction
from django.utils import timezone

from motcua.catalogue.models import Procedure, ProcedureVersion, WorkField
from motcua.dossiers.events import DossierMoved, Snapshot
from motcua.dossiers.models import Dossier
from motcua.kernel import ledger, outbox
from motcua.organisation.kinds import Kind, Level
from motcua.organisation.models import Unit, UnitPlacement
from motcua.process.models import Case, StepRun, WorkflowVersion
from tests.factories.identity import AccountFactory, PersonFactory
from tests.factories.process import WorkflowVersionFactory
from tests.statistics.histories import START, Moment, changed

FIELDS = {"ho_tich": "Hộ tịch", "dat_dai": "Đất đai", "chung_thuc": "Chứng thực"}


def make_unit(
    code: str, *, under: Unit | None = None, level: str = Level.COMMUNE, since=date(2025, 7, 1)
) -> Unit:
    unit = Unit.objects.create(
        code=code, name=f"Xã {code}", short_name=code, level=level, kind=Kind.XA, valid_from=since
    )
    if under:
        UnitPlacement.objects.create(unit=unit, parent=under, valid_from=since)
    return unit


def make_procedure(field: str = "ho_tich", *, name: str = "Hộ tịch") -> Procedure:
    """The one procedure of a field of work."""
    WorkField.objects.get_or_create(pk=field, defaults={"name_vi": name})
    made, _new = Procedure.objects.get_or_create(slug=field, defaults={"code": "1.001193", "field_id": field})
    return made


@transaction.atomic
def tell(code: str, life: list[Moment], *, unit: Unit, procedure: Procedure) -> None:
    """Write a life into the ledger and announce each move, as the services of dossiers do."""
    snapshots = [at_home(moment.snapshot, unit, procedure) for moment in life]
    for number, (before, after) in enumerate(pairwise([None, *snapshots]), 1):
        at = life[number - 1].at
        moved = DossierMoved(
            dossier_id=1, code=code, sequence=number, verb="move", at=at, before=before, after=after
        )
        ledger.append(
            f"dossier:{code}", verb="move", payload={"before": before, "after": after}, at=at, by_id=None
        )
        outbox.announce(moved)


def at_home(snapshot: Snapshot, unit: Unit, procedure: Procedure) -> Snapshot:
    return changed(snapshot, unit_id=unit.pk, procedure_id=procedure.pk)


def make_version(procedure: Procedure) -> ProcedureVersion:
    facts = {"valid_from": date(2025, 7, 1), "content": {}, "content_hash": "", "published_at": START}
    facts["name"] = "Đăng ký khai sinh"
    made, _new = ProcedureVersion.objects.get_or_create(procedure=procedure, number=1, defaults=facts)
    return made


class Desk:
    """One unit that takes dossiers of some fields; ``live`` makes the dossier, its history and its news."""

    def __init__(self, unit: Unit, fields: dict[str, str] = FIELDS) -> None:
        self.unit = unit
        self.account = AccountFactory()
        self.applicant = PersonFactory()
        self.versions = {
            field: make_version(make_procedure(field, name=name)) for field, name in fields.items()
        }
        self.count = 0

    def live(self, life: list[Moment]) -> Dossier:
        """Let a dossier live a whole life, told to the ledger and the outbox, and leave its row."""
        self.count += 1
        code, last = f"H13.{self.unit.pk}-{self.count}", life[-1].snapshot
        version = self.versions[last.field]
        tell(code, life, unit=self.unit, procedure=version.procedure)
        return Dossier.objects.create(**self._row(code, version, at_home(last, self.unit, version.procedure)))

    def _row(self, code: str, version: ProcedureVersion, last: Snapshot) -> dict[str, Any]:
        accepted, finished = last.accepted_at is not None, last.finished_at is not None
        return {name: getattr(last, name) for name in last.__struct_fields__} | {
            "code": code, "intake_key": code, "follow_token": code, "received_unit": self.unit, "version": version,
            "applicant": self.applicant, "applicant_name": self.applicant.full_name, "search_name": "", "answers": {},
            "recorded_at": START, "submitted_at": START, "accepted_by": self.account if accepted else None,
            "first_due_at": last.due_at or START if accepted else None,
            "book_sequence": self.count if accepted else None, "finished_by": self.account if finished else None,
        }  # fmt: skip


def fold_all() -> None:
    """Let the worker turn until all news is in the facts."""
    while outbox.deliver_due(now=timezone.now(), limit=100):
        pass


def at_step(
    dossier: Dossier,
    name: str,
    role: str,
    *,
    since: datetime,
    until: datetime | None = None,
    by=None,
    minutes: int = 60,
) -> StepRun:
    """Put a dossier into a step of its case, or through it when ``until`` is told."""
    if dossier.case is None:
        here = {"workflow__procedure": dossier.procedure, "workflow__unit": dossier.unit}
        version = WorkflowVersion.objects.filter(**here).first() or WorkflowVersionFactory(**here)
        dossier.case = Case.objects.create(
            version=version, unit=dossier.unit, subject=dossier.code, opened_at=since, holder=by, holder_role=role,
            step_name=name, held_since=since,
        )  # fmt: skip
        dossier.save(update_fields=["case"])
    count = dossier.case.steps.count()
    return StepRun.objects.create(
        case=dossier.case, key=f"s{count}", position=count, name=name, role=role, kind="work", minutes=minutes,
        state="done" if until else "open", entered_at=since, finished_at=until,
        finished_by=AccountFactory() if until else None, assignee=by,
    )  # fmt: skip


def note(dossier: Dossier, text: str) -> None:
    """Write a note into the dossier's history."""
    facts = dossier.snapshot()
    payload = {"before": facts, "after": facts, "details": {"text": text}}
    ledger.append(dossier.ledger_stream, verb="note", payload=payload, at=timezone.now(), by_id=None)
