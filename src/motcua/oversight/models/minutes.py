from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.privacy import Privacy
from motcua.oversight.models.inspection import InspectionTarget


class InspectionMinutes(models.Model):
    """The minutes of one visit (biên bản kiểm tra), written on the spot and not changed afterwards.

    ``attendance`` is a list of ``{full_name, title, present, seen_at, minutes_late, reason}``, ``checks`` of
    ``{check, result, remark}``, ``samples`` of ``{dossier_code, finding}``; ``seen_at`` is exact to the minute.
    """

    privacy: ClassVar = {
        "started_at": Privacy.OPEN, "ended_at": Privacy.OPEN, "attendance": Privacy.SENSITIVE, "checks": Privacy.OPEN,
        "samples": Privacy.PERSONAL, "opinion": Privacy.OPEN, "unit_signer": Privacy.PERSONAL,
        "unit_signer_title": Privacy.OPEN, "recorded_at": Privacy.OPEN,
    }  # fmt: skip

    target = models.OneToOneField(
        InspectionTarget, models.CASCADE, related_name="minutes", verbose_name="nơi được kiểm tra"
    )
    started_at = models.DateTimeField("bắt đầu lúc")
    ended_at = models.DateTimeField("kết thúc lúc")
    attendance = models.JSONField("quân số, giờ giấc", default=list)
    checks = models.JSONField("nội dung đã kiểm tra", default=list)
    samples = models.JSONField("hồ sơ kiểm tra xác suất", default=list)
    opinion = models.TextField("ý kiến đơn vị", blank=True)
    unit_signer = models.CharField("đại diện đơn vị", max_length=120)
    unit_signer_title = models.CharField("chức vụ đại diện đơn vị", max_length=120, blank=True)
    paper = models.OneToOneField(
        "documents.Paper", models.PROTECT, related_name="+", verbose_name="biên bản in"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )

    class Meta:
        verbose_name = "biên bản kiểm tra"
        constraints = [
            models.CheckConstraint(
                name="minutes_end_after_they_begin",
                condition=Q(ended_at__gte=F("started_at")),
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.target}"

    @property
    def absent(self) -> list[dict[str, Any]]:
        """Those who were not there."""
        return [one for one in self.attendance if not one["present"]]

    @property
    def late(self) -> list[dict[str, Any]]:
        """Those who came after the office had opened."""
        return [one for one in self.attendance if one["minutes_late"]]


class Finding(models.Model):
    """A violation or shortcoming found at a visit (vi phạm, tồn tại), and the task that mends it.

    ``directive`` and ``task_number`` name the numbered task that it became; a draft's task may be rewritten, so that
    the task is found by them and not by its key.
    """

    privacy: ClassVar = {
        "text": Privacy.PERSONAL, "person": Privacy.PERSONAL, "basis": Privacy.OPEN, "remedy": Privacy.OPEN,
        "deadline_on": Privacy.OPEN, "task_number": Privacy.OPEN,
    }  # fmt: skip

    target = models.ForeignKey(
        InspectionTarget, models.CASCADE, related_name="findings", verbose_name="nơi được kiểm tra"
    )
    text = models.CharField("vi phạm, tồn tại", max_length=500)
    person = models.CharField("người liên quan", max_length=120, blank=True)
    basis = models.CharField("căn cứ", max_length=300, blank=True)
    remedy = models.CharField("biện pháp khắc phục", max_length=500, blank=True)
    deadline_on = models.DateField("hạn khắc phục", null=True)
    directive = models.ForeignKey(
        "directives.Directive", models.PROTECT, null=True, related_name="+", verbose_name="văn bản giao việc"
    )
    task_number = models.CharField("nhiệm vụ số", max_length=10, blank=True)

    class Meta:
        verbose_name = "vi phạm, tồn tại"
        constraints = [
            models.CheckConstraint(
                name="finding_task_is_whole",
                condition=Q(directive=None, task_number="")
                | (Q(directive__isnull=False) & ~Q(task_number="")),
                violation_error_message="Đã giao khắc phục thì phải có văn bản và số nhiệm vụ.",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
