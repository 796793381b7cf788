from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.constraints import all_or_none
from motcua.kernel.derived import YearField
from motcua.kernel.privacy import Privacy
from motcua.oversight.award_states import RecipientKind
from motcua.oversight.models.award import AwardRound, Proposal


class AwardDecision(models.Model):
    """The decision that commends a list (quyết định khen thưởng), numbered in the unit's outgoing book.

    ``paper`` is the decision with its list, ``certificates`` the certificates of all, one on a page.
    """

    privacy: ClassVar = {
        "number": Privacy.OPEN, "book_number": Privacy.OPEN, "decided_on": Privacy.OPEN, "decided_at": Privacy.OPEN,
        "signer_name": Privacy.OPEN, "signer_title": Privacy.OPEN, "signer_authority": Privacy.OPEN,
    }  # fmt: skip

    round = models.OneToOneField(
        AwardRound, models.PROTECT, related_name="decision", verbose_name="đợt khen thưởng"
    )
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    number = models.CharField("số, ký hiệu", max_length=60)
    book_number = models.CharField("quyển sổ", max_length=20)
    book_sequence = models.PositiveIntegerField("số thứ tự trong sổ")
    year = YearField("năm", source="decided_on")
    decided_on = models.DateField("ngày quyết định")
    decided_at = models.DateTimeField("quyết định lúc")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người quyết định"
    )
    signer_name = models.CharField("người ký", max_length=120)
    signer_title = models.CharField("chức vụ người ký", max_length=120)
    signer_authority = models.CharField("thẩm quyền ký", max_length=120, blank=True)
    paper = models.OneToOneField(
        "documents.Paper", models.PROTECT, related_name="+", verbose_name="quyết định in"
    )
    certificates = models.OneToOneField(
        "documents.Paper", models.PROTECT, related_name="+", verbose_name="giấy khen in"
    )

    class Meta:
        verbose_name = "quyết định khen thưởng"
        constraints = [
            models.UniqueConstraint(
                "unit", "year", "book_sequence",
                name="award_decision_book_line_once",
                violation_error_message="Số thứ tự này trong sổ văn bản đi đã dùng.",
            ),
            models.CheckConstraint(
                name="award_decision_is_signed",
                condition=all_or_none("decided_at", "decided_by", "decided_on") & ~Q(signer_name=""),
                violation_error_message="Quyết định khen thưởng phải có người ký và ngày ký.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}"

    def snapshot(self) -> dict[str, Any]:
        return {"number": self.number, "decided_on": self.decided_on.isoformat(), "unit_id": self.unit_id}


class Commendation(models.Model):
    """One certificate of merit (giấy khen), numbered in the unit's book of commendations.

    What it says is kept as it was decided. A revoked one keeps its number: no number is given out twice.
    """

    privacy: ClassVar = {
        "recipient": Privacy.PERSONAL, "title": Privacy.PERSONAL, "achievement": Privacy.OPEN, "period": Privacy.OPEN,
        "book_number": Privacy.OPEN, "revoked_at": Privacy.OPEN, "revoked_reason": Privacy.PERSONAL,
    }  # fmt: skip

    decision = models.ForeignKey(
        AwardDecision, models.PROTECT, related_name="commendations", verbose_name="quyết định"
    )
    proposal = models.OneToOneField(
        Proposal, models.PROTECT, related_name="commendation", verbose_name="đề nghị"
    )
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    kind = models.CharField("loại", max_length=12, choices=RecipientKind)
    recipient = models.CharField("tập thể, cá nhân", max_length=200)
    title = models.CharField("chức vụ, đơn vị", max_length=300, blank=True)
    achievement = models.CharField("thành tích", max_length=500)
    period = models.CharField("năm, giai đoạn", max_length=60)
    bonus_vnd = models.PositiveBigIntegerField("tiền thưởng (đồng)", null=True)
    book_number = models.CharField("quyển sổ khen thưởng", max_length=20)
    book_sequence = models.PositiveIntegerField("số vào sổ")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người thu hồi"
    )
    revoked_reason = models.CharField("lý do thu hồi", max_length=500, blank=True)

    class Meta:
        verbose_name = "giấy khen"
        constraints = [
            models.UniqueConstraint(
                "unit", "book_number", "book_sequence",
                name="commendation_book_line_once",
                violation_error_message="Số này trong sổ khen thưởng đã dùng.",
            ),
            models.CheckConstraint(
                name="commendation_revocation_is_whole",
                condition=all_or_none("revoked_at", "revoked_by")
                & (Q(revoked_at=None) | ~Q(revoked_reason="")),
                violation_error_message="Thu hồi giấy khen thì phải có người, giờ và lý do.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(F("unit"), F("id"), name="commendation_by_unit")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.code}"

    @property
    def code(self) -> str:
        """How the book cites it: ``12/2021``."""
        return f"{self.book_sequence:02}/{self.book_number.rpartition('/')[2]}"
