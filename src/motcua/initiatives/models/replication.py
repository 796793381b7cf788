from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.initiatives.models.initiative import Initiative
from motcua.initiatives.replication_kinds import AdoptionState, Group
from motcua.kernel.privacy import Privacy


class Replication(models.Model):
    """A directive names a model to be taken up elsewhere (nhân rộng).

    ``group`` says at which units the directive aims, of those it is addressed to; ``mandatory`` tells an order
    from a recommendation.
    """

    privacy: ClassVar = {"ordered_at": Privacy.OPEN}

    directive = models.ForeignKey(
        "directives.Directive", models.PROTECT, related_name="+", verbose_name="văn bản"
    )
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="replications", verbose_name="mô hình"
    )
    group = models.CharField("nhóm đơn vị", max_length=12, choices=Group)
    mandatory = models.BooleanField("bắt buộc")
    ordered_at = models.DateTimeField("ghi lúc")
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )

    class Meta:
        verbose_name = "nhân rộng mô hình"
        constraints = [
            models.UniqueConstraint(
                "directive", "initiative",
                name="replication_once_a_directive",
                violation_error_message="Mô hình này đã có trong văn bản.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.directive_id} → {self.initiative_id}"

    @property
    def stream(self) -> str:
        """The name of this replication's history in the ledger."""
        return f"replication:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "directive_id": self.directive_id,
            "initiative_id": self.initiative_id,
            "group": str(self.group),
            "mandatory": self.mandatory,
        }


class Adoption(models.Model):
    """A unit's answer to a model: takes it up from a day on (nhận làm), or says why not.

    ``replication`` is the order it answers, None where the unit chose the model itself. ``target`` is the number
    of cases a year that it set itself. There is one answer for each unit and model, the last one given.
    """

    privacy: ClassVar = {
        "from_on": Privacy.OPEN, "target_text": Privacy.OPEN, "person": Privacy.PERSONAL, "reason": Privacy.OPEN,
        "answered_at": Privacy.OPEN,
    }  # fmt: skip

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="adoptions", verbose_name="mô hình"
    )
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    replication = models.ForeignKey(
        Replication, models.PROTECT, null=True, related_name="adoptions", verbose_name="theo văn bản"
    )
    state = models.CharField("trả lời", max_length=10, choices=AdoptionState)
    revision = models.PositiveIntegerField("lần ghi", default=0)
    from_on = models.DateField("làm từ ngày", null=True)
    target = models.PositiveIntegerField("chỉ tiêu (lượt một năm)", null=True)
    target_text = models.CharField("mục tiêu", max_length=300, blank=True)
    person = models.CharField("người phụ trách", max_length=120, blank=True)
    reason = models.CharField("lý do chưa làm", max_length=500, blank=True)
    answered_at = models.DateTimeField("trả lời lúc")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người trả lời"
    )

    class Meta:
        verbose_name = "nhận làm mô hình"
        constraints = [
            models.UniqueConstraint(
                "unit", "initiative",
                name="adoption_one_answer",
                violation_error_message="Đơn vị đã trả lời về mô hình này.",
            ),
            models.CheckConstraint(
                name="adoption_says_from_when_or_why_not",
                condition=Q(state=AdoptionState.ADOPTED, from_on__isnull=False, reason="")
                | (Q(state=AdoptionState.DECLINED, from_on=None) & ~Q(reason="")),
                violation_error_message="Nhận làm thì phải có ngày bắt đầu, chưa làm thì phải có lý do.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(F("initiative"), F("unit"), name="adoption_by_initiative")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.state} {self.initiative_id}"

    @property
    def stream(self) -> str:
        """The name of this answer's history in the ledger."""
        return f"adoption:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "initiative_id": self.initiative_id,
            "unit_id": self.unit_id,
            "state": str(self.state),
            "from_on": self.from_on.isoformat() if self.from_on else None,
            "target": self.target,
            "reason": self.reason,
        }


class AdoptionStep(models.Model):
    """One step of the model that the unit has done (việc đã làm trong các bước của mô hình)."""

    privacy: ClassVar = {"done_on": Privacy.OPEN, "note": Privacy.OPEN, "ticked_at": Privacy.OPEN}

    adoption = models.ForeignKey(
        Adoption, models.CASCADE, related_name="steps", verbose_name="nhận làm mô hình"
    )
    seq = models.PositiveSmallIntegerField("bước")
    done_on = models.DateField("làm xong ngày")
    note = models.CharField("ghi chú", max_length=300, blank=True)
    ticked_at = models.DateTimeField("đánh dấu lúc")
    ticked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người đánh dấu"
    )

    class Meta:
        verbose_name = "bước đã làm"
        constraints = [
            models.UniqueConstraint(
                "adoption", "seq",
                name="adoption_step_once",
                violation_error_message="Bước này đã đánh dấu.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.adoption_id}: {self.seq}"


class SilenceReminder(models.Model):
    """A unit was reminded (nhắc) of the models about which it was silent in a quarter."""

    privacy: ClassVar = {"quarter": Privacy.OPEN, "initiatives": Privacy.OPEN, "sent_at": Privacy.OPEN}

    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị được nhắc"
    )
    quarter = models.CharField("quý", max_length=6)
    initiatives = models.JSONField("các mô hình")
    sent_at = models.DateTimeField("nhắc lúc")
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người nhắc"
    )

    class Meta:
        verbose_name = "lời nhắc nhân rộng"
        indexes = [models.Index(F("unit"), F("quarter"), name="silence_reminder_by_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.quarter}"
