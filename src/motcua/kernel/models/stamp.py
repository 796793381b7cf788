from typing import ClassVar

from django.db import models

from motcua.kernel.privacy import Privacy


class ChangeStamp(models.Model):
    """One row: a random word that triggers renew whenever a table that seldom changes has changed."""

    privacy: ClassVar = {"value": Privacy.OPEN}

    value = models.CharField("dấu thay đổi", max_length=32)

    class Meta:
        verbose_name = "dấu thay đổi"

    def __str__(self) -> str:
        return self.value
