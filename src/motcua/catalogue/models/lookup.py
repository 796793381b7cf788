from typing import ClassVar

import msgspec
from django.db import models

from motcua.catalogue.definitions import Option
from motcua.catalogue.models.validity import one_open, valid_order
from motcua.kernel.privacy import Privacy


class Lookup(models.Model):
    """A dated list of choices (danh mục dùng chung), such as the 54 ethnic groups."""

    privacy: ClassVar = {
        "name": Privacy.OPEN,
        "valid_from": Privacy.OPEN,
        "valid_to": Privacy.OPEN,
        "content": Privacy.OPEN,
    }

    name = models.CharField("tên", max_length=60)
    valid_from = models.DateField("có hiệu lực từ")
    valid_to = models.DateField("hết hiệu lực sau ngày", null=True)
    content = models.JSONField("các dòng")

    class Meta:
        verbose_name = "danh mục dùng chung"
        constraints = [
            valid_order("lookup_days_in_order"),
            one_open("name", name="lookup_one_open"),
            models.UniqueConstraint("name", "valid_from", name="lookup_day_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.valid_from})"

    @property
    def options(self) -> tuple[Option, ...]:
        return msgspec.convert(self.content, tuple[Option, ...])
