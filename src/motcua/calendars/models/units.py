from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.calendars.hours import BadHours, Spans, read_spans
from motcua.calendars.models.version import VersionedModel, VersionedQuerySet
from motcua.kernel.privacy import Privacy
from motcua.organisation.models import Unit
from motcua.organisation.models.periods import ends_after_it_begins


def are_hours(texts: object) -> None:
    """Refuse stored hours that cannot be read."""
    try:
        read_spans(texts)
    except BadHours as refusal:
        raise ValidationError(str(refusal)) from refusal


class UnitHours(VersionedModel):
    """The hours of one weekday while they are valid (giờ làm việc): common ones, or a unit's own.

    A unit's own hours also hold for the units below it that have none. Of several rows valid on one day the
    latest begun is meant: summer hours cover the usual ones and give way when they end. No spans: closed.
    """

    privacy: ClassVar = {"spans": Privacy.OPEN, "valid_from": Privacy.OPEN, "valid_to": Privacy.OPEN}

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="hours", verbose_name="đơn vị"
    )
    weekday = models.PositiveSmallIntegerField("thứ (0 là Thứ Hai)")
    spans = models.JSONField("các buổi", default=list, blank=True, validators=[are_hours])
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = VersionedQuerySet["UnitHours"].as_manager()

    class Meta:
        verbose_name = "giờ làm việc"
        constraints = [
            ends_after_it_begins("unit_hours_end_after_they_begin"),
            models.CheckConstraint(
                name="unit_hours_weekday",
                condition=Q(weekday__gte=0, weekday__lte=6),
                violation_error_message=_("Thứ trong tuần ghi từ 0 (Thứ Hai) đến 6 (Chủ Nhật)."),
            ),
            models.UniqueConstraint(
                "unit",
                "weekday",
                "valid_from",
                name="unit_hours_begin_once",
                violation_error_message=_("Đơn vị đã có giờ làm việc của thứ này từ ngày này."),
            ),
            models.UniqueConstraint(
                "weekday",
                "valid_from",
                name="common_hours_begin_once",
                condition=Q(unit=None),
                violation_error_message=_("Đã có giờ làm việc chung của thứ này từ ngày này."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id or '*'} {self.weekday} {self.valid_from}"

    @property
    def sessions(self) -> Spans:
        return read_spans(self.spans)


class UnitDay(VersionedModel):
    """One day on which a unit keeps other hours: closed, half a day, an evening session (buổi tối).

    It stands before the week and the holidays, so that a unit can also open on a holiday. No spans: closed.
    """

    privacy: ClassVar = {"day": Privacy.OPEN, "spans": Privacy.OPEN, "reason": Privacy.OPEN}

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="own_days", verbose_name="đơn vị")
    day = models.DateField("ngày")
    spans = models.JSONField("các buổi", default=list, blank=True, validators=[are_hours])
    reason = models.CharField("lý do", max_length=200)

    objects = VersionedQuerySet["UnitDay"].as_manager()

    class Meta:
        verbose_name = "ngày riêng của đơn vị"
        constraints = [
            models.UniqueConstraint(
                "unit",
                "day",
                name="unit_day_once",
                violation_error_message=_("Đơn vị đã có giờ riêng cho ngày này."),
            ),
            models.CheckConstraint(
                name="unit_day_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Ngày làm khác thường lệ phải ghi lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day}"

    @property
    def sessions(self) -> Spans:
        return read_spans(self.spans)
