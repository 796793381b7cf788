"""The life of an inspection of public duty (kiểm tra công vụ): planned, started on the spot, concluded."""

from django.db import models

from motcua.organisation.moves import Transition
from motcua.organisation.roles import LEADERS
from motcua.oversight.award_states import PROPOSERS


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


#: No role: whoever is in the team.
_TEAM: frozenset[str] = frozenset()

TRANSITIONS: dict[str, Transition[State]] = {
    "plan_inspection": Transition((None,), State.PLANNED, PROPOSERS, "Lập kế hoạch kiểm tra"),
    "start": Transition((State.PLANNED,), State.STARTED, _TEAM, "Bắt đầu kiểm tra"),
    "conclude": Transition((State.STARTED,), State.CONCLUDED, LEADERS, "Kết luận"),
    "cancel_inspection": Transition((State.PLANNED,), State.CANCELLED, _TEAM, "Hủy kế hoạch"),
}
