"""What the steps of the office do to the dossier: its state, its clock, its end.

A step outside the limit (public notice, financial duty) stops the clock while it is open; when the return
opens, the dossier is settled and judged, once.
"""

from motcua.dossiers import clock
from motcua.dossiers.models import Pause
from motcua.dossiers.moving import Moving
from motcua.dossiers.pausing import begin_pause, end_pause, open_pause, policy_of
from motcua.dossiers.states import PauseKind, State
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.services import Progress


def facts_of_step(step: StepRun, note: str = "") -> dict[str, object]:
    """What the ledger keeps of a step: key, turn and name, the note if there is one."""
    facts: dict[str, object] = {"step": step.key, "turn": step.turn, "name": step.name, "step_id": step.pk}
    return {**facts, "note": note} if note else facts


def follow(moving: Moving, progress: Progress, verb: str, **details: object) -> None:
    """Enter a move between steps, then let state and clock follow the steps that are open now."""
    moving.dossier.case = progress.case
    moving.record(verb, **details)
    settle(moving, progress.now_open)


def settle(moving: Moving, now_open: list[StepRun], **details: object) -> None:
    """Bring the dossier's state and clock in line with its open steps; each change is an entry of its own.

    Args:
        details: kept with the entry of a confirmed payment.
    """
    pause = open_pause(moving.dossier)
    returning = any(step.kind == StepKind.RETURN for step in now_open)
    waiting = [step for step in now_open if not step.counted and not returning]
    paying = any(step.kind == StepKind.FINANCIAL for step in waiting)
    was_paying = moving.dossier.state == State.FINANCIAL_DUTY
    if pause is not None and not waiting:
        end_pause(moving, pause)
        if not was_paying:
            moving.record("end_posting", **_interval(pause))
    if returning:
        _finish(moving, "finish_on_payment" if was_paying else "finish", **details)
    elif was_paying and not paying:
        moving.go("confirm_payment")
        moving.record("confirm_payment", **details)
    elif paying and not was_paying:
        if pause is None:
            begin_pause(moving, PauseKind.FINANCIAL, mode=clock.RESUME, reason=waiting[0].name)
        moving.go("ask_payment")
        moving.record("ask_payment", **facts_of_step(waiting[0]))
    elif waiting and pause is None:
        begin_pause(moving, PauseKind.POSTING, mode=clock.RESUME, reason=waiting[0].name)
        moving.record("begin_posting", **facts_of_step(waiting[0]))


def _finish(moving: Moving, verb: str, **details: object) -> None:
    """Settle the dossier (xử lý xong) and judge it once, by the policy of its reception day."""
    dossier, at = moving.dossier, moving.at
    assert dossier.due_at is not None, f"{dossier.code} is settled without a promise."
    classification = policy_of(dossier).classification
    outcome = clock.judge(dossier.due_at, finished_at=at, classification=classification)
    moving.change(finished_at=at, finished_by_id=moving.by.account_id, outcome=outcome, closed_at=at)
    moving.go(verb)
    moving.record(verb, classification=classification, due_at=dossier.due_at, outcome=outcome, **details)


def _interval(pause: Pause) -> dict[str, object]:
    return {"began_at": pause.began_at, "due_before": pause.due_before, "due_after": pause.due_after}
