from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.initiatives.models.initiative import Initiative
from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy


class ModelCaseQuerySet(models.QuerySet["ModelCase"]):
    def valid(self) -> Self:
        """Those that count: entered and not cancelled."""
        return self.filter(cancelled_at=None)


class ModelCase(models.Model):
    """A case of a model that the machine has no record of (lượt phục vụ ghi tay), with its day and a note.

    ``quantity`` is how many cases the line stands for: one letter is 1, seven letters given at one meeting are 7.
    A wrong line is cancelled with a reason, never erased. ``key`` comes with the form on which it was written: the
    same form sent twice is one case.
    """

    privacy: ClassVar = {
        "happened_on": Privacy.OPEN, "note": Privacy.PERSONAL, "key": Privacy.OPEN, "target_group": Privacy.OPEN,
        "entered_at": Privacy.OPEN, "cancelled_at": Privacy.OPEN, "cancelled_reason": Privacy.OPEN,
    }  # fmt: skip

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="cases", verbose_name="mô hình")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    dossier = models.ForeignKey(
        "dossiers.Dossier", models.PROTECT, null=True, related_name="+", verbose_name="kèm hồ sơ"
    )
    happened_on = models.DateField("ngày")
    note = models.CharField("ghi chú", max_length=300)
    quantity = models.PositiveIntegerField("số lượt", default=1)
    target_group = models.CharField("nhóm đối tượng", max_length=60, blank=True)
    key = models.CharField("khóa của tờ ghi", max_length=32, blank=True)
    entered_at = models.DateTimeField("ghi lúc")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    cancelled_at = models.DateTimeField("hủy lúc", null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người hủy"
    )
    cancelled_reason = models.CharField("lý do hủy", max_length=300, blank=True)

    objects = ModelCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt phục vụ ghi tay"
        constraints = [
            models.CheckConstraint(
                name="model_case_counts_something",
                condition=Q(quantity__gte=1) & ~Q(note=""),
                violation_error_message="Mỗi lượt phục vụ phải có số lượt từ 1 và một ghi chú.",
            ),
            models.CheckConstraint(
                name="model_case_cancellation_is_whole",
                condition=all_or_none("cancelled_at", "cancelled_by")
                & (Q(cancelled_at=None, cancelled_reason="") | Q(cancelled_at__isnull=False) & ~Q(cancelled_reason="")),
                violation_error_message="Hủy một lượt thì phải có người, giờ và lý do.",
            ),
            models.UniqueConstraint(
                "initiative", "dossier",
                name="model_case_once_a_dossier",
                condition=Q(dossier__isnull=False, cancelled_at=None),
                violation_error_message="Hồ sơ này đã có một lượt của mô hình.",
            ),
            models.UniqueConstraint(
                "entered_by", "key",
                name="model_case_once_a_form",
                condition=~Q(key=""),
                violation_error_message="Lượt này đã ghi rồi.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(F("initiative"), F("unit"), F("happened_on"), name="model_case_by_day")]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """How reports name this record: ``MC-17``."""
        return f"MC-{self.pk}"

    @property
    def stream(self) -> str:
        """The name of this case's history in the ledger."""
        return f"model_case:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "initiative_id": self.initiative_id,
            "unit_id": self.unit_id,
            "happened_on": self.happened_on.isoformat(),
            "quantity": self.quantity,
            "cancelled_reason": self.cancelled_reason,
        }
