"""A workflow as data: its steps, their order and lanes, and the guards that a step must pass.

An office edits its workflows as rows on a screen or as a file; both are checked here, so that an unknown
guard, role or order is an error when the workflow is saved and never "true" when a dossier waits on it.
"""

from enum import StrEnum

import msgspec


class Guard(StrEnum):
    """What must hold before a step may be completed."""

    FEE_SETTLED = "fee_settled"
    RESULT_DRAFTED = "result_drafted"
    RESULT_SIGNED = "result_signed"
    PAPERS_COMPLETE = "papers_complete"


class StepKind(StrEnum):
    """INTAKE and RETURN stand at the counter; FINANCIAL waits for a payment; POSTING for a public notice."""

    INTAKE = "intake"
    WORK = "work"
    SIGN = "sign"
    POSTING = "posting"
    FINANCIAL = "financial"
    EXTERNAL = "external"
    RETURN = "return"


class StepDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One step (bước) of a workflow.

    ``minutes`` is the working time given to the step, None where another body decides; ``after`` names the
    steps that must be finished first, so steps with the same ``after`` run in parallel lanes.
    """

    key: str
    name_vi: str
    role: str
    kind: StepKind = StepKind.WORK
    lane: str = "main"
    minutes: int | None = None
    counted: bool = True
    optional: bool = False
    after: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()


class WorkflowDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All steps of one workflow, in reading order."""

    steps: tuple[StepDefinition, ...]

    def step(self, key: str) -> StepDefinition:
        return next(step for step in self.steps if step.key == key)


class CaseFacts(msgspec.Struct, frozen=True):
    """What the owner of a case knows and a guard may ask; the owner fills it at each completion."""

    fee_settled: bool = True
    result_drafted: bool = True
    result_signed: bool = True
    papers_complete: bool = True

    def holds(self, guard: Guard) -> bool:
        return bool(getattr(self, guard.value))
