from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy
from motcua.oversight.award_states import TEAM_SEATS, Seat
from motcua.oversight.inspection_states import Kind, State


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def secret(self) -> Self:
        """Surprise inspections that have not started: their team knows, and who signs the decision."""
        return self.filter(kind=Kind.SURPRISE, started_at=None)

    def known_to(self, account_id: int, unit_ids: Collection[int]) -> Self:
        """Those of one's teams or for one's signature; of the units, or at them, those that are no secret any more."""
        open_ones = Q(kind=Kind.PLANNED) | Q(started_at__isnull=False)
        involved = Q(unit__in=unit_ids) | Q(targets__unit__in=unit_ids)
        own = Q(team__account=account_id) | Q(signer=account_id)
        return self.filter(own | (involved & open_ones)).distinct()


class Inspection(models.Model):
    """An inspection of public duty (kiểm tra công vụ) at one or several offices, by a team, upon a decision.

    ``decision_number`` and ``decided_on`` are those of the decision that forms the team, blank until ``signer`` (or,
    when that is None, any leader of the unit) signs it here; ``decision_paper`` is None for one signed on paper. The
    same holds of the conclusion. A surprise plan is secret until it starts; see ``InspectionQuerySet.known_to``.
    """

    privacy: ClassVar = {
        "title": Privacy.OPEN, "contents": Privacy.OPEN, "decision_number": Privacy.OPEN, "decided_on": Privacy.OPEN,
        "planned_on": Privacy.OPEN, "planned_at": Privacy.OPEN, "started_at": Privacy.OPEN, "closed_at": Privacy.OPEN,
        "conclusion": Privacy.OPEN, "conclusion_number": Privacy.OPEN, "cancelled_reason": Privacy.OPEN,
    }  # fmt: skip

    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị kiểm tra"
    )
    kind = models.CharField("hình thức", max_length=10, choices=Kind)
    state = models.CharField("trạng thái", max_length=12, choices=State, default=State.PLANNED)
    title = models.CharField("tên cuộc kiểm tra", max_length=300)
    contents = models.TextField("nội dung kiểm tra")
    decision_number = models.CharField("quyết định số", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="lãnh đạo ký"
    )
    decision_paper = models.OneToOneField(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="quyết định in"
    )
    planned_on = models.DateField("ngày dự kiến", null=True)
    planned_at = models.DateTimeField("lập kế hoạch lúc")
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người lập kế hoạch"
    )
    started_at = models.DateTimeField("bắt đầu lúc", null=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người bắt đầu"
    )
    closed_at = models.DateTimeField("kết thúc lúc", null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người kết thúc"
    )
    conclusion = models.TextField("kết luận", blank=True)
    conclusion_number = models.CharField("số thông báo kết luận", max_length=60, blank=True)
    conclusion_paper = models.OneToOneField(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="thông báo kết luận in"
    )
    cancelled_reason = models.CharField("lý do hủy", max_length=500, blank=True)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = "cuộc kiểm tra công vụ"
        constraints = [
            models.CheckConstraint(
                name="inspection_start_is_whole",
                condition=all_or_none("started_at", "started_by")
                & (~Q(state=State.PLANNED) | Q(started_at=None))
                & (~Q(state__in=[State.STARTED, State.CONCLUDED]) | Q(started_at__isnull=False)),
                violation_error_message="Đã bắt đầu kiểm tra thì phải có người và giờ bắt đầu.",
            ),
            models.CheckConstraint(
                name="inspection_end_is_whole",
                condition=all_or_none("closed_at", "closed_by")
                & (
                    Q(state__in=[State.PLANNED, State.STARTED], closed_at=None)
                    | Q(state=State.CONCLUDED, closed_at__isnull=False) & ~Q(conclusion="")
                    | Q(state=State.CANCELLED, closed_at__isnull=False) & ~Q(cancelled_reason="")
                ),
                violation_error_message="Kết luận hoặc hủy thì phải có người, giờ và nội dung.",
            ),
            models.CheckConstraint(
                name="inspection_starts_upon_a_decision",
                condition=(Q(decided_on=None, decision_number="", started_at=None))
                | (Q(decided_on__isnull=False) & ~Q(decision_number="")),
                violation_error_message="Chưa có quyết định thì chưa kiểm tra được.",
            ),
            models.CheckConstraint(
                name="inspection_planned_is_whole",
                condition=all_or_none("planned_at", "planned_by")
                & (Q(planned_on=None) | Q(planned_by__isnull=False)),
                violation_error_message="Kế hoạch kiểm tra phải có người lập.",
            ),
        ]
        indexes = [models.Index(F("unit"), F("id"), name="inspection_by_unit")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def stream(self) -> str:
        """The name of this inspection's history in the ledger."""
        return f"inspection:{self.pk}"

    @property
    def is_secret(self) -> bool:
        """A surprise plan that has not started."""
        return self.kind == Kind.SURPRISE and self.started_at is None

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "state": str(self.state),
            "kind": str(self.kind),
            "unit_id": self.unit_id,
            "decision_number": self.decision_number,
        }


class InspectionMember(models.Model):
    """Somebody in the team."""

    privacy: ClassVar = {"title": Privacy.OPEN}

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="team", verbose_name="cuộc kiểm tra"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="thành viên"
    )
    seat = models.CharField("vai trò", max_length=12, choices=list(TEAM_SEATS.items()), default=Seat.MEMBER)
    title = models.CharField("chức vụ", max_length=200, blank=True)

    class Meta:
        verbose_name = "thành viên đoàn kiểm tra"
        constraints = [
            models.UniqueConstraint(
                "inspection", "account",
                name="inspection_member_once",
                violation_error_message="Người này đã có trong đoàn.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.account)


class InspectionTarget(models.Model):
    """An office that is inspected: a unit that the software knows, or one by its name."""

    privacy: ClassVar = {"agency_text": Privacy.OPEN, "visit_on": Privacy.OPEN}

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="targets", verbose_name="cuộc kiểm tra"
    )
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị"
    )
    agency_text = models.CharField("cơ quan", max_length=200, blank=True)
    visit_on = models.DateField("ngày đến", null=True)

    class Meta:
        verbose_name = "nơi được kiểm tra"
        constraints = [
            models.CheckConstraint(
                name="inspection_target_is_named",
                condition=Q(unit__isnull=False) | ~Q(agency_text=""),
                violation_error_message="Chọn đơn vị hoặc ghi tên cơ quan được kiểm tra.",
            ),
            models.UniqueConstraint(
                "inspection", "unit", "agency_text",
                name="inspection_target_once",
                violation_error_message="Nơi này đã có trong kế hoạch.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.agency_text or str(self.unit_id)

    @property
    def name(self) -> str:
        """The office as papers name it."""
        return self.unit.agency_name if self.unit else self.agency_text
