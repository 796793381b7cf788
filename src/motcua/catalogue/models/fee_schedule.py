from typing import ClassVar

from django.db import models

from motcua.catalogue.models.procedure import Procedure
from motcua.catalogue.models.validity import one_open, valid_order
from motcua.kernel.privacy import Privacy


class FeeSchedule(models.Model):
    """What a province charges for one fee item that the law leaves to it (nghị quyết HĐND cấp tỉnh).

    ``source`` tells how well the figure is established: sure, likely or unsure.
    """

    seldom_changes: ClassVar = True
    privacy: ClassVar = {
        "province_code": Privacy.OPEN, "item": Privacy.OPEN, "channel": Privacy.OPEN, "valid_from": Privacy.OPEN,
        "valid_to": Privacy.OPEN, "basis": Privacy.OPEN, "source": Privacy.OPEN,
    }  # fmt: skip

    class Channel(models.TextChoices):
        ANY = "any", "Mọi cách nộp"
        ONLINE = "online", "Nộp trực tuyến"
        OTHER = "other", "Cách nộp khác"

    province_code = models.CharField("mã tỉnh", max_length=20)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+", verbose_name="thủ tục")
    item = models.CharField("khoản thu", max_length=60)
    channel = models.CharField("cách nộp", max_length=6, choices=Channel, default=Channel.ANY)
    amount_vnd = models.PositiveBigIntegerField("mức thu (đồng)")
    valid_from = models.DateField("có hiệu lực từ")
    valid_to = models.DateField("hết hiệu lực sau ngày", null=True)
    basis = models.CharField("căn cứ", max_length=300)
    source = models.CharField("độ chắc", max_length=6, default="unsure")

    class Meta:
        verbose_name = "mức thu của tỉnh"
        constraints = [
            valid_order("fee_schedule_days_in_order"),
            one_open("province_code", "procedure", "item", "channel", name="fee_schedule_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.province_code} {self.item}: {self.amount_vnd}"
