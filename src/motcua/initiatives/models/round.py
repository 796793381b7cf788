from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.privacy import Privacy


class Round(models.Model):
    """The yearly registration (đợt đăng ký sáng kiến) that a unit opens for itself and the units below."""

    privacy: ClassVar = {
        "opens_on": Privacy.OPEN, "closes_on": Privacy.OPEN, "note": Privacy.OPEN, "opened_at": Privacy.OPEN,
    }  # fmt: skip

    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị mở đợt"
    )
    year = models.PositiveSmallIntegerField("năm")
    opens_on = models.DateField("nhận từ ngày")
    closes_on = models.DateField("nhận đến hết ngày")
    note = models.TextField("hướng dẫn", blank=True)
    opened_at = models.DateTimeField("mở lúc")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người mở"
    )

    class Meta:
        verbose_name = "đợt đăng ký"
        constraints = [
            models.UniqueConstraint(
                "unit", "year",
                name="round_once_a_year",
                violation_error_message="Đơn vị đã mở đợt đăng ký của năm này.",
            ),
            models.CheckConstraint(
                name="round_closes_after_it_opens",
                condition=Q(closes_on__gte=F("opens_on")),
                violation_error_message="Ngày kết thúc nhận phải từ ngày bắt đầu trở đi.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year} {self.unit_id}"

    @property
    def stream(self) -> str:
        return f"round:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "unit_id": self.unit_id,
            "year": self.year,
            "opens_on": self.opens_on.isoformat(),
            "closes_on": self.closes_on.isoformat(),
            "note": self.note,
        }
