"""Dossiers as figures know them: snapshots told to the ledger and the outbox, without the dossiers themselves."""

from datetime import date
from itertools import pairwise

from django.db import transaction

from motcua.catalogue.models import Procedure, WorkField
from motcua.dossiers.events import DossierMoved, Snapshot
from motcua.kernel import ledger, outbox
from motcua.organisation.kinds import Kind, Level
from motcua.organisation.models import Unit, UnitPlacement
from tests.statistics.histories import Moment, changed

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
