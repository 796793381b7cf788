"""The life of an initiative: written, registered, tried out, judged, recognised, spread over other units."""

from django.db import models

from motcua.organisation.moves import Transition
from motcua.organisation.roles import LEADERS, Role


class State(models.TextChoices):
    """The life cycle of ``data/initiatives.yaml``, and the draft before it."""

    DRAFT = "draft", "Đang soạn"
    REGISTERED = "registered", "Đăng ký đầu năm"
    PILOTING = "piloting", "Thí điểm"
    EVALUATING = "evaluating", "Đang đánh giá"
    RECOGNISED = "recognised", "Được công nhận"
    NOT_RECOGNISED = "not_recognised", "Không công nhận"
    REPLICATING = "replicating", "Nhân rộng"
    COMMITTED = "committed", "Đơn vị cam kết thực hiện"
    OPERATING = "operating", "Đang thực hiện"
    PAUSED = "paused", "Tạm dừng"
    ENDED = "ended", "Kết thúc"


#: A new one is a draft; those of the source documents come in as they were when the documents were written.
INITIAL: frozenset[State] = frozenset({State.DRAFT, State.REPLICATING, State.OPERATING})
FINAL: frozenset[State] = frozenset({State.NOT_RECOGNISED, State.ENDED})
#: While it is in these its words may still be mended.
WRITABLE: frozenset[State] = frozenset({State.DRAFT, State.REGISTERED, State.PILOTING})
#: Served to people, here or elsewhere.
LIVE: frozenset[State] = frozenset(
    {State.RECOGNISED, State.REPLICATING, State.COMMITTED, State.OPERATING, State.PAUSED}
)

#: Who looks after the register, the councils and the models of a unit.
KEEPERS: frozenset[str] = LEADERS | {
    Role.HOME_AFFAIRS_OFFICER,
    Role.PROVINCIAL_HOME_AFFAIRS,
    Role.PAR_OFFICER,
    Role.DIVISION_HEAD,
}
#: Who may propose one: everybody who serves at the unit.
PROPOSERS: frozenset[str] = KEEPERS | {
    Role.ONE_STOP_OFFICER,
    Role.ONE_STOP_HEAD,
    Role.CIVIL_STATUS_OFFICER,
    Role.CERTIFICATION_OFFICER,
    Role.CULTURE_SOCIAL_OFFICER,
    Role.LAND_OFFICER,
    Role.CONSTRUCTION_OFFICER,
    Role.ECONOMY_OFFICER,
    Role.RECORDS_CLERK,
    Role.ARCHIVIST,
    Role.SPECIALIST,
    Role.COUNCIL_MEMBER,
}


_RUNNING = (State.RECOGNISED, State.REPLICATING, State.COMMITTED, State.OPERATING)

TRANSITIONS: dict[str, Transition[State]] = {
    "register": Transition((None,), State.DRAFT, PROPOSERS, "Soạn đăng ký"),
    "submit": Transition((State.DRAFT,), State.REGISTERED, PROPOSERS, "Gửi đăng ký"),
    "start_pilot": Transition((State.REGISTERED,), State.PILOTING, KEEPERS, "Bắt đầu thí điểm"),
    "start_evaluation": Transition(
        (State.REGISTERED, State.PILOTING), State.EVALUATING, KEEPERS, "Đưa ra hội đồng"
    ),
    "recognise": Transition((State.EVALUATING,), State.RECOGNISED, LEADERS, "Công nhận"),
    "reject": Transition((State.EVALUATING,), State.NOT_RECOGNISED, KEEPERS, "Không công nhận"),
    "replicate": Transition(_RUNNING, State.REPLICATING, KEEPERS, "Nhân rộng"),
    "commit": Transition(
        (State.RECOGNISED, State.REPLICATING), State.COMMITTED, PROPOSERS, "Cam kết thực hiện"
    ),
    "operate": Transition(
        (State.RECOGNISED, State.REPLICATING, State.COMMITTED), State.OPERATING, PROPOSERS, "Thực hiện"
    ),
    "pause": Transition(_RUNNING, State.PAUSED, KEEPERS, "Tạm dừng"),
    "resume": Transition((State.PAUSED,), State.OPERATING, KEEPERS, "Thực hiện lại"),
    "end": Transition(
        (State.DRAFT, State.REGISTERED, State.PILOTING, State.PAUSED, *_RUNNING),
        State.ENDED, KEEPERS, "Kết thúc",
    ),
}  # fmt: skip
