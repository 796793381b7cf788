from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.kernel.privacy import Privacy


class BookKind(models.TextChoices):
    DOSSIERS = "dossiers", _("Sổ theo dõi hồ sơ")
    BIRTHS = "births", _("Sổ đăng ký khai sinh")
    MARRIAGES = "marriages", _("Sổ đăng ký kết hôn")
    DEATHS = "deaths", _("Sổ đăng ký khai tử")
    CIVIL_STATUS = "civil_status", _("Sổ hộ tịch khác")
    CERTIFIED_COPIES = "certified_copies", _("Sổ chứng thực bản sao từ bản chính")
    CERTIFIED_SIGNATURES = "certified_signatures", _("Sổ chứng thực chữ ký")
    CERTIFIED_TRANSACTIONS = "certified_transactions", _("Sổ chứng thực hợp đồng, giao dịch")
    LETTERS = "letters", _("Sổ phát thư")
    OUTGOING = "outgoing", _("Sổ đăng ký văn bản đi")
    AWARDS = "awards", _("Sổ khen thưởng")


class Book(models.Model):
    """A register of one unit for one year (sổ); its lines are numbered from 1 and no number comes twice."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {"kind": Privacy.OPEN}

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    kind = models.CharField("loại sổ", max_length=24, choices=BookKind)
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveSmallIntegerField("quyển số", default=1)

    class Meta:
        verbose_name = "sổ"
        constraints = [
            models.UniqueConstraint("unit", "kind", "year", "number", name="book_once"),
            models.CheckConstraint(
                name="book_number_starts_at_one",
                condition=Q(number__gte=1),
                violation_error_message="Quyển số phải từ 1 trở lên.",
            ),
        ]

    def __str__(self) -> str:
        return f"{BookKind(self.kind).label} {self.title}"

    @property
    def title(self) -> str:
        """How papers cite the book: ``01/2026``."""
        return f"{self.number:02}/{self.year}"
