"""The open steps of many cases at once, read as plain values: a list of fifty rows needs a hundred of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.db.models import Q

from motcua.organisation.access import Officer
from motcua.process.access import may_complete
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState


@dataclass(frozen=True, slots=True)
class Lying:
    """The case of a step, as far as authority asks for it."""

    unit_id: int


@dataclass(frozen=True, slots=True)
class ListedStep:
    """A step with those facts of a ``StepRun`` that lists show and ``process.access`` judges by."""

    pk: int
    kind: str
    role: str
    state: str
    position: int
    name: str
    assignee_id: int | None
    assignee: str
    case: Lying

    @property
    def is_open(self) -> bool:
        return self.state == StepState.OPEN

    def may_be_completed_by(self, officer: Officer) -> bool:
        return may_complete(officer, cast(StepRun, self))


_COLUMNS = (
    "case_id", "pk", "kind", "role", "state", "position", "name", "assignee_id", "assignee__display_name",
    "case__unit_id",
)  # fmt: skip


def steps_of(case_ids: Iterable[int]) -> dict[int, list[ListedStep]]:
    """Return the open steps of each case in reading order, and the signatures that still wait; one query."""
    wanted = Q(state=StepState.OPEN) | Q(state=StepState.WAITING, kind=StepKind.SIGN)
    runs = StepRun.objects.filter(wanted, case__in=list(case_ids)).order_by("position", "pk")
    found: dict[int, list[ListedStep]] = {}
    for case_id, pk, kind, role, state, position, name, holder_id, holder, unit_id in runs.values_list(
        *_COLUMNS
    ):
        step = ListedStep(pk, kind, role, state, position, name, holder_id, holder or "", Lying(unit_id))
        found.setdefault(case_id, []).append(step)
    return found
