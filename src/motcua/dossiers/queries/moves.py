"""What an officer may do with a dossier now, and what comes first."""

from collections.abc import Iterable, Sequence

import msgspec

from motcua.dossiers.authority import may
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import PENDING, TRANSITIONS, State
from motcua.dossiers.words import ACTS
from motcua.organisation.access import Officer
from motcua.process.access import may_complete
from motcua.process.definitions import COUNTER, StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState

_BY_ITSELF = frozenset({"submit", "finish", "finish_on_payment"})
_WORKING = (State.PROCESSING, State.FINANCIAL_DUTY)
#: What comes first when several acts are possible.
_FIRST = (
    "accept", "accept_completed", "take_supplement", "return_result", "sign_result", "transfer", "confirm_payment",
    "complete_step",
)  # fmt: skip


class NextAction(msgspec.Struct, frozen=True):
    """The one act that a dossier waits for from this officer; ``step_id`` where it is a step."""

    verb: str
    title: str
    step_id: int | None = None
    step_name: str = ""


def moves_for(dossier: Dossier, officer: Officer, steps: Sequence[StepRun] | None = None) -> list[str]:
    """Return the verbs of ``dossiers.services`` that the officer may do now, in the order of the dossier's life.

    ``accept`` stands for ``accept_registered`` here: the dossier is there already.

    Args:
        steps: the steps of its case, where the caller has read them.
    """
    verbs = [
        verb
        for verb, transition in TRANSITIONS.items()
        if verb not in _BY_ITSELF
        and State(dossier.state) in transition.sources
        and may(officer, verb, dossier)
    ]
    unfit = {"accept_completed"} if dossier.accepted_at else {"take_supplement"}
    mine = _my_steps(dossier, officer) if steps is None else _open_to(officer, steps)
    return [verb for verb in verbs if verb not in unfit] + _beside(dossier, officer, mine)


def next_action(dossier: Dossier, officer: Officer) -> NextAction | None:
    """Return what the dossier waits for from this officer, None when it waits for somebody else."""
    possible = set(moves_for(dossier, officer))
    steps = _my_steps(dossier, officer)
    for verb in _FIRST:
        if verb not in possible:
            continue
        step = _step_for(verb, steps)
        if step is None and verb in {"sign_result", "complete_step"}:
            continue
        return NextAction(verb, str(ACTS[verb].title), step.pk if step else None, step.name if step else "")
    return None


def _beside(dossier: Dossier, officer: Officer, steps: list[StepRun]) -> list[str]:
    """Acts that do not move the dossier between states."""
    verbs = []
    kinds = {step.kind for step in steps}
    if dossier.state in _WORKING:
        if kinds - COUNTER - {StepKind.FINANCIAL, StepKind.SIGN}:
            verbs += ["complete_step", "send_back"]
        if StepKind.SIGN in kinds and officer.account_id != dossier.accepted_by_id:
            verbs.append("sign_result")
        if dossier.result is None or dossier.result.signed_at is None:
            verbs += [verb for verb in ("draft_result",) if may(officer, verb, dossier)]
        verbs += [verb for verb in ("record_result",) if may(officer, verb, dossier)]
    if dossier.state in {State.ACCEPTED, State.PROCESSING} and dossier.due_at is not None:
        verbs += [verb for verb in ("extend_limit", "apologise") if may(officer, verb, dossier)]
    owed = dossier.bill is not None and not dossier.bill.is_settled
    if owed and dossier.state in {*PENDING, State.PROCESSED}:
        verbs += [verb for verb in ("collect_fee", "reassess_fee") if may(officer, verb, dossier)]
    return verbs + [verb for verb in ("note",) if may(officer, verb, dossier)]


def _my_steps(dossier: Dossier, officer: Officer) -> list[StepRun]:
    if dossier.case_id is None:
        return []
    runs = StepRun.objects.filter(case=dossier.case_id, state=StepState.OPEN)
    return _open_to(officer, runs.select_related("case", "assignee").order_by("position", "turn"))


def _open_to(officer: Officer, steps: Iterable[StepRun]) -> list[StepRun]:
    """Those of the steps that the officer may finish now."""
    running = [step for step in steps if step.state == StepState.OPEN and step.case.paused_at is None]
    return [step for step in running if may_complete(officer, step)]


def _step_for(verb: str, steps: list[StepRun]) -> StepRun | None:
    kinds = {
        "sign_result": {StepKind.SIGN},
        "transfer": {StepKind.INTAKE},
        "return_result": {StepKind.RETURN},
        "confirm_payment": {StepKind.FINANCIAL},
        "complete_step": {StepKind.WORK, StepKind.POSTING, StepKind.EXTERNAL},
    }.get(verb, set())
    return next((step for step in steps if step.kind in kinds), None)
