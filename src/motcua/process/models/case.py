from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy
from motcua.process.models.workflow import WorkflowVersion
from motcua.process.states import FINAL, Part, StepState


class Case(models.Model):
    """One thing on its way through a workflow; the thing holds a key down to its case.

    ``holder``, ``holder_role`` and ``step_name`` repeat what the open steps say, so that a list of fifty rows
    needs no second question; only this package's services write them, together with the steps.
    """

    privacy: ClassVar = {
        "subject": Privacy.OPEN, "opened_at": Privacy.OPEN, "closed_at": Privacy.OPEN, "step_name": Privacy.OPEN,
        "holder_role": Privacy.OPEN, "held_since": Privacy.OPEN, "paused_at": Privacy.OPEN,
    }  # fmt: skip

    version = models.ForeignKey(
        WorkflowVersion, models.PROTECT, related_name="cases", verbose_name="bản quy trình"
    )
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    subject = models.CharField("việc", max_length=80, unique=True)
    opened_at = models.DateTimeField("mở lúc")
    closed_at = models.DateTimeField("đóng lúc", null=True)
    paused_at = models.DateTimeField("tạm dừng từ", null=True)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="đang giữ"
    )
    holder_role = models.CharField("vai trò đang giữ", max_length=40, blank=True)
    step_name = models.CharField("bước đang làm", max_length=300, blank=True)
    held_since = models.DateTimeField("giữ từ", null=True)

    class Meta:
        verbose_name = "việc trong quy trình"
        indexes = [
            models.Index(
                F("unit"),
                F("holder"),
                F("holder_role"),
                name="case_open_by_holder",
                condition=Q(closed_at=None),
            )
        ]

    def __str__(self) -> str:
        return self.subject


class StepRun(models.Model):
    """One step of one case: who had it, from when to when, and until when it should be done."""

    privacy: ClassVar = {
        "key": Privacy.OPEN, "name": Privacy.OPEN, "lane": Privacy.OPEN, "role": Privacy.OPEN, "kind": Privacy.OPEN,
        "entered_at": Privacy.OPEN, "due_at": Privacy.OPEN, "finished_at": Privacy.OPEN, "note": Privacy.PERSONAL,
    }  # fmt: skip

    case = models.ForeignKey(Case, models.CASCADE, related_name="steps", verbose_name="việc")
    key = models.CharField("mã bước", max_length=40)
    turn = models.PositiveSmallIntegerField("lần thứ", default=1)
    position = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("tên bước", max_length=300)
    lane = models.CharField("làn", max_length=40, default="main")
    role = models.CharField("vai trò", max_length=40)
    kind = models.CharField("loại bước", max_length=20)
    state = models.CharField("trạng thái", max_length=20, choices=StepState, default=StepState.WAITING)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người thực hiện"
    )
    minutes = models.PositiveIntegerField("thời gian được giao (phút làm việc)", null=True)
    counted = models.BooleanField("tính vào thời hạn", default=True)
    optional = models.BooleanField("có thể bỏ qua", default=False)
    entered_at = models.DateTimeField("nhận việc lúc", null=True)
    due_at = models.DateTimeField("phải xong trước", null=True)
    finished_at = models.DateTimeField("xong lúc", null=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người làm xong"
    )
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        verbose_name = "bước"
        constraints = [
            models.UniqueConstraint("case", "key", "turn", name="step_once_per_turn"),
            models.CheckConstraint(
                name="step_finish_is_whole",
                condition=all_or_none("finished_at", "finished_by"),
                violation_error_message="Bước đã xong thì phải có người làm xong và giờ xong.",
            ),
            models.CheckConstraint(
                name="step_done_has_a_finish",
                condition=~Q(state__in=[StepState.DONE, StepState.SENT_BACK]) | Q(finished_at__isnull=False),
                violation_error_message="Bước đã xong thì phải có giờ xong.",
            ),
            models.CheckConstraint(
                name="step_open_has_been_entered",
                condition=~Q(state=StepState.OPEN) | Q(entered_at__isnull=False),
                violation_error_message="Bước đang làm thì phải có giờ nhận việc.",
            ),
        ]
        indexes = [
            models.Index(F("assignee"), F("due_at"), name="step_open_by_assignee", condition=Q(state="open")),
            models.Index(F("role"), F("due_at"), name="step_open_by_role", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.case_id})"

    @property
    def is_over(self) -> bool:
        return self.state in FINAL


class StepAssignment(models.Model):
    """An officer's part in a step: does it, coordinates, or follows; kept when it ends."""

    privacy: ClassVar = {"assigned_at": Privacy.OPEN, "ended_at": Privacy.OPEN}

    step = models.ForeignKey(StepRun, models.CASCADE, related_name="assignments", verbose_name="bước")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="công chức"
    )
    part = models.CharField("phần việc", max_length=12, choices=Part)
    assigned_at = models.DateTimeField("giao lúc")
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người giao"
    )
    ended_at = models.DateTimeField("thôi lúc", null=True)

    class Meta:
        verbose_name = "phân công"
        constraints = [
            models.UniqueConstraint(
                "step",
                "account",
                name="assignment_once_at_a_time",
                condition=Q(ended_at=None),
                violation_error_message="Công chức này đã có phần việc trong bước.",
            ),
            models.CheckConstraint(
                name="assignment_is_whole",
                condition=all_or_none("assigned_at", "assigned_by"),
                violation_error_message="Phân công phải có người giao và giờ giao.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.part} {self.step_id}"
