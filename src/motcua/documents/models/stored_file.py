from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.documents.file_names import clean_name
from motcua.documents.media import MEDIA_TYPES
from motcua.kernel.privacy import Privacy


class StoredFile(models.Model):
    """One content, stored once (tệp). What it is called belongs to whoever attached it, not to the content.

    ``uploader`` is None when a citizen sent it without an account; ``scanned_at`` is None when no virus
    scanner was there.
    """

    privacy: ClassVar = {
        "sha256": Privacy.OPEN,
        "media_type": Privacy.OPEN,
        "stored_at": Privacy.OPEN,
        "scanned_at": Privacy.OPEN,
    }

    sha256 = models.CharField("dấu nội dung", max_length=64, unique=True)
    size = models.PositiveIntegerField("số byte")
    media_type = models.CharField("loại tệp", max_length=100)
    stored_at = models.DateTimeField("lưu lúc")
    uploader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người gửi"
    )
    scanned_at = models.DateTimeField("quét mã độc lúc", null=True)

    class Meta:
        verbose_name = "tệp"
        constraints = [
            models.CheckConstraint(
                name="stored_file_is_not_empty",
                condition=Q(size__gt=0),
                violation_error_message="Tệp phải có nội dung.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.media_type})"

    def safe_name(self, given: str) -> str:
        """Return a file name to show and to send this content under, made from the one that somebody gave."""
        return clean_name(given, MEDIA_TYPES[self.media_type])
