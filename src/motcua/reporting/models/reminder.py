from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from motcua.kernel.privacy import Privacy
from motcua.reporting.models.obligation import Obligation


class ReportReminder(models.Model):
    """A reminder of one report that went out (nhắc báo cáo): by itself before the due day, or by somebody.

    ``days_before`` counts calendar days to the due day; None for one that an officer sent.
    """

    privacy: ClassVar = {"period": Privacy.OPEN, "due_on": Privacy.OPEN, "sent_at": Privacy.OPEN}

    obligation = models.ForeignKey(
        Obligation, models.CASCADE, related_name="reminders", verbose_name="chế độ báo cáo"
    )
    period = models.CharField("kỳ", max_length=6)
    due_on = models.DateField("hạn được nhắc")
    days_before = models.PositiveSmallIntegerField("nhắc trước (ngày)", null=True)
    sent_at = models.DateTimeField("nhắc lúc")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nhắc"
    )

    class Meta:
        verbose_name = "lần nhắc báo cáo"
        constraints = [
            models.UniqueConstraint("obligation", "period", "days_before", name="report_reminder_once"),
            models.CheckConstraint(
                name="report_reminder_by_itself_or_somebody",
                condition=Q(days_before=None, author__isnull=False)
                | Q(days_before__isnull=False, author=None),
                violation_error_message="Nhắc tự động thì theo ngày; người nhắc thì ghi tên.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.period}"

    @property
    def days_left(self) -> int:
        """Calendar days from the day of the reminder to the due day."""
        return (self.due_on - timezone.localdate(self.sent_at)).days
