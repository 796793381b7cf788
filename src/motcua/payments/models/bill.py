from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum

from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy


class Bill(models.Model):
    """What one thing costs (phiếu tính phí), as the procedure version in force says; ``unit`` collects it.

    ``lines`` are the assessed lines, each a mapping with ``label_vi, unit, quantity, unit_price_vnd, amount_vnd,
    basis``. ``is_unknown``: the tariff leaves an amount to the province, and nobody has entered it yet.
    """

    privacy: ClassVar = {
        "subject": Privacy.OPEN, "lines": Privacy.OPEN, "exempt_ground": Privacy.SENSITIVE,
        "assessed_at": Privacy.OPEN,
    }  # fmt: skip

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị thu")
    subject = models.CharField("thu cho việc", max_length=80, db_index=True)
    lines = models.JSONField("các khoản")
    total_vnd = models.PositiveBigIntegerField("tổng phải nộp (đồng)")
    exempt_ground = models.CharField("lý do miễn, giảm", max_length=300, blank=True)
    is_unknown = models.BooleanField("chưa có mức thu", default=False)
    assessed_at = models.DateTimeField("tính lúc")
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người tính"
    )

    class Meta:
        verbose_name = "phiếu tính phí"
        constraints = [
            models.CheckConstraint(
                name="bill_assessment_is_whole",
                condition=all_or_none("assessed_at", "assessed_by"),
                violation_error_message="Đã tính phí thì phải có người tính và giờ tính.",
            ),
            models.CheckConstraint(
                name="bill_total_is_not_negative",
                condition=Q(total_vnd__gte=0),
                violation_error_message="Số tiền phải nộp không thể âm.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.total_vnd}"

    @property
    def paid_vnd(self) -> int:
        """Whole đồng received and not given back."""
        return self.receipts.aggregate(paid=Sum("amount_vnd"))["paid"] or 0

    @property
    def owed_vnd(self) -> int:
        """Whole đồng still to be paid; paid + owed is always the total."""
        return self.total_vnd - self.paid_vnd

    @property
    def is_settled(self) -> bool:
        """Nothing is left to pay, and nothing is left unknown."""
        return not self.is_unknown and self.owed_vnd == 0
