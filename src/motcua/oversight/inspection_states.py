"""The life of an inspection of public duty (kiểm tra công vụ): planned, started on the spot, concluded."""

from dataclasses import dataclass

from django.db import models

from motcua.oversight.award_states import LEADERS, PROPOSERS


class State(models.TextChoices):
    PLANNED = "planned", "Đã lập kế hoạch"
    STARTED = "started", "Đang kiểm tra"
    CONCLUDED = "concluded", "Đã kết luận"
    CANCELLED = "cancelled", "Đã hủy"


class Kind(models.TextChoices):
    """A surprise inspection stays hidden from all but its team, and who signs its decision, until it starts."""

    PLANNED = "planned", "Theo kế hoạch"
    SURPRISE = "surprise", "Đột xuất"


INITIAL: frozenset[State] = frozenset({State.PLANNED})
FINAL: frozenset[State] = frozenset({State.CONCLUDED, State.CANCELLED})


@dataclass(frozen=True, slots=True)
class Transition:
    """One move: from which states (None: a new plan), to which, by whom (empty: the team itself)."""

    sources: tuple[State | None, ...]
    target: State
    owners: frozenset[str]
    title_vi: str


_TEAM: frozenset[str] = frozenset()

TRANSITIONS: dict[str, Transition] = {
    "plan_inspection": Transition((None,), State.PLANNED, PROPOSERS, "Lập kế hoạch kiểm tra"),
    "start": Transition((State.PLANNED,), State.STARTED, _TEAM, "Bắt đầu kiểm tra"),
    "conclude": Transition((State.STARTED,), State.CONCLUDED, LEADERS, "Kết luận"),
    "cancel_inspection": Transition((State.PLANNED,), State.CANCELLED, _TEAM, "Hủy kế hoạch"),
}
