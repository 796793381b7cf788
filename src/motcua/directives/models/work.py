from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.directives.models.task import Task
from motcua.directives.task_states import EvidenceKind
from motcua.kernel.privacy import Privacy


class Progress(models.Model):
    """What a unit reported about a task; ``percent`` is None where it cannot be measured."""

    privacy: ClassVar = {"text": Privacy.OPEN, "reported_at": Privacy.OPEN}

    task = models.ForeignKey(Task, models.CASCADE, related_name="progress", verbose_name="nhiệm vụ")
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị báo cáo"
    )
    text = models.TextField("đã làm được")
    percent = models.PositiveSmallIntegerField("phần trăm", null=True)
    reported_at = models.DateTimeField("báo cáo lúc")
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người báo cáo"
    )

    class Meta:
        verbose_name = "tiến độ"
        constraints = [
            models.CheckConstraint(
                name="progress_at_most_hundred_percent",
                condition=Q(percent=None) | Q(percent__lte=100),
                violation_error_message="Tiến độ từ 0 đến 100 phần trăm.",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Evidence(models.Model):
    """What proves a result: a file, or words such as a figure and where it can be looked up (minh chứng).

    ``key`` comes with the form on which it was sent: the same form sent twice is one piece.
    """

    privacy: ClassVar = {
        "name": Privacy.OPEN,
        "text": Privacy.OPEN,
        "key": Privacy.OPEN,
        "added_at": Privacy.OPEN,
    }

    task = models.ForeignKey(Task, models.CASCADE, related_name="evidence", verbose_name="nhiệm vụ")
    kind = models.CharField("loại", max_length=10, choices=EvidenceKind)
    text = models.CharField("nội dung", max_length=500, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="tệp"
    )
    name = models.CharField("tên tệp", max_length=200, blank=True)
    key = models.CharField("khóa của tờ gửi", max_length=32, blank=True)
    added_at = models.DateTimeField("thêm lúc")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người thêm"
    )

    class Meta:
        verbose_name = "minh chứng"
        constraints = [
            models.CheckConstraint(
                name="evidence_shows_something",
                condition=~Q(text="") | Q(file__isnull=False),
                violation_error_message="Minh chứng phải có tệp hoặc nội dung.",
            ),
            models.UniqueConstraint(
                "task",
                "added_by",
                "key",
                name="evidence_once_a_form",
                condition=~Q(key=""),
                violation_error_message="Minh chứng này đã thêm rồi.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.text[:80]


class Extension(models.Model):
    """A deadline moved with a reason (gia hạn); the old one stays here."""

    privacy: ClassVar = {
        "from_on": Privacy.OPEN,
        "to_on": Privacy.OPEN,
        "reason": Privacy.OPEN,
        "granted_at": Privacy.OPEN,
    }

    task = models.ForeignKey(Task, models.CASCADE, related_name="extensions", verbose_name="nhiệm vụ")
    from_on = models.DateField("hạn cũ")
    to_on = models.DateField("hạn mới")
    reason = models.CharField("lý do", max_length=500)
    granted_at = models.DateTimeField("gia hạn lúc")
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người cho gia hạn"
    )

    class Meta:
        verbose_name = "gia hạn"
        constraints = [
            models.CheckConstraint(
                name="extension_moves_forward",
                condition=Q(to_on__gt=F("from_on")),
                violation_error_message="Hạn mới phải sau hạn cũ.",
            ),
            models.CheckConstraint(
                name="extension_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Gia hạn thì phải có lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} → {self.to_on}"


class Reminder(models.Model):
    """A reminder of one deadline that went out: 7, 3 or 1 calendar days before, each once."""

    privacy: ClassVar = {"deadline_on": Privacy.OPEN, "sent_at": Privacy.OPEN}

    task = models.ForeignKey(Task, models.CASCADE, related_name="reminders", verbose_name="nhiệm vụ")
    deadline_on = models.DateField("hạn được nhắc")
    days_before = models.PositiveSmallIntegerField("nhắc trước (ngày)")
    sent_at = models.DateTimeField("nhắc lúc")

    class Meta:
        verbose_name = "lần nhắc"
        constraints = [
            models.UniqueConstraint("task", "deadline_on", "days_before", name="reminder_once"),
            models.CheckConstraint(
                name="reminder_at_its_days",
                condition=Q(days_before__in=[7, 3, 1]),
                violation_error_message="Chỉ nhắc trước 7, 3 và 1 ngày.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.deadline_on} −{self.days_before}"
