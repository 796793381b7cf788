from datetime import UTC
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.initiatives.models.council import Council, CouncilMember
from motcua.initiatives.models.initiative import Initiative
from motcua.kernel.ledger import content_hash
from motcua.kernel.privacy import Privacy


class Review(models.Model):
    """One initiative before one council: laid before it, scored blind, concluded with minutes.

    ``average_tenths`` is the mean of the scores in tenths of a point, rounded half up.
    """

    privacy: ClassVar = {
        "laid_at": Privacy.OPEN, "held_on": Privacy.OPEN, "place": Privacy.OPEN, "minutes": Privacy.PERSONAL,
        "concluded_at": Privacy.OPEN, "not_present": Privacy.PERSONAL,
    }  # fmt: skip

    council = models.ForeignKey(Council, models.PROTECT, related_name="reviews", verbose_name="hội đồng")
    initiative = models.OneToOneField(
        Initiative, models.PROTECT, related_name="review", verbose_name="mô hình, sáng kiến"
    )
    laid_at = models.DateTimeField("đưa ra lúc")
    laid_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người đưa ra"
    )
    held_on = models.DateField("họp ngày", null=True)
    place = models.CharField("nơi họp", max_length=200, blank=True)
    minutes = models.TextField("biên bản", blank=True)
    not_present = models.CharField("vắng mặt", max_length=300, blank=True)
    average_tenths = models.PositiveIntegerField("điểm trung bình (phần mười)", null=True)
    passed = models.BooleanField("đạt", null=True)
    paper = models.OneToOneField(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="biên bản họp"
    )
    concluded_at = models.DateTimeField("kết luận lúc", null=True)
    concluded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người kết luận"
    )

    class Meta:
        verbose_name = "việc xét của hội đồng"
        constraints = [
            models.CheckConstraint(
                name="review_conclusion_is_whole",
                condition=Q(concluded_at=None, concluded_by=None, held_on=None, average_tenths=None, passed=None)
                | (Q(concluded_at__isnull=False, concluded_by__isnull=False, held_on__isnull=False,
                     average_tenths__isnull=False, passed__isnull=False) & ~Q(minutes="")),
                violation_error_message="Kết luận của hội đồng phải có ngày họp, điểm và biên bản.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.average_tenths}"


class Score(models.Model):
    """What one member gave one initiative; nobody else sees it before the council has concluded."""

    privacy: ClassVar = {"points": Privacy.PERSONAL, "comment": Privacy.PERSONAL, "scored_at": Privacy.OPEN}

    review = models.ForeignKey(Review, models.CASCADE, related_name="scores", verbose_name="việc xét")
    member = models.ForeignKey(
        CouncilMember, models.PROTECT, related_name="scores", verbose_name="thành viên hội đồng"
    )
    points = models.JSONField("điểm từng tiêu chí")
    total = models.PositiveSmallIntegerField("tổng điểm")
    comment = models.TextField("nhận xét", blank=True)
    scored_at = models.DateTimeField("chấm lúc")
    scored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người chấm"
    )

    class Meta:
        verbose_name = "phiếu chấm"
        constraints = [
            models.UniqueConstraint(
                "review", "member",
                name="score_once_a_member",
                violation_error_message="Thành viên này đã chấm.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.member_id}: {self.total}"

    @property
    def content_hash(self) -> str:
        """What the ledger keeps of the sheet: nobody reads in it what others may not see yet."""
        when = self.scored_at.astimezone(UTC)
        return content_hash([self.points, self.total, self.comment, when, self.scored_by_id])


class Recognition(models.Model):
    """An initiative named in a decision of recognition; a decision may name several.

    ``number`` and ``decided_on`` are the decision's; ``certificate`` is the paper for the wall of its authors.
    """

    class Level(models.TextChoices):
        BASE = "base", "Cấp cơ sở"
        DISTRICT = "district", "Cấp huyện"
        PROVINCE = "province", "Cấp tỉnh"

    privacy: ClassVar = {
        "number": Privacy.OPEN, "decided_on": Privacy.OPEN, "scope": Privacy.OPEN, "recognised_at": Privacy.OPEN,
    }  # fmt: skip

    initiative = models.OneToOneField(
        Initiative, models.PROTECT, related_name="recognition", verbose_name="mô hình, sáng kiến"
    )
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="cơ quan công nhận"
    )
    level = models.CharField("cấp công nhận", max_length=10, choices=Level)
    number = models.CharField("quyết định số", max_length=60)
    decided_on = models.DateField("ngày quyết định")
    scope = models.CharField("phạm vi công nhận", max_length=300, blank=True)
    decision = models.ForeignKey(
        "documents.Paper", models.PROTECT, related_name="+", verbose_name="quyết định"
    )
    certificate = models.OneToOneField(
        "documents.Paper", models.PROTECT, related_name="+", verbose_name="giấy chứng nhận"
    )
    recognised_at = models.DateTimeField("công nhận lúc")
    recognised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ký"
    )

    class Meta:
        verbose_name = "công nhận sáng kiến"
        indexes = [models.Index(F("unit"), F("decided_on"), name="recognition_by_unit")]

    def __str__(self) -> str:
        return self.number

    def snapshot(self) -> dict[str, Any]:
        return {"number": self.number, "decided_on": self.decided_on.isoformat(), "level": str(self.level)}
