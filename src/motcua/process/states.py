"""The states of a step, and how a step moves between them."""

from dataclasses import dataclass

from django.db import models


class StepState(models.TextChoices):
    WAITING = "waiting", "Chưa tới lượt"
    OPEN = "open", "Đang làm"
    DONE = "done", "Đã xong"
    SKIPPED = "skipped", "Không cần làm"
    SENT_BACK = "sent_back", "Chuyển trả lại"
    CANCELLED = "cancelled", "Thôi"


class Part(models.TextChoices):
    """What an officer does in a step (phân công)."""

    DO = "do", "Thực hiện"
    COORDINATE = "coordinate", "Phối hợp"
    FOLLOW = "follow", "Theo dõi"


@dataclass(frozen=True, slots=True)
class StepMove:
    source: StepState
    target: StepState


TRANSITIONS: dict[str, StepMove] = {
    "open": StepMove(StepState.WAITING, StepState.OPEN),
    "skip": StepMove(StepState.OPEN, StepState.SKIPPED),
    "skip_waiting": StepMove(StepState.WAITING, StepState.SKIPPED),
    "cancel_waiting": StepMove(StepState.WAITING, StepState.CANCELLED),
    "complete": StepMove(StepState.OPEN, StepState.DONE),
    "send_back": StepMove(StepState.OPEN, StepState.SENT_BACK),
    "cancel": StepMove(StepState.OPEN, StepState.CANCELLED),
}
INITIAL = frozenset({StepState.WAITING})
FINAL = frozenset({StepState.DONE, StepState.SKIPPED, StepState.SENT_BACK, StepState.CANCELLED})
