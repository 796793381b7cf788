from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.dossiers import advancing
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import Moving, take
from motcua.dossiers.pausing import calendar_of
from motcua.dossiers.states import State
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.process import services
from motcua.process.definitions import COUNTER, CaseFacts, StepKind
from motcua.process.models import StepRun

#: States in which steps are worked on; beside a finished dossier an optional lane may still run.
WORKING = (State.PROCESSING, State.FINANCIAL_DUTY, State.PROCESSED, State.RETURNED)


class NotHere(Refusal):
    """The step is completed by another act: handing over, signing, confirming a payment, returning."""


@transaction.atomic
def complete_step(
    *,
    dossier_id: int,
    step_id: int,
    by: Officer,
    at: datetime,
    note: str = "",
    revision: int | None = None,
) -> Dossier:
    """Complete a step of the office; when the last one before the return is done, the dossier is settled.

    Raises:
        StepNotOpen, GuardNotMet, NotAllowed, CasePaused: as ``process`` says.
        NotHere: the step is completed by an act of its own.
    """
    moving = take("complete_step", dossier_id=dossier_id, by=by, at=at, revision=revision, states=WORKING)
    step = step_of(moving.dossier, step_id)
    _require_plain(step)
    progress = services.complete_step(
        step_id=step.pk,
        facts=facts(moving.dossier),
        calendar=calendar_of(moving.dossier),
        by=by,
        at=at,
        note=note,
    )
    advance(moving, progress, "complete_step", **advancing.facts_of_step(step, note))
    return moving.dossier


@transaction.atomic
def skip_step(
    *, dossier_id: int, step_id: int, reason: str, by: Officer, at: datetime, revision: int | None = None
) -> Dossier:
    """Skip a step that the workflow allows to be skipped."""
    moving = take("skip_step", dossier_id=dossier_id, by=by, at=at, revision=revision, states=WORKING)
    step = step_of(moving.dossier, step_id)
    progress = services.skip_step(
        step_id=step.pk, reason=reason, calendar=calendar_of(moving.dossier), by=by, at=at
    )
    advance(moving, progress, "skip_step", **advancing.facts_of_step(step, reason))
    return moving.dossier


def step_of(dossier: Dossier, step_id: int) -> StepRun:
    """Return a step of this dossier and of no other."""
    return StepRun.objects.get(pk=step_id, case=dossier.case_id)


def facts(dossier: Dossier) -> CaseFacts:
    """What a guard may ask of a dossier now."""
    return CaseFacts(
        fee_settled=dossier.bill is None or dossier.bill.is_settled,
        result_drafted=dossier.result_id is not None,
        result_signed=dossier.result is not None and dossier.result.is_final,
        papers_complete=not dossier.supplement_items.filter(received_at=None).exists(),
    )


def advance(moving: Moving, progress: services.Progress, verb: str, **details: object) -> None:
    """Enter the move; a dossier that is over already only keeps the entry."""
    if moving.dossier.closed_at is None:
        advancing.follow(moving, progress, verb, **details)
    else:
        moving.dossier.case = progress.case
        moving.record(verb, **details)


def _require_plain(step: StepRun) -> None:
    words = {"step": step.name}
    if step.kind in COUNTER:
        raise NotHere(_("Bước “%(step)s” làm ở quầy: chuyển giải quyết, hoặc trả kết quả.") % words)
    if step.kind == StepKind.FINANCIAL:
        raise NotHere(_("Bước “%(step)s” xong khi xác nhận đã nộp tiền.") % words)
