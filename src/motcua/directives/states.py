"""The life of a directive: drafted and issued here, or entered from paper; withdrawn when it no longer holds.

The tasks in it have a life of their own, see ``task_states``.
"""

from dataclasses import dataclass

from django.db import models

from motcua.organisation.roles import Role


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

#: Who signs for a People's Committee; an office of it is signed for by its head too.
LEADERS: frozenset[str] = frozenset({Role.COMMUNE_LEADER})
HEADS: frozenset[str] = LEADERS | {Role.DIVISION_HEAD}
#: Who writes directives, enters those on paper, and watches over their tasks.
DRAFTERS: frozenset[str] = HEADS | {
    Role.HOME_AFFAIRS_OFFICER,
    Role.PROVINCIAL_HOME_AFFAIRS,
    Role.PAR_OFFICER,
    Role.RECORDS_CLERK,
    Role.ONE_STOP_HEAD,
    Role.SPECIALIST,
}


@dataclass(frozen=True, slots=True)
class Transition:
    """One move: from which states (None: a new directive), to which, by whom."""

    sources: tuple[State | None, ...]
    target: State
    owners: frozenset[str]
    title_vi: str


TRANSITIONS: dict[str, Transition] = {
    "draft": Transition((None,), State.DRAFT, DRAFTERS, "Soạn thảo"),
    "issue": Transition((State.DRAFT,), State.ISSUED, HEADS, "Ký, ban hành"),
    "enter": Transition((None,), State.ISSUED, DRAFTERS, "Vào sổ văn bản giấy"),
    "withdraw": Transition((State.DRAFT, State.ISSUED), State.WITHDRAWN, HEADS, "Thu hồi"),
}
