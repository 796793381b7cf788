from collections.abc import Collection
from datetime import UTC, date
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from motcua.kernel.ledger import content_hash
from motcua.kernel.privacy import Privacy
from motcua.reporting.models.obligation import Obligation
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import STANDING, Form

if TYPE_CHECKING:
    from motcua.reporting.models.version import ReportVersion


class ReportQuerySet(models.QuerySet["Report"]):
    def in_sight_of(self, unit_ids: Collection[int]) -> Self:
        """Own reports, and those of others once sent here."""
        sent_here = Q(obligation__collector__in=unit_ids, first_sent_at__isnull=False)
        return self.filter(Q(unit__in=unit_ids) | sent_here)

    def of(self, form: str, period: ReportingPeriod) -> Self:
        return self.filter(form=form, period=period.key)


class Report(models.Model):
    """The report of one unit for one form and period; what it says stands in its versions.

    ``obligation`` is None for a consolidated report of a collector who owes it to nobody. ``data_from`` and
    ``data_to`` are the days whose figures it holds, ``due_on`` the legal day. ``first_sent_at`` decides whether it
    was on time, whatever versions follow; once set it never changes (a trigger of the database).
    """

    privacy: ClassVar = {
        "period": Privacy.OPEN, "data_from": Privacy.OPEN, "data_to": Privacy.OPEN, "due_on": Privacy.OPEN,
        "opened_at": Privacy.OPEN, "first_sent_at": Privacy.OPEN,
    }  # fmt: skip

    obligation = models.ForeignKey(
        Obligation, models.PROTECT, null=True, related_name="reports", verbose_name="chế độ báo cáo"
    )
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị báo cáo"
    )
    form = models.CharField("biểu mẫu", max_length=32, choices=Form)
    period = models.CharField("kỳ", max_length=6)
    consolidated = models.BooleanField("báo cáo tổng hợp", default=False)
    data_from = models.DateField("số liệu từ ngày")
    data_to = models.DateField("số liệu đến hết ngày")
    due_on = models.DateField("hạn gửi")
    opened_at = models.DateTimeField("mở lúc")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người mở"
    )
    first_sent_at = models.DateTimeField("gửi lần đầu lúc", null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo định kỳ"
        constraints = [
            models.UniqueConstraint(
                "unit", "form", "period",
                name="report_once_a_period",
                violation_error_message="Đơn vị đã có báo cáo của kỳ này.",
            ),
            models.CheckConstraint(
                name="report_days_in_order",
                condition=Q(data_to__gte=F("data_from")),
                violation_error_message="Ngày chốt số liệu phải từ ngày đầu kỳ trở đi.",
            ),
            models.CheckConstraint(
                name="report_of_a_duty_or_consolidated",
                condition=Q(obligation__isnull=False) | Q(consolidated=True),
                violation_error_message="Báo cáo phải theo một chế độ báo cáo, hoặc là báo cáo tổng hợp.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(F("form"), F("period"), F("unit"), name="report_by_period")]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, {self.reporting_period.name}"

    @property
    def stream(self) -> str:
        """The name of this report's history in the ledger."""
        return f"report:{self.pk}"

    @property
    def content_hash(self) -> str:
        """The SHA-256 of what makes it punctual or late: whose, of which days, due when, first sent when."""
        sent = None if self.first_sent_at is None else self.first_sent_at.astimezone(UTC)
        days = [self.data_from, self.data_to, self.due_on]
        return content_hash([self.unit_id, str(self.form), self.period, *days, sent])

    @property
    def reporting_period(self) -> ReportingPeriod:
        return ReportingPeriod.parse(self.period)

    @property
    def signed_from(self) -> date:
        """The first day on which the report may be signed: the last month of the period has begun."""
        first: date = self.due_on.replace(day=1)
        return first

    @property
    def on_time(self) -> bool | None:
        """Whether it was first sent by the end of the due day, local time; None while it is not sent."""
        return None if self.first_sent_at is None else timezone.localdate(self.first_sent_at) <= self.due_on

    @property
    def latest(self) -> "ReportVersion":
        """The newest version."""
        found = self.versions.order_by("-number").first()
        assert found is not None
        return found

    @property
    def standing(self) -> "ReportVersion | None":
        """The version whose figures count upwards: the newest that is sent and neither returned nor replaced."""
        return self.versions.filter(state__in=STANDING).order_by("-number").first()
