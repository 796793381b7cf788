from typing import ClassVar

from django.conf import settings
from django.db import models

from motcua.kernel.privacy import Privacy


class IntakeDraft(models.Model):
    """What an officer has typed so far; kept until the dossier it becomes is accepted, so that nothing is lost."""

    privacy: ClassVar = {"key": Privacy.OPEN, "title": Privacy.PERSONAL, "content": Privacy.SENSITIVE,
                         "saved_at": Privacy.OPEN, "began_at": Privacy.OPEN}  # fmt: skip

    key = models.CharField("khóa", max_length=40, unique=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="người nhập"
    )
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    title = models.CharField("tên gọi", max_length=200, blank=True)
    content = models.JSONField("đã nhập")
    began_at = models.DateTimeField("bắt đầu lúc")
    saved_at = models.DateTimeField("lưu lúc")

    class Meta:
        verbose_name = "hồ sơ đang nhập"

    def __str__(self) -> str:
        return self.title or self.key
