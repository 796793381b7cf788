from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy
from motcua.payments.models.bill import Bill


class Method(models.TextChoices):
    CASH = "cash", _("Tiền mặt")
    TRANSFER = "transfer", _("Chuyển khoản")


class Receipt(models.Model):
    """Money taken for a bill (biên lai), or given back: then the amount is negative, with a reason.

    Entries are never changed. ``number`` is unique in its unit and year.
    """

    privacy: ClassVar = {
        "number": Privacy.OPEN,
        "method": Privacy.OPEN,
        "paid_at": Privacy.OPEN,
        "reason": Privacy.PERSONAL,
    }

    bill = models.ForeignKey(Bill, models.PROTECT, related_name="receipts", verbose_name="phiếu tính phí")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị thu")
    year = models.PositiveSmallIntegerField("năm")
    number = models.CharField("số biên lai", max_length=20)
    amount_vnd = models.BigIntegerField("số tiền (đồng)")
    method = models.CharField("hình thức", max_length=10, choices=Method)
    paid_at = models.DateTimeField("thu lúc")
    collected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người thu"
    )
    cancels = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="cancelled_by", verbose_name="hoàn trả cho biên lai"
    )
    reason = models.CharField("lý do hoàn trả", max_length=300, blank=True)

    class Meta:
        verbose_name = "biên lai"
        constraints = [
            models.UniqueConstraint("unit", "year", "number", name="receipt_number_once"),
            models.CheckConstraint(
                name="receipt_collection_is_whole",
                condition=all_or_none("paid_at", "collected_by"),
                violation_error_message="Đã thu tiền thì phải có người thu và giờ thu.",
            ),
            models.CheckConstraint(
                name="receipt_takes_or_gives_back",
                condition=Q(amount_vnd__gt=0, cancels=None, reason="")
                | (Q(amount_vnd__lt=0, cancels__isnull=False) & ~Q(reason="")),
                violation_error_message="Hoàn trả tiền phải ghi biên lai đã thu và lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.amount_vnd}"

    @property
    def is_refund(self) -> bool:
        return self.amount_vnd < 0
