from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.dossiers import judging, receiving
from motcua.dossiers.inputs import Intake
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State


@dataclass(frozen=True, slots=True)
class Submitter:
    """Whoever hands a dossier in: the account of a citizen, or of the desk that opens the post."""

    account_id: int


def submit(*, intake: Intake, by_id: int, at: datetime) -> Dossier:
    """Hand in a dossier online or by post (nộp hồ sơ): it gets a code and waits to be checked; no limit starts yet.

    Args:
        intake: its ``unit_id`` says to which unit.
    Raises:
        InvalidIntake, MissingPapers, PossiblyKnown, NotInForce: as for ``accept``.
    """
    known = receiving.known(intake, target=State.REGISTERED, at=at)
    if known is not None:
        return known
    assert intake.unit_id is not None, "A dossier is handed in to a unit."
    try:
        return _submit(intake=intake, unit_id=intake.unit_id, by=Submitter(by_id), at=at)
    except IntegrityError:
        known = receiving.known(intake, target=State.REGISTERED, at=at)
        if known is None:
            raise
        return known


@transaction.atomic
def _submit(*, intake: Intake, unit_id: int, by: Submitter, at: datetime) -> Dossier:
    on = timezone.localdate(at)
    version = judging.version_for(intake, on=on)
    definition = version.definition
    judging.judge(intake, definition, judging.answers_of(definition, intake.answers, on=on), on=on)
    moving = receiving.bring_in(intake, version=version, unit_id=unit_id, by=by, at=at)
    moving.go("submit")
    moving.record("submit", draft=intake.key)
    receiving.add_papers(moving.dossier, intake.components, intake.files, by=by, at=at)
    receiving.forget_draft(intake)
    return moving.dossier
