"""The life of a task: planned in a draft, assigned when the directive is issued, done only with evidence."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models


class State(models.TextChoices):
    PLANNED = "planned", "Dự kiến giao"
    ASSIGNED = "assigned", "Đã giao, chưa báo cáo"
    IN_PROGRESS = "in_progress", "Đang thực hiện"
    DONE = "done", "Hoàn thành"
    CANCELLED = "cancelled", "Thôi giao"


INITIAL: frozenset[State] = frozenset({State.PLANNED, State.ASSIGNED})
FINAL: frozenset[State] = frozenset({State.DONE, State.CANCELLED})
#: So many calendar days before the deadline its units are reminded, the farthest first.
REMINDER_DAYS = (7, 3, 1)
#: Assigned and not yet done: what reminders, boards and calendars are about.
OPEN: frozenset[State] = frozenset({State.ASSIGNED, State.IN_PROGRESS})


class Part(models.TextChoices):
    """What a unit has to do with a task (vai trò trong nhiệm vụ)."""

    LEAD = "lead", "Chủ trì"
    COORDINATE = "coordinate", "Phối hợp"
    FOLLOW = "follow", "Theo dõi"


class EvidenceKind(models.TextChoices):
    """What proves that something was done (minh chứng)."""

    REPORT = "report", "Báo cáo"
    DOCUMENT = "document", "Văn bản đã ban hành"
    MINUTES = "minutes", "Biên bản"
    PHOTO = "photo", "Hình ảnh"
    FIGURE = "figure", "Số liệu"


class Side(StrEnum):
    """From where an officer looks at a task: the unit that gave it, or the part that the own unit has in it."""

    KEEPER = "keeper"
    LEAD = "lead"
    COORDINATE = "coordinate"
    FOLLOW = "follow"


@dataclass(frozen=True, slots=True)
class Transition:
    """One move: from which states (None: a new task), to which, from which sides."""

    sources: tuple[State | None, ...]
    target: State
    sides: frozenset[Side]
    title_vi: str


_KEEPER = frozenset({Side.KEEPER})
_WORKERS = frozenset({Side.LEAD, Side.COORDINATE})

TRANSITIONS: dict[str, Transition] = {
    "plan": Transition((None,), State.PLANNED, _KEEPER, "Dự kiến giao"),
    "assign": Transition((None, State.PLANNED), State.ASSIGNED, _KEEPER, "Giao nhiệm vụ"),
    "report_progress": Transition(
        (State.ASSIGNED, State.IN_PROGRESS), State.IN_PROGRESS, _WORKERS, "Báo cáo tiến độ"
    ),
    "close": Transition((State.ASSIGNED, State.IN_PROGRESS), State.DONE, _KEEPER | {Side.LEAD}, "Hoàn thành"),
    "cancel": Transition(
        (State.PLANNED, State.ASSIGNED, State.IN_PROGRESS), State.CANCELLED, _KEEPER, "Thôi giao"
    ),
}

#: Acts that leave a task in its state, and from which sides they are done.
ACTS: dict[str, frozenset[Side]] = {
    "add_evidence": _WORKERS,
    "extend": _KEEPER,
    "send_message": frozenset(Side),
    "read_messages": frozenset(Side),
}
