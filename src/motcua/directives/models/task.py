from collections.abc import Collection
from datetime import UTC, date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from motcua.directives.models.directive import Directive
from motcua.directives.task_states import FINAL, OPEN, Part, State
from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy


class TaskQuerySet(models.QuerySet["Task"]):
    def open(self) -> Self:
        """Assigned and not yet done (đang phải làm)."""
        return self.filter(state__in=OPEN)

    def late(self, *, on: date) -> Self:
        """Open tasks whose deadline lies before the day; on the day itself a task is still in time."""
        return self.open().filter(deadline_on__lt=on)

    def of_units(self, unit_ids: Collection[int]) -> Self:
        """Assigned tasks that one of the units leads, helps with or follows."""
        involved = Q(lead_unit__in=unit_ids) | Q(parts__unit__in=unit_ids)
        return self.filter(involved).exclude(state=State.PLANNED).distinct()

    def in_sight_of(self, unit_ids: Collection[int]) -> Self:
        """Those of the units, and those in directives that the units keep."""
        involved = Q(lead_unit__in=unit_ids) | Q(parts__unit__in=unit_ids)
        return self.filter(
            Q(directive__keeper__in=unit_ids) | (involved & ~Q(state=State.PLANNED))
        ).distinct()


class Task(models.Model):
    """One numbered task of a directive for one leading unit (nhiệm vụ giao).

    A conclusion for several units is one task for each, under the same ``number``. ``measure`` says what is
    counted, ``target`` how much of it is asked for. ``deadline_on`` is the last day in force (the first one is in
    the extensions). It is done by a piece of evidence, ``closing_evidence``; without one the database refuses.
    """

    privacy: ClassVar = {
        "number": Privacy.OPEN, "content": Privacy.OPEN, "measure": Privacy.OPEN, "target": Privacy.OPEN,
        "deadline_on": Privacy.OPEN, "closed_at": Privacy.OPEN, "outcome": Privacy.OPEN,
    }  # fmt: skip

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="tasks", verbose_name="văn bản")
    number = models.CharField("số thứ tự", max_length=10)
    content = models.TextField("nội dung nhiệm vụ")
    lead_unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị chủ trì"
    )
    deadline_on = models.DateField("hạn hoàn thành", null=True)
    measure = models.CharField("thước đo", max_length=200, blank=True)
    target = models.CharField("chỉ tiêu", max_length=200, blank=True)
    state = models.CharField("trạng thái", max_length=12, choices=State)
    outcome = models.CharField("kết quả", max_length=500, blank=True)
    closed_at = models.DateTimeField("đóng lúc", null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người đóng"
    )
    closing_evidence = models.ForeignKey(
        "directives.Evidence",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="minh chứng hoàn thành",
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ"
        constraints = [
            models.UniqueConstraint(
                "directive",
                "number",
                "lead_unit",
                name="task_once_for_a_unit",
                violation_error_message="Đơn vị này đã được giao nhiệm vụ mang số đó.",
            ),
            models.CheckConstraint(
                name="task_closing_is_whole",
                condition=all_or_none("closed_at", "closed_by")
                & (Q(state__in=sorted(FINAL), closed_at__isnull=False)
                   | ~Q(state__in=sorted(FINAL)) & Q(closed_at=None)),
                violation_error_message="Nhiệm vụ đã đóng thì phải có người đóng và giờ đóng.",
            ),
            models.CheckConstraint(
                name="task_done_only_with_evidence",
                condition=Q(state=State.DONE, closing_evidence__isnull=False)
                | ~Q(state=State.DONE) & Q(closing_evidence=None),
                violation_error_message="Chưa có minh chứng thì chưa hoàn thành.",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                F("deadline_on"), F("id"), name="task_open_by_deadline", condition=Q(state__in=sorted(OPEN))
            ),
            models.Index(F("lead_unit"), F("state"), name="task_by_lead"),
        ]

    def __str__(self) -> str:
        return f"({self.number}) {self.content[:80]}"

    @property
    def stream(self) -> str:
        """The name of this task's history in the ledger; it begins when the task is assigned."""
        return f"task:{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def measured(self) -> str:
        """Measure and target as one phrase: ``Tài liệu đã xử lý: 42 mét giá``."""
        return ": ".join(filter(None, [self.measure, self.target]))

    @property
    def on_time(self) -> bool | None:
        """Whether a finished task kept the deadline in force; None while open and without a deadline."""
        if self.closed_at is None or self.deadline_on is None or self.state != State.DONE:
            return None
        return timezone.localdate(self.closed_at) <= self.deadline_on

    def days_left(self, *, on: date) -> int | None:
        """Calendar days from a day to the deadline; negative when it has passed, None without one."""
        return (self.deadline_on - on).days if self.deadline_on else None

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "state": str(self.state),
            "directive_id": self.directive_id,
            "lead_unit_id": self.lead_unit_id,
            "deadline_on": self.deadline_on.isoformat() if self.deadline_on else None,
            "closing_evidence_id": self.closing_evidence_id,
            "closed_at": self.closed_at.astimezone(UTC).isoformat() if self.closed_at else None,
        }


class TaskPart(models.Model):
    """A unit beside the leading one: it helps (phối hợp) or watches (theo dõi)."""

    privacy: ClassVar[dict[str, Privacy]] = {}

    task = models.ForeignKey(Task, models.CASCADE, related_name="parts", verbose_name="nhiệm vụ")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    part = models.CharField("vai trò", max_length=10, choices=Part)

    class Meta:
        verbose_name = "đơn vị tham gia"
        constraints = [
            models.UniqueConstraint(
                "task",
                "unit",
                name="task_part_once",
                violation_error_message="Mỗi đơn vị chỉ giữ một vai trò trong một nhiệm vụ.",
            ),
            models.CheckConstraint(
                name="task_part_beside_the_lead",
                condition=Q(part__in=[Part.COORDINATE, Part.FOLLOW]),
                violation_error_message="Đơn vị chủ trì ghi ở chính nhiệm vụ.",
            ),
        ]
        indexes = [models.Index(F("unit"), F("task"), name="task_part_by_unit")]

    def __str__(self) -> str:
        return f"{self.task_id} {self.part} {self.unit_id}"
