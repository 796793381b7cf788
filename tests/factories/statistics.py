"""Dossiers as figures know them: snapshots told to the ledger and the outbox, without the dossiers themselves."""

from datetime import date
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
from tests.factories.identity import AccountFactory, PersonFactory
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


def make_procedure(slug: str = "birth_registration", *, field: str = "ho_tich") -> Procedure:
    WorkField.objects.get_or_create(pk=field, defaults={"name_vi": FIELDS[field]})
    return Procedure.objects.create(slug=slug, code="1.001193", field_id=field)


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
    return ProcedureVersion.objects.create(
        procedure=procedure, number=1, name="Đăng ký khai sinh", valid_from=date(2025, 7, 1), content={},
        content_hash="", published_at=START,
    )  # fmt: skip


class Desk:
    """One unit that takes dossiers of some fields; ``live`` makes the dossier, its history and its news."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.account = AccountFactory()
        self.applicant = PersonFactory()
        self.versions = {field: make_version(make_procedure(field, field=field)) for field in FIELDS}
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
