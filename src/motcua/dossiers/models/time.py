from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.states import PauseKind
from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy


class Pause(models.Model):
    """An interval in which the dossier's clock stood still; never erased."""

    privacy: ClassVar = {"reason": Privacy.PERSONAL, "began_at": Privacy.OPEN, "ended_at": Privacy.OPEN,
                         "mode": Privacy.OPEN, "due_before": Privacy.OPEN, "due_after": Privacy.OPEN}  # fmt: skip

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="pauses", verbose_name="hồ sơ")
    kind = models.CharField("loại", max_length=12, choices=PauseKind)
    mode = models.CharField("cách tính tiếp", max_length=8)
    reason = models.CharField("lý do", max_length=500)
    began_at = models.DateTimeField("từ lúc")
    began_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người cho dừng"
    )
    ended_at = models.DateTimeField("đến lúc", null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người cho tính tiếp",
    )
    due_before = models.DateTimeField("hẹn trả trước khi dừng", null=True)
    due_after = models.DateTimeField("hẹn trả sau khi tính tiếp", null=True)

    class Meta:
        verbose_name = "khoảng tạm dừng"
        constraints = [
            models.CheckConstraint(
                name="pause_begin_is_whole",
                condition=all_or_none("began_at", "began_by"),
                violation_error_message="Tạm dừng phải có người và giờ bắt đầu.",
            ),
            models.CheckConstraint(
                name="pause_end_is_whole",
                condition=all_or_none("ended_at", "ended_by"),
                violation_error_message="Tính tiếp phải có người và giờ.",
            ),
            models.CheckConstraint(
                name="pause_ends_after_it_begins",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")),
                violation_error_message="Tạm dừng phải kết thúc sau lúc bắt đầu.",
            ),
            models.UniqueConstraint(
                "dossier",
                name="one_open_pause",
                condition=Q(ended_at=None),
                violation_error_message="Hồ sơ đang tạm dừng rồi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind} {self.began_at}"


class DueChange(models.Model):
    """The promised instant was changed by a named service, with its reason; the old promise stays here."""

    privacy: ClassVar = {"reason": Privacy.PERSONAL, "kind": Privacy.OPEN, "changed_at": Privacy.OPEN,
                         "due_before": Privacy.OPEN, "due_after": Privacy.OPEN}  # fmt: skip

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="due_changes", verbose_name="hồ sơ")
    kind = models.CharField("loại", max_length=20)
    due_before = models.DateTimeField("hẹn trả cũ")
    due_after = models.DateTimeField("hẹn trả mới")
    reason = models.CharField("lý do", max_length=500)
    changed_at = models.DateTimeField("đổi lúc")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người đổi"
    )

    class Meta:
        verbose_name = "lần đổi hẹn"
        constraints = [
            models.CheckConstraint(
                name="due_change_is_whole",
                condition=all_or_none("changed_at", "changed_by"),
                violation_error_message="Đổi hẹn phải có người và giờ đổi.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.due_after}"
