from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from motcua.kernel.privacy import Privacy


class Account(AbstractUser):
    """Somebody who signs in (tài khoản)."""

    privacy: ClassVar = {
        "password": Privacy.SENSITIVE, "last_login": Privacy.PERSONAL, "username": Privacy.PERSONAL,
        "email": Privacy.PERSONAL, "date_joined": Privacy.OPEN, "display_name": Privacy.PERSONAL,
        "phone": Privacy.PERSONAL,
    }  # fmt: skip

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    display_name = models.CharField("họ tên hiển thị", max_length=120)
    phone = models.CharField("điện thoại", max_length=20, blank=True)

    REQUIRED_FIELDS: ClassVar = ["display_name"]

    class Meta:
        verbose_name = "tài khoản"

    def __str__(self) -> str:
        return self.display_name or self.username

    @property
    def account_id(self) -> int:
        """An account may act for itself, as an officer does for it."""
        return self.pk

    @property
    def stream(self) -> str:
        """The ledger's stream of this account."""
        return f"account:{self.pk}"

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name
