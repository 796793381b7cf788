"""The life of a round of commendations: proposals are collected, a council votes, the chair decides."""

from django.db import models

from motcua.organisation.moves import Transition
from motcua.organisation.roles import HEADS, Role


class State(models.TextChoices):
    PROPOSING = "proposing", "Đang đề nghị"
    REVIEWING = "reviewing", "Hội đồng đang xét"
    DECIDED = "decided", "Đã quyết định"
    CANCELLED = "cancelled", "Đã dừng"


class RecipientKind(models.TextChoices):
    """Who is commended."""

    COLLECTIVE = "collective", "Tập thể"
    INDIVIDUAL = "individual", "Cá nhân"


class Seat(models.TextChoices):
    """What somebody is in a council; the head of an inspection team has a title of its own."""

    HEAD = "head", "Chủ tịch hội đồng"
    MEMBER = "member", "Thành viên"
    SECRETARY = "secretary", "Thư ký"


#: The same seats in an inspection team.
TEAM_SEATS: dict[str, str] = {**dict(Seat.choices), Seat.HEAD: "Trưởng đoàn"}

INITIAL: frozenset[State] = frozenset({State.PROPOSING})
FINAL: frozenset[State] = frozenset({State.DECIDED, State.CANCELLED})

#: Who prepares commendations: those who watch over the work of others.
PROPOSERS: frozenset[str] = HEADS | {
    Role.HOME_AFFAIRS_OFFICER,
    Role.PROVINCIAL_HOME_AFFAIRS,
    Role.PAR_OFFICER,
}


TRANSITIONS: dict[str, Transition[State]] = {
    "open_round": Transition((None,), State.PROPOSING, PROPOSERS, "Mở đợt khen thưởng"),
    "form_council": Transition((State.PROPOSING,), State.REVIEWING, PROPOSERS, "Lập hội đồng"),
    "decide": Transition((State.REVIEWING,), State.DECIDED, HEADS, "Quyết định khen thưởng"),
    "cancel_round": Transition((State.PROPOSING, State.REVIEWING), State.CANCELLED, PROPOSERS, "Dừng đợt"),
}
