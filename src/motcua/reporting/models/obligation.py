from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import Form

#: Forms of a whole year; the others are quarterly.
YEARLY: frozenset[str] = frozenset({Form.INITIATIVES})


class Obligation(models.Model):
    """A duty to report (chế độ báo cáo): who sends which form to whom, from when, until when.

    ``due_day`` is the day of the period's last month by which the report must be there; ``cut_off_day`` the last
    day whose figures it holds. ``directive`` is the text that orders it, where it stands in the program.
    Source: công văn nhân rộng mô hình (ngày 25 tháng cuối quý), forms.yaml ``quarterly_model_report``.
    """

    privacy: ClassVar = {
        "starts_on": Privacy.OPEN, "ends_on": Privacy.OPEN, "set_at": Privacy.OPEN, "ended_at": Privacy.OPEN,
        "ended_reason": Privacy.OPEN,
    }  # fmt: skip

    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị báo cáo"
    )
    collector = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="nơi nhận báo cáo"
    )
    form = models.CharField("biểu mẫu", max_length=32, choices=Form)
    directive = models.ForeignKey(
        "directives.Directive",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="văn bản giao báo cáo",
    )
    due_day = models.PositiveSmallIntegerField("ngày phải gửi", default=25)
    cut_off_day = models.PositiveSmallIntegerField("ngày chốt số liệu", default=25)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True)
    set_at = models.DateTimeField("giao lúc")
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người giao"
    )
    ended_at = models.DateTimeField("thôi giao lúc", null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người thôi giao"
    )
    ended_reason = models.CharField("lý do thôi giao", max_length=300, blank=True)

    class Meta:
        verbose_name = "chế độ báo cáo"
        constraints = [
            models.CheckConstraint(
                name="obligation_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                name="obligation_days_of_a_month",
                condition=Q(due_day__range=(1, 31), cut_off_day__range=(1, 31)),
                violation_error_message="Ngày gửi và ngày chốt là ngày trong tháng, từ 1 đến 31.",
            ),
            models.CheckConstraint(
                name="obligation_to_another",
                condition=~Q(unit=F("collector")),
                violation_error_message="Đơn vị không báo cáo cho chính mình.",
            ),
            models.CheckConstraint(
                name="obligation_end_is_whole",
                condition=all_or_none("ended_at", "ended_by"),
                violation_error_message="Thôi giao báo cáo thì phải có người và giờ.",
            ),
            models.UniqueConstraint(
                "unit", "form",
                name="obligation_open_once",
                condition=Q(ends_on=None),
                violation_error_message="Đơn vị này đã được giao biểu báo cáo đó rồi.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(F("collector"), F("form"), name="obligation_by_collector")]

    def __str__(self) -> str:
        return f"{self.unit_id} → {self.collector_id}: {self.form}"

    @property
    def stream(self) -> str:
        return f"obligation:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "unit_id": self.unit_id,
            "collector_id": self.collector_id,
            "form": str(self.form),
            "directive_id": self.directive_id,
            "due_day": self.due_day,
            "cut_off_day": self.cut_off_day,
            "starts_on": self.starts_on.isoformat(),
            "ends_on": self.ends_on.isoformat() if self.ends_on else None,
            "ended_reason": self.ended_reason,
        }

    @property
    def is_yearly(self) -> bool:
        return self.form in YEARLY

    def holds_for(self, period: ReportingPeriod) -> bool:
        """Whether the unit owes the report of a period: on the due day the duty holds and the unit is there."""
        if self.is_yearly != (period.quarter == 0):
            return False
        due_on = period.due_on(self.due_day)
        last = [day for day in (self.ends_on, self.unit.valid_to) if day is not None]
        return max(self.starts_on, self.unit.valid_from) <= due_on and all(due_on <= day for day in last)
