"""The usual workflow of a procedure, made from the steps that its catalogue version lists.

What an office has not arranged for itself runs by this pattern. The chain is read in the catalogue's order;
neighbours with a ``parallel_group`` run side by side, each in its own lane.
"""

from itertools import groupby

import msgspec

from motcua.catalogue.definitions import ProcedureDefinition, Step
from motcua.organisation.roles import Role
from motcua.process import parties
from motcua.process.definitions import Guard, StepDefinition, StepKind, WorkflowDefinition

# National portal states (dossier_statuses) that a step leads to.
_REGISTERED, _ACCEPTED, _FINANCIAL_DUTY, _RETURNED = 1, 2, 6, 10
_WORKING_DAY = 480  # minutes; the catalogue's hours are those of an eight-hour day


def workflow_of(definition: ProcedureDefinition) -> WorkflowDefinition:
    """Return the pattern workflow of one procedure version: intake first, return last, keys ``s<seq>``.

    Steps before reception (state 1) are no part of it. Where the catalogue names no reception, no work or no
    return of its own, the counter's step is added, so that every dossier is received, settled and returned.
    """
    listed = [step for step in definition.steps if step.status_after > _REGISTERED]
    intake, work, handing = _parted(listed)
    steps = [intake]
    waits_for: tuple[str, ...] = (intake.key,)
    for group, members in groupby(work, key=lambda step: bool(step.parallel_group)):
        if group:
            lanes = _lanes(list(members), after=waits_for)
            steps += lanes
            waits_for = _awaited(lanes, work) or waits_for
        else:
            for step in members:
                steps.append(_step(step, after=waits_for))
                waits_for = (f"s{step.seq}",)
    steps.append(msgspec.structs.replace(handing, after=waits_for))
    return WorkflowDefinition(tuple(_guarded(steps, last=waits_for)))


def _parted(listed: list[Step]) -> tuple[StepDefinition, list[Step], StepDefinition]:
    """Part the catalogue's steps into intake, work and return."""
    first, last = listed[0], listed[-1]
    if first.status_after == _ACCEPTED:
        intake, listed = _step(first, kind=StepKind.INTAKE), listed[1:]
    else:
        role = first.role if first.role == Role.POLICE_DUTY_OFFICER else Role.ONE_STOP_OFFICER
        intake = StepDefinition(
            key="s0", name_vi="Tiếp nhận hồ sơ", role=role, kind=StepKind.INTAKE, minutes=30
        )
    if len(listed) > 1 and last.status_after == _RETURNED:
        return intake, listed[:-1], _step(last, kind=StepKind.RETURN)
    handing = StepDefinition(
        key=f"s{last.seq + 1}", name_vi="Trả kết quả", role=intake.role, kind=StepKind.RETURN, minutes=30
    )
    return intake, listed, handing


def _step(
    step: Step, *, after: tuple[str, ...] = (), lane: str = "main", kind: StepKind | None = None
) -> StepDefinition:
    kind = kind or _kind(step)
    minutes = None if step.hours is None else round(step.hours * 60)
    days = step.publish_days if step.publish_unit == "calendar_day" else None
    if kind == StepKind.POSTING and not minutes:
        minutes = None if days else (step.publish_days or 0) * _WORKING_DAY
    return StepDefinition(
        key=f"s{step.seq}",
        name_vi=step.action_vi,
        role=step.role,
        kind=kind,
        lane=lane,
        minutes=None if kind == StepKind.FINANCIAL else minutes,
        calendar_days=days,
        counted=step.counted and kind != StepKind.FINANCIAL,
        optional=step.optional,
        after=after,
    )


def _kind(step: Step) -> StepKind:
    if step.paused or step.status_after == _FINANCIAL_DUTY:
        return StepKind.FINANCIAL
    if step.publish_days:
        return StepKind.POSTING
    if step.role in parties.SIGNERS:
        return StepKind.SIGN
    return StepKind.EXTERNAL if step.role in parties.EXTERNAL else StepKind.WORK


def _lanes(members: list[Step], *, after: tuple[str, ...]) -> list[StepDefinition]:
    """Neighbours side by side, each in a lane of its own: ``a1``, ``a2``, ``b1``."""
    seen: dict[str, int] = {}
    lanes = []
    for step in members:
        group = step.parallel_group.lower()
        seen[group] = seen.get(group, 0) + 1
        lanes.append(_step(step, after=after, lane=f"{group}{seen[group]}"))
    return lanes


def _awaited(lanes: list[StepDefinition], listed: list[Step]) -> tuple[str, ...]:
    """The lanes that the next step waits for; a group of optional steps alone holds nothing up."""
    groups = {f"s{step.seq}": step.parallel_group for step in listed}
    needed = {groups[lane.key] for lane in lanes if not lane.optional}
    return tuple(lane.key for lane in lanes if groups[lane.key] in needed)


def _guarded(steps: list[StepDefinition], *, last: tuple[str, ...]) -> list[StepDefinition]:
    """Set the guards: no signature without a draft, no settlement without it, no result before the fee.

    Where a body outside decides after the leader, and where nobody signs, the result comes from there and is
    not asked for here.
    """
    signing = [step for step in steps if step.kind == StepKind.SIGN]
    deciding = max((n for n, step in enumerate(steps) if step.role in parties.DECIDERS), default=-1)
    issuer = signing[-1].key if signing and steps.index(signing[-1]) > deciding else ""
    guards: dict[str, tuple[Guard, ...]] = {steps[-1].key: (Guard.FEE_SETTLED,)}
    if issuer:
        guards |= dict.fromkeys(last, (Guard.RESULT_SIGNED,))
        guards[issuer] = (Guard.RESULT_DRAFTED, Guard.RESULT_SIGNED)
    return [msgspec.structs.replace(step, guards=guards.get(step.key, ())) for step in steps]
