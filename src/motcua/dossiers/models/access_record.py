from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F

from motcua.kernel.privacy import Privacy


class AccessRecord(models.Model):
    """Somebody read personal facts: which list or dossier, when, how many people were in it; never changed."""

    privacy: ClassVar = {"what": Privacy.PERSONAL, "at": Privacy.OPEN}

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người xem"
    )
    what = models.CharField("đã xem", max_length=200)
    at = models.DateTimeField("xem lúc")
    count = models.PositiveIntegerField("số người trong đó", default=1)

    class Meta:
        verbose_name = "lượt xem dữ liệu cá nhân"
        indexes = [models.Index(F("account"), F("at"), name="access_by_account")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.what}"
