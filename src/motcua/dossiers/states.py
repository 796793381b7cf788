"""The ten legal states of a dossier and every move between them: one table, the same for all procedures.

Screens, tests and the printed diagram all read this table. Codes 1–10 are those of the national portal
(Nghị định 118/2025/NĐ-CP; Thông tư 03/2025/TT-VPCP).
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models

from motcua.organisation.roles import Role


class State(models.TextChoices):
    REGISTERED = "registered", "Mới đăng ký"
    ACCEPTED = "accepted", "Được tiếp nhận"
    NOT_ACCEPTED = "not_accepted", "Không được tiếp nhận"
    PROCESSING = "processing", "Đang xử lý"
    SUPPLEMENT_REQUESTED = "supplement_requested", "Yêu cầu bổ sung giấy tờ"
    FINANCIAL_DUTY = "financial_duty", "Yêu cầu thực hiện nghĩa vụ tài chính"
    WITHDRAWN = "withdrawn", "Công dân yêu cầu rút hồ sơ"
    STOPPED = "stopped", "Dừng xử lý"
    PROCESSED = "processed", "Đã xử lý xong"
    RETURNED = "returned", "Đã trả kết quả"


PORTAL_CODES: dict[State, int] = {state: number for number, state in enumerate(State, start=1)}
INITIAL: frozenset[State] = frozenset(
    {State.REGISTERED, State.ACCEPTED, State.NOT_ACCEPTED, State.SUPPLEMENT_REQUESTED}
)
FINAL: frozenset[State] = frozenset({State.NOT_ACCEPTED, State.WITHDRAWN, State.STOPPED, State.RETURNED})
# Accepted and not yet settled: what the tables of the law call "đang giải quyết".
PENDING: frozenset[State] = frozenset(
    {State.ACCEPTED, State.PROCESSING, State.SUPPLEMENT_REQUESTED, State.FINANCIAL_DUTY}
)


class Channel(models.TextChoices):
    """How a dossier came in, or how its result goes out (kênh)."""

    DIRECT = "direct", "Tại quầy"
    ONLINE = "online", "Trực tuyến"
    POSTAL = "postal", "Bưu chính"
    HOME = "home", "Tại nhà"
    MOBILE = "mobile", "Lưu động"


class Outcome(models.TextChoices):
    """Judged once, from the finish, never rewritten."""

    EARLY = "early", "Trước hạn"
    ON_TIME = "on_time", "Đúng hạn"
    LATE = "late", "Quá hạn"


class PauseKind(models.TextChoices):
    SUPPLEMENT = "supplement", "Chờ bổ sung giấy tờ"
    FINANCIAL = "financial", "Chờ thực hiện nghĩa vụ tài chính"
    POSTING = "posting", "Niêm yết công khai"


class Clock(StrEnum):
    """What a move does to the dossier's time limit."""

    NONE = "none"
    START = "start"
    PAUSE = "pause"
    GO_ON = "go_on"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Transition:
    """One legal move: from which states (None: a new dossier), to which, by whom, with what effect."""

    sources: tuple[State | None, ...]
    target: State
    owners: frozenset[Role]
    clock: Clock
    title_vi: str
    paper: str = ""


_DESK = frozenset({Role.ONE_STOP_OFFICER, Role.ONE_STOP_HEAD})
_CITIZEN = _DESK | {Role.CITIZEN}
_SPECIALISTS = frozenset(
    {
        Role.CIVIL_STATUS_OFFICER,
        Role.CERTIFICATION_OFFICER,
        Role.CULTURE_SOCIAL_OFFICER,
        Role.LAND_OFFICER,
        Role.CONSTRUCTION_OFFICER,
        Role.ECONOMY_OFFICER,
        Role.SPECIALIST,
        Role.DIVISION_HEAD,
        Role.POLICE_DUTY_OFFICER,
        Role.POLICE_RESIDENCE_OFFICER,
        Role.SOCIAL_INSURANCE_OFFICER,
        Role.LAND_REGISTRY_OFFICER,
        Role.TAX_OFFICER,
    }
)
_SETTLERS = _SPECIALISTS | _DESK | {Role.COMMUNE_LEADER, Role.RECORDS_CLERK, Role.COMMUNE_POLICE_CHIEF}

TRANSITIONS: dict[str, Transition] = {
    "submit": Transition((None,), State.REGISTERED, _CITIZEN, Clock.NONE, "Nộp hồ sơ"),
    "accept": Transition(
        (None, State.REGISTERED), State.ACCEPTED, _DESK, Clock.START, "Tiếp nhận", "form_01"
    ),
    "accept_completed": Transition(
        (State.SUPPLEMENT_REQUESTED,), State.ACCEPTED, _DESK, Clock.START, "Tiếp nhận hồ sơ đã đủ", "form_01"
    ),
    "refuse": Transition(
        (None, State.REGISTERED), State.NOT_ACCEPTED, _DESK, Clock.NONE, "Từ chối tiếp nhận", "form_03"
    ),
    "ask_supplement": Transition(
        (None, State.REGISTERED, State.PROCESSING),
        State.SUPPLEMENT_REQUESTED,
        _DESK | _SPECIALISTS,
        Clock.PAUSE,
        "Yêu cầu bổ sung",
        "form_02",
    ),
    "take_supplement": Transition(
        (State.SUPPLEMENT_REQUESTED,), State.PROCESSING, _DESK, Clock.GO_ON, "Nhận giấy tờ bổ sung"
    ),
    "transfer": Transition(
        (State.ACCEPTED,), State.PROCESSING, _DESK, Clock.NONE, "Chuyển giải quyết", "form_06"
    ),
    "ask_payment": Transition(
        (State.PROCESSING,), State.FINANCIAL_DUTY, _SETTLERS, Clock.PAUSE, "Thông báo nghĩa vụ tài chính"
    ),
    "confirm_payment": Transition(
        (State.FINANCIAL_DUTY,), State.PROCESSING, _SETTLERS, Clock.GO_ON, "Xác nhận đã nộp tiền"
    ),
    "finish": Transition((State.PROCESSING,), State.PROCESSED, _SETTLERS, Clock.STOP, "Xử lý xong"),
    "finish_on_payment": Transition(
        (State.FINANCIAL_DUTY,), State.PROCESSED, _SETTLERS, Clock.STOP, "Nộp tiền và xử lý xong"
    ),
    "return_result": Transition(
        (State.PROCESSED,), State.RETURNED, _DESK | {Role.POST_OFFICER}, Clock.NONE, "Trả kết quả", "form_07"
    ),
    "withdraw": Transition(
        (State.REGISTERED, State.ACCEPTED, State.PROCESSING),
        State.WITHDRAWN,
        _CITIZEN,
        Clock.STOP,
        "Rút hồ sơ",
    ),
    "stop": Transition(
        (State.PROCESSING, State.SUPPLEMENT_REQUESTED),
        State.STOPPED,
        frozenset({Role.ONE_STOP_HEAD, Role.COMMUNE_LEADER}),
        Clock.STOP,
        "Dừng xử lý",
    ),
}
