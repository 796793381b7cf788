from typing import ClassVar

from django.conf import settings
from django.db import models

from motcua.kernel.privacy import Privacy


class CalendarFeed(models.Model):
    """The secret address under which somebody's telephone fetches their deadlines (lịch hạn việc)."""

    privacy: ClassVar = {"token": Privacy.SENSITIVE, "opened_at": Privacy.OPEN}

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="tài khoản"
    )
    token = models.CharField("mã bí mật", max_length=64, unique=True)
    opened_at = models.DateTimeField("mở lúc")

    class Meta:
        verbose_name = "lịch hạn việc"

    def __str__(self) -> str:
        return str(self.account_id)
