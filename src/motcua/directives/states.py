"""The life of a directive: drafted and issued here, or entered from paper; withdrawn when it no longer holds.

The tasks in it have a life of their own, see ``task_states``.
"""

from django.db import models

from motcua.organisation.moves import Transition
from motcua.organisation.roles import HEADS, Role


class State(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"
    WITHDRAWN = "withdrawn", "Đã thu hồi"


class Kind(models.TextChoices):
    """Kinds of directive; each is also the kind of paper that is printed."""

    OFFICIAL_LETTER = "official_letter", "Công văn"
    PLAN = "plan", "Kế hoạch"
    CONFERENCE_CONCLUSION = "conference_conclusion", "Thông báo kết luận hội nghị"


INITIAL: frozenset[State] = frozenset({State.DRAFT, State.ISSUED})
FINAL: frozenset[State] = frozenset({State.WITHDRAWN})

#: Who writes directives, enters those on paper, and watches over their tasks.
DRAFTERS: frozenset[str] = HEADS | {
    Role.HOME_AFFAIRS_OFFICER,
    Role.PROVINCIAL_HOME_AFFAIRS,
    Role.PAR_OFFICER,
    Role.RECORDS_CLERK,
    Role.ONE_STOP_HEAD,
    Role.SPECIALIST,
}


TRANSITIONS: dict[str, Transition[State]] = {
    "draft": Transition((None,), State.DRAFT, DRAFTERS, "Soạn thảo"),
    "issue": Transition((State.DRAFT,), State.ISSUED, HEADS, "Ký, ban hành"),
    "enter": Transition((None,), State.ISSUED, DRAFTERS, "Vào sổ văn bản giấy"),
    "withdraw": Transition((State.DRAFT, State.ISSUED), State.WITHDRAWN, HEADS, "Thu hồi"),
}
