from operator import attrgetter
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.kept_rows import CONTENT
from motcua.kernel.ledger import content_hash
from motcua.kernel.privacy import Privacy
from motcua.organisation.quorum import Quorum


class CriteriaSet(models.Model):
    """By what councils judge, from a day on: ``items`` is ``[{"id", "label_vi", "max"}]``, in points.

    ``unit`` None: the set that came with Motcua, for units without one of their own. With it goes what makes a council
    able to decide: how many it has at the least, and the share of the judges whose sheets must be in (``quorum``).
    Source: Nghị định 13/2012/NĐ-CP, art. 3; the points are each locality's own. No source gives a quorum: two thirds
    is the least with which two thirds of the members can agree (Thông tư 18/2013/TT-BKHCN, art. 8).
    """

    privacy: ClassVar = {"valid_from": Privacy.OPEN, "items": Privacy.OPEN, "basis": Privacy.OPEN,
                         "entered_at": Privacy.OPEN}  # fmt: skip

    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị"
    )
    valid_from = models.DateField("từ ngày")
    items = models.JSONField("tiêu chí")
    pass_mark = models.PositiveSmallIntegerField("điểm đạt")
    fewest_members = models.PositiveSmallIntegerField("số thành viên ít nhất")
    quorum_votes = models.PositiveSmallIntegerField("số phiếu cần có")
    quorum_of = models.PositiveSmallIntegerField("trên mỗi số người được chấm")
    basis = models.CharField("căn cứ", max_length=300, blank=True)
    entered_at = models.DateTimeField("nhập lúc")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nhập"
    )

    class Meta:
        verbose_name = "bộ tiêu chí chấm"
        constraints = [
            models.UniqueConstraint("unit", "valid_from", name="criteria_once_a_day"),
            models.UniqueConstraint("valid_from", name="criteria_shipped_once_a_day", condition=Q(unit=None)),
            models.CheckConstraint(
                name="criteria_entered_by_somebody_or_shipped",
                condition=Q(entered_at__isnull=False) & (Q(entered_by__isnull=False) | Q(unit=None)),
                violation_error_message="Bộ tiêu chí của đơn vị phải có người nhập.",
            ),
            models.CheckConstraint(
                name="criteria_quorum_is_a_share",
                condition=Q(fewest_members__gte=2, quorum_votes__gte=1, quorum_votes__lte=F("quorum_of")),
                violation_error_message="Số phiếu cần có từ 1 đến toàn bộ; hội đồng có ít nhất hai người.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.valid_from} ({self.total})"

    @property
    def stream(self) -> str:
        """The name of this set's history in the ledger."""
        return f"criteria:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "unit_id": self.unit_id,
            "valid_from": self.valid_from.isoformat(),
            "items": self.items,
            "pass_mark": self.pass_mark,
            "fewest_members": self.fewest_members,
            "quorum_votes": self.quorum_votes,
            "quorum_of": self.quorum_of,
            "basis": self.basis,
        }

    @property
    def total(self) -> int:
        """The most points that can be given."""
        return sum(int(item["max"]) for item in self.items)

    @property
    def quorum(self) -> Quorum:
        """The share of the judges whose sheets must be in before the council concludes."""
        return Quorum(self.quorum_votes, self.quorum_of)


class Council(models.Model):
    """A council that judges initiatives (hội đồng sáng kiến) of one unit in one year, by one set of criteria."""

    privacy: ClassVar = {"name": Privacy.OPEN, "decision": Privacy.OPEN, "formed_on": Privacy.OPEN,
                         "formed_at": Privacy.OPEN}  # fmt: skip

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    year = models.PositiveSmallIntegerField("năm")
    name = models.CharField("tên hội đồng", max_length=200)
    decision = models.CharField("quyết định thành lập", max_length=120, blank=True)
    formed_on = models.DateField("thành lập ngày")
    criteria = models.ForeignKey(
        CriteriaSet, models.PROTECT, related_name="+", verbose_name="bộ tiêu chí chấm"
    )
    formed_at = models.DateTimeField("lập lúc")
    formed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người lập"
    )

    class Meta:
        verbose_name = "hội đồng sáng kiến"

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        return f"council:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """What an entry keeps beside the words of the act: a hash of the council with its members."""
        seats = sorted(self.members.all(), key=attrgetter("pk"))
        said = [self.unit_id, self.year, self.name, self.decision, self.formed_on, self.criteria_id]
        members = [[seat.account_id, str(seat.position), seat.title] for seat in seats]
        return {CONTENT: content_hash([*said, members])}


class CouncilMember(models.Model):
    """Somebody in a council; one chairs, one keeps the minutes."""

    class Position(models.TextChoices):
        CHAIR = "chair", "Chủ tịch hội đồng"
        SECRETARY = "secretary", "Thư ký"
        MEMBER = "member", "Ủy viên"

    privacy: ClassVar = {"title": Privacy.OPEN}

    council = models.ForeignKey(Council, models.CASCADE, related_name="members", verbose_name="hội đồng")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="thành viên"
    )
    position = models.CharField("vai trò", max_length=10, choices=Position)
    title = models.CharField("chức vụ", max_length=160, blank=True)

    class Meta:
        verbose_name = "thành viên hội đồng"
        constraints = [
            models.UniqueConstraint(
                "council", "account",
                name="member_once",
                violation_error_message="Người này đã có trong hội đồng.",
            ),
            models.UniqueConstraint(
                "council",
                name="council_has_one_chair",
                condition=Q(position="chair"),
                violation_error_message="Hội đồng chỉ có một chủ tịch.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.account_id} {self.position}"
