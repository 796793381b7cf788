"""The life of one version of a periodic report (báo cáo định kỳ), and who moves it on."""

from dataclasses import dataclass

from django.db import models

from motcua.organisation.roles import HEADS, Role


class State(models.TextChoices):
    DRAFT = "draft", "Đang lập"
    SIGNED = "signed", "Đã ký, chờ gửi"
    SENT = "sent", "Đã gửi"
    RECEIVED = "received", "Đã tiếp nhận"
    RETURNED = "returned", "Bị trả lại"
    ACCEPTED = "accepted", "Đã chấp nhận"
    REPLACED = "replaced", "Đã có lần báo cáo sau thay"


class Form(models.TextChoices):
    """The forms that an office can be obliged to send; the ids are those of the catalogue of forms."""

    MODELS = "quarterly_model_report", "Báo cáo kết quả thực hiện mô hình, sáng kiến"
    REPORT_06A = "report_06a", "Biểu II.06a/VPCP/KSTT, kết quả giải quyết thủ tục hành chính"
    INITIATIVES = "initiative_register", "Sổ đăng ký sáng kiến"
    LATE_REASONS = "report_reason_late", "Biểu nguyên nhân quá hạn"


class Side(models.TextChoices):
    """From which side one looks at a report."""

    UNIT = "unit", "Đơn vị báo cáo"
    COLLECTOR = "collector", "Nơi nhận báo cáo"


INITIAL: frozenset[State] = frozenset({State.DRAFT})
FINAL: frozenset[State] = frozenset({State.RETURNED, State.REPLACED})
#: Versions whose figures count upwards.
STANDING: frozenset[State] = frozenset({State.SENT, State.RECEIVED, State.ACCEPTED})

COLLECTORS: frozenset[str] = HEADS | {Role.HOME_AFFAIRS_OFFICER, Role.PROVINCIAL_HOME_AFFAIRS}
WRITERS: frozenset[str] = COLLECTORS | {
    Role.PAR_OFFICER,
    Role.RECORDS_CLERK,
    Role.ONE_STOP_HEAD,
    Role.SPECIALIST,
}


@dataclass(frozen=True, slots=True)
class Transition:
    """One move: from which states (None: a new version), to which, on which side, by whom."""

    sources: tuple[State | None, ...]
    target: State
    side: Side
    owners: frozenset[str]
    title_vi: str


TRANSITIONS: dict[str, Transition] = {
    "open": Transition((None,), State.DRAFT, Side.UNIT, WRITERS, "Mở báo cáo"),
    "new_version": Transition((None,), State.DRAFT, Side.UNIT, WRITERS, "Lập lần báo cáo mới"),
    "sign": Transition((State.DRAFT,), State.SIGNED, Side.UNIT, HEADS, "Ký báo cáo"),
    "reopen": Transition((State.SIGNED,), State.DRAFT, Side.UNIT, WRITERS, "Rút về để sửa"),
    "send": Transition((State.SIGNED,), State.SENT, Side.UNIT, WRITERS, "Gửi báo cáo"),
    "receive": Transition((State.SENT,), State.RECEIVED, Side.COLLECTOR, COLLECTORS, "Tiếp nhận"),
    "return_report": Transition(
        (State.SENT, State.RECEIVED), State.RETURNED, Side.COLLECTOR, COLLECTORS, "Trả lại để sửa"
    ),
    "accept": Transition(
        (State.SENT, State.RECEIVED), State.ACCEPTED, Side.COLLECTOR, COLLECTORS, "Chấp nhận"
    ),
    "replace": Transition(
        (State.SENT, State.RECEIVED, State.ACCEPTED), State.REPLACED, Side.UNIT, WRITERS, "Thay bằng lần sau"
    ),
}

#: What is done with a draft without moving it.
ACTS: dict[str, str] = {
    "fill": "Đếm lại số liệu",
    "comment": "Ghi nhận xét",
    "correct": "Điều chỉnh số liệu",
    "remind": "Nhắc báo cáo",
}
