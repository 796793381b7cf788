"""A workflow as data: its steps, their order and lanes, and the guards that a step must pass.

An office edits its workflows as rows on a screen or as a file; both are checked here, so that an unknown
guard, role or order is an error when the workflow is saved and never "true" when a dossier waits on it.
"""

from collections.abc import Iterator
from enum import StrEnum

import msgspec


class Guard(StrEnum):
    """What must hold before a step may be completed."""

    FEE_SETTLED = "fee_settled"
    RESULT_DRAFTED = "result_drafted"
    RESULT_SIGNED = "result_signed"
    PAPERS_COMPLETE = "papers_complete"


class StepKind(StrEnum):
    """INTAKE and RETURN stand at the counter; FINANCIAL waits for a payment; POSTING for a public notice.

    EXTERNAL is work of another body; whoever holds the dossier here records its answer.
    """

    INTAKE = "intake"
    WORK = "work"
    SIGN = "sign"
    POSTING = "posting"
    FINANCIAL = "financial"
    EXTERNAL = "external"
    RETURN = "return"


#: Kinds that stand at the counter, where the dossier itself judges who may act.
COUNTER: frozenset[str] = frozenset({StepKind.INTAKE, StepKind.RETURN})


class StepDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One step (bước) of a workflow.

    ``minutes`` is the working time given to the step, None where another body decides; a step that lasts
    whole calendar days (a public notice) has ``calendar_days`` instead. ``counted`` False leaves the step out
    of the dossier's time limit. ``after`` names the steps that must be over first, so steps with the same
    ``after`` run in parallel lanes; an ``optional`` step may be skipped.
    """

    key: str
    name_vi: str
    role: str
    kind: StepKind = StepKind.WORK
    lane: str = "main"
    minutes: int | None = None
    calendar_days: int | None = None
    counted: bool = True
    optional: bool = False
    after: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()


class WorkflowDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All steps of one workflow, in reading order."""

    steps: tuple[StepDefinition, ...]

    def step(self, key: str) -> StepDefinition:
        """Return a step by its key. Raises StopIteration for a key that this workflow does not know."""
        return next(step for step in self.steps if step.key == key)

    @property
    def intake(self) -> StepDefinition:
        return next(step for step in self.steps if step.kind == StepKind.INTAKE)

    @property
    def returning(self) -> StepDefinition:
        """The step in which the result is handed over; when it opens, the dossier is settled."""
        return next(step for step in self.steps if step.kind == StepKind.RETURN)

    def before(self, key: str) -> set[str]:
        """The keys of all steps that must be over before a step opens, near and far."""
        found: set[str] = set()
        frontier = list(self.step(key).after)
        while frontier:
            earlier = frontier.pop()
            if earlier not in found:
                found.add(earlier)
                frontier += self.step(earlier).after
        return found

    def between(self, first: str, last: str) -> Iterator[StepDefinition]:
        """The steps on every way from one step to a later one, both included, in reading order."""
        ahead_of_last = self.before(last) | {last}
        for step in self.steps:
            if step.key in ahead_of_last and (step.key == first or first in self.before(step.key)):
                yield step


class CaseFacts(msgspec.Struct, frozen=True):
    """What the owner of a case knows and a guard may ask; the owner fills it at each completion."""

    fee_settled: bool = True
    result_drafted: bool = True
    result_signed: bool = True
    papers_complete: bool = True

    def holds(self, guard: Guard) -> bool:
        return bool(getattr(self, guard.value))
