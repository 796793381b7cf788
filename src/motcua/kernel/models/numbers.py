from typing import ClassVar

from django.db import models

from motcua.kernel.privacy import Privacy


class NumberSeries(models.Model):
    """The last number given out in one series, for example one book of one unit in one year."""

    privacy: ClassVar = {"series": Privacy.OPEN}

    series = models.CharField("dãy số", max_length=160, unique=True)
    last = models.PositiveIntegerField("số cuối đã cấp", default=0)

    class Meta:
        verbose_name = "dãy số"

    def __str__(self) -> str:
        return f"{self.series}: {self.last}"
