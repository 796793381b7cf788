from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.dossiers import accepting, judging, papers, receiving
from motcua.dossiers.authority import require_may
from motcua.dossiers.inputs import ComponentInput, FileInput, Intake
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import Moving, WrongState, take, what_happened
from motcua.dossiers.states import State
from motcua.organisation.access import Officer


def accept(*, intake: Intake, by: Officer, at: datetime) -> Dossier:
    """Accept a dossier at the counter (tiếp nhận hồ sơ): all its rows, its number, its promise, in one act.

    The same intake key never makes a second dossier: a double click, a second tab or a retry after a crash gets
    the one that is there.

    Raises:
        InvalidIntake: with a sentence for each field at fault.
        MissingPapers: required papers are not there; with all of them.
        PossiblyKnown: people who look like the applicant must be looked at first.
        NotInForce: the version does not hold on this day.
        NotAllowed: the officer's posts do not allow it.
    Source: NĐ 118/2025/NĐ-CP; before 01/07/2025 NĐ 61/2018/NĐ-CP art. 17.
    """
    known = receiving.known(intake, target="accept", at=at)
    if known is not None:
        return known
    try:
        return _accept(intake=intake, by=by, at=at)
    except IntegrityError:
        known = receiving.known(intake, target="accept", at=at)
        if known is None:
            raise
        return known


@transaction.atomic
def _accept(*, intake: Intake, by: Officer, at: datetime) -> Dossier:
    on = timezone.localdate(at)
    version = judging.version_for(intake, on=on)
    definition = version.definition
    receiving.require_reception_elsewhere(intake, definition, unit_id=by.unit_id)
    judging.judge(intake, definition, judging.answers_of(definition, intake.answers, on=on), on=on)
    moving = receiving.bring_in(intake, version=version, unit_id=by.unit_id, by=by, at=at)
    require_may(by, "accept", moving.dossier)
    accepting.accept(
        moving,
        "accept",
        received=papers.given_papers(definition, intake.components),
        by=by,
        limit_days=intake.limit_days,
        limit_reason=intake.limit_reason,
    )
    moving.record("accept", draft=intake.key)
    receiving.add_papers(moving.dossier, intake.components, intake.files, by=by, at=at)
    receiving.forget_draft(intake)
    return moving.dossier


@transaction.atomic
def accept_registered(
    *,
    dossier_id: int,
    by: Officer,
    at: datetime,
    revision: int | None = None,
    limit_days: int | None = None,
    limit_reason: str = "",
) -> Dossier:
    """Accept a dossier that was handed in online or by post; its limit starts now.

    Raises:
        MissingPapers: with all papers that are not there.
        WrongState: somebody has dealt with it already; says who and when.
    """
    moving = take("accept", dossier_id=dossier_id, by=by, at=at, revision=revision)
    _accept_existing(moving, "accept", by=by, limit_days=limit_days, limit_reason=limit_reason)
    return moving.dossier


@transaction.atomic
def accept_completed(
    *,
    dossier_id: int,
    components: tuple[ComponentInput, ...] = (),
    files: tuple[FileInput, ...] = (),
    answers: dict[str, Any] | None = None,
    by: Officer,
    at: datetime,
    revision: int | None = None,
    limit_days: int | None = None,
    limit_reason: str = "",
) -> Dossier:
    """Receive anew a dossier that was incomplete at the counter, once it is complete; its limit starts now.

    Args:
        answers: the e-form as it stands now; None where nothing in it changed.
    Source: NĐ 61/2018/NĐ-CP art. 19(4); no limit had started before.
    """
    moving = take("accept_completed", dossier_id=dossier_id, by=by, at=at, revision=revision)
    if moving.dossier.accepted_at is not None:
        raise WrongState(what_happened(moving.dossier, now=at))
    definition, on = moving.dossier.version.definition, timezone.localdate(at)
    kept = judging.answers_of(definition, moving.dossier.answers if answers is None else answers, on=on)
    judging.judge_completion(definition, kept, components, files, on=on)
    moving.change(answers=kept)
    receiving.add_papers(moving.dossier, components, files, by=by, at=at)
    moving.dossier.supplement_items.filter(received_at=None).update(received_at=at, received_by=by.account_id)
    _accept_existing(moving, "accept_completed", by=by, limit_days=limit_days, limit_reason=limit_reason)
    return moving.dossier


def _accept_existing(
    moving: Moving, verb: str, *, by: Officer, limit_days: int | None, limit_reason: str
) -> None:
    dossier, on = moving.dossier, timezone.localdate(moving.at)
    rows = list(dossier.components.order_by("pk"))
    judging.require_papers(
        dossier.version.definition,
        dossier.answers,
        {row.component_id for row in rows},
        on=on,
        channel=dossier.channel,
        case_id=dossier.procedure_case,
    )
    accepting.accept(
        moving,
        verb,
        received=papers.kept_papers(rows),
        by=by,
        limit_days=limit_days,
        limit_reason=limit_reason,
    )
    moving.record(verb)
    assert dossier.state == State.ACCEPTED
