from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.documents.models.stored_file import StoredFile
from motcua.documents.papers.kinds import KINDS
from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy


class PaperQuerySet(models.QuerySet["Paper"]):
    def waiting_for_signature(self) -> Self:
        """Issued papers of the kinds that must be signed, and are not yet (chờ ký)."""
        return self.filter(
            kind__in=[kind.id for kind in KINDS.values() if kind.is_signed], signed_at__isnull=True
        )


class Paper(models.Model):
    """A paper that the office has issued (giấy tờ đã lập): its number, its content, its PDF once made.

    ``subject`` says what it is about, usually the code of a dossier. ``series`` is the series that ``number``
    comes from; within a series and year no number comes twice.
    """

    privacy: ClassVar = {
        "kind": Privacy.OPEN, "subject": Privacy.OPEN, "number": Privacy.OPEN, "series": Privacy.OPEN,
        "data": Privacy.SENSITIVE, "issued_at": Privacy.OPEN, "signed_at": Privacy.OPEN,
    }  # fmt: skip

    kind = models.CharField("loại giấy", max_length=24)
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    subject = models.CharField("về việc", max_length=80)
    series = models.CharField("dãy số", max_length=80, blank=True)
    year = models.PositiveSmallIntegerField("năm")
    number = models.CharField("số", max_length=60, blank=True)
    data = models.JSONField("nội dung")
    issued_at = models.DateTimeField("lập lúc")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người lập"
    )
    signed_at = models.DateTimeField("ký lúc", null=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ký"
    )
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="bản in")

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "giấy tờ"
        constraints = [
            models.CheckConstraint(
                name="paper_issue_is_whole",
                condition=all_or_none("issued_at", "issued_by"),
                violation_error_message="Giấy tờ đã lập thì phải có người lập và giờ lập.",
            ),
            models.CheckConstraint(
                name="paper_signature_is_whole",
                condition=all_or_none("signed_at", "signed_by"),
                violation_error_message="Đã ký thì phải có người ký và giờ ký.",
            ),
            models.UniqueConstraint(
                "unit", "series", "year", "number", name="paper_number_once", condition=~Q(series="")
            ),
        ]
        indexes = [
            models.Index(F("subject"), F("id"), name="paper_by_subject"),
            models.Index(F("unit"), F("id"), name="paper_unsigned", condition=Q(signed_at=None)),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.name, self.number]))

    @property
    def name(self) -> str:
        """What it is: ``Giấy tiếp nhận hồ sơ và hẹn trả kết quả``, ``Bằng khen``."""
        return KINDS[self.kind].name_of(self.data)

    @property
    def is_final(self) -> bool:
        """Nothing on it can change any more: it is signed, or needs no signature."""
        return self.signed_at is not None or not KINDS[self.kind].is_signed
