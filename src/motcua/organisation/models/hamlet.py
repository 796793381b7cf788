from typing import ClassVar

from django.db import models

from motcua.kernel.privacy import Privacy
from motcua.organisation.models.unit import Unit


class Hamlet(models.Model):
    """A self-governing community inside a commune (ấp, khóm, thôn, tổ dân phố…), not a level of government.

    Its kind is a free word, because every province has its own (NĐ 185/2026/NĐ-CP).
    """

    privacy: ClassVar = {"name": Privacy.OPEN, "kind": Privacy.OPEN}

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="hamlets", verbose_name="đơn vị")
    kind = models.CharField("loại", max_length=20, default="ấp")
    name = models.CharField("tên", max_length=80)

    class Meta:
        verbose_name = "ấp, khóm, thôn"
        constraints = [models.UniqueConstraint("unit", "kind", "name", name="hamlet_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
