from typing import ClassVar

from django.conf import settings
from django.db import models

from motcua.kernel.privacy import Privacy


class SavedView(models.Model):
    """A list that an officer comes back to: a name, and the filters as they stand in the address."""

    privacy: ClassVar = {"name": Privacy.PERSONAL, "query": Privacy.PERSONAL}

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="của ai"
    )
    name = models.CharField("tên", max_length=60)
    query = models.CharField("bộ lọc", max_length=500, blank=True)

    class Meta:
        verbose_name = "danh sách đã lưu"
        constraints = [
            models.UniqueConstraint(
                "owner",
                "name",
                name="saved_view_name_once",
                violation_error_message="Bạn đã có danh sách mang tên này.",
            )
        ]

    def __str__(self) -> str:
        return self.name
