from collections.abc import Collection
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum

from motcua.kernel.privacy import Privacy


class Stage(models.TextChoices):
    """The steps of clearing a backlog, in their order (Luật Lưu trữ 33/2024/QH15; practice)."""

    COLLECT = "collect", "Thu thập"
    SORT = "sort", "Phân loại"
    FILE = "file", "Lập hồ sơ"
    APPRAISE = "appraise", "Xác định giá trị"
    INDEX = "index", "Biên mục"
    DESTROY = "destroy", "Loại hủy có hội đồng"
    HAND_OVER = "hand_over", "Nộp lưu"


class BacklogQuerySet(models.QuerySet["BacklogBlock"]):
    def of_units(self, unit_ids: Collection[int]) -> Self:
        return self.filter(unit__in=unit_ids)


class BacklogBlock(models.Model):
    """A block of records piled up without order (tài liệu tồn đọng, tích đống).

    All volumes are whole decimetres of shelf: 1 mét giá = 10 dm. ``deadline_on`` is the last day in force.
    """

    privacy: ClassVar = {
        "fonds": Privacy.OPEN, "condition": Privacy.OPEN, "deadline_on": Privacy.OPEN, "remark": Privacy.OPEN,
        "registered_at": Privacy.OPEN,
    }  # fmt: skip

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    fonds = models.CharField("phông, khối tài liệu", max_length=200)
    year_from = models.PositiveSmallIntegerField("từ năm")
    year_to = models.PositiveSmallIntegerField("đến năm")
    volume_dm = models.PositiveIntegerField("khối lượng (dm giá)")
    files_estimated = models.PositiveIntegerField("số hồ sơ ước tính", null=True)
    condition = models.CharField("tình trạng", max_length=300, blank=True)
    deadline_on = models.DateField("hạn xử lý xong", null=True)
    remark = models.CharField("ghi chú", max_length=500, blank=True)
    registered_at = models.DateTimeField("ghi sổ lúc")
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi sổ"
    )

    objects = BacklogQuerySet.as_manager()

    class Meta:
        verbose_name = "khối tài liệu tồn đọng"
        constraints = [
            models.CheckConstraint(
                name="backlog_has_volume_and_years",
                condition=Q(volume_dm__gt=0) & Q(year_from__lte=F("year_to")),
                violation_error_message="Khối tài liệu phải có khối lượng, và năm đầu không sau năm cuối.",
            ),
            models.UniqueConstraint(
                "unit", "fonds", "year_from", "year_to",
                name="backlog_block_once",
                violation_error_message="Khối tài liệu này đã ghi sổ.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.fonds} ({self.years})"

    @property
    def stream(self) -> str:
        """The name of this block's history in the ledger."""
        return f"backlog:{self.pk}"

    @property
    def years(self) -> str:
        return str(self.year_from) if self.year_from == self.year_to else f"{self.year_from}–{self.year_to}"

    def processed(self, *, until: date | None = None) -> int:
        """Decimetres put in order so far, or by the end of a day."""
        rows = self.progress.all() if until is None else self.progress.filter(reported_on__lte=until)
        done: int = rows.aggregate(done=Sum("processed_dm", default=0))["done"]
        return done

    def remaining(self, *, until: date | None = None) -> int:
        """Decimetres still to be put in order."""
        return self.volume_dm - self.processed(until=until)

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "unit_id": self.unit_id,
            "fonds": self.fonds,
            "volume_dm": self.volume_dm,
            "deadline_on": self.deadline_on.isoformat() if self.deadline_on else None,
        }


class BacklogProgress(models.Model):
    """What was put in order at one time, in decimetres of shelf; of it, what was destroyed or handed over.

    ``key`` comes with the form on which it was written: the same form sent twice is one report.
    """

    privacy: ClassVar = {
        "reported_on": Privacy.OPEN, "reported_at": Privacy.OPEN, "note": Privacy.OPEN, "key": Privacy.OPEN,
    }  # fmt: skip

    block = models.ForeignKey(
        BacklogBlock, models.CASCADE, related_name="progress", verbose_name="khối tài liệu"
    )
    stage = models.CharField("công đoạn", max_length=12, choices=Stage)
    processed_dm = models.PositiveIntegerField("đã chỉnh lý (dm giá)")
    destroyed_dm = models.PositiveIntegerField("loại hủy (dm giá)", default=0)
    handed_over_dm = models.PositiveIntegerField("đã nộp lưu (dm giá)", default=0)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    key = models.CharField("khóa của tờ ghi", max_length=32, blank=True)
    reported_on = models.DateField("ngày báo cáo")
    reported_at = models.DateTimeField("ghi lúc")
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người báo cáo"
    )

    class Meta:
        verbose_name = "tiến độ chỉnh lý tài liệu"
        constraints = [
            models.CheckConstraint(
                name="backlog_progress_reported_by_somebody",
                condition=Q(reported_at__isnull=False, reported_on__isnull=False, reported_by__isnull=False),
                violation_error_message="Tiến độ phải có người báo cáo và ngày báo cáo.",
            ),
            models.UniqueConstraint(
                "block", "reported_by", "key",
                name="backlog_progress_once_a_form",
                condition=~Q(key=""),
                violation_error_message="Lần báo cáo này đã ghi rồi.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.block_id}: {self.processed_dm} dm"
