from typing import ClassVar

from django.db import models

from motcua.kernel.privacy import Privacy


class Counters(models.Model):
    """What happened in one month or week, additive over every key; only folding and rebuilding write here.

    One column a measure (see ``motcua.statistics.measures.Measure``). A count may pass below zero while news
    of one dossier is folded out of order.
    """

    keys: ClassVar[tuple[str, ...]]

    received = models.IntegerField("đã tiếp nhận", default=0)
    received_online = models.IntegerField("trong đó trực tuyến", default=0)
    early = models.IntegerField("giải quyết trước hạn", default=0)
    on_time = models.IntegerField("giải quyết đúng hạn", default=0)
    late = models.IntegerField("giải quyết quá hạn", default=0)
    withdrawn = models.IntegerField("rút sau khi tiếp nhận", default=0)
    stopped = models.IntegerField("dừng sau khi tiếp nhận", default=0)
    not_accepted = models.IntegerField("không được tiếp nhận", default=0)
    due = models.IntegerField("đến hẹn", default=0)
    closed_due = models.IntegerField("đã đóng và đã qua hẹn", default=0)

    class Meta:
        abstract = True


class FieldMonth(Counters):
    """The figures of one unit, field of work and month: table 06a is a sum of these."""

    privacy: ClassVar = {"field": Privacy.OPEN, "month": Privacy.OPEN}
    keys: ClassVar = ("unit_id", "field", "month")

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    field = models.CharField("lĩnh vực", max_length=40)
    month = models.DateField("tháng")

    class Meta:
        verbose_name = "số liệu tháng theo lĩnh vực"
        constraints = [models.UniqueConstraint("unit", "field", "month", name="field_month_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.field} {self.month:%m/%Y}"


class ChannelMonth(Counters):
    """The figures of one unit, channel and month: few rows, so all units are summed from here."""

    privacy: ClassVar = {"channel": Privacy.OPEN, "month": Privacy.OPEN}
    keys: ClassVar = ("unit_id", "channel", "month")

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    channel = models.CharField("kênh nộp", max_length=10)
    month = models.DateField("tháng")

    class Meta:
        verbose_name = "số liệu tháng theo kênh"
        constraints = [models.UniqueConstraint("unit", "channel", "month", name="channel_month_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.channel} {self.month:%m/%Y}"


class ProcedureMonth(Counters):
    """The figures of one province, procedure and month, in the province that held the unit in that month."""

    privacy: ClassVar = {"month": Privacy.OPEN}
    keys: ClassVar = ("province_id", "procedure_id", "month")

    province = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="tỉnh")
    procedure = models.ForeignKey(
        "catalogue.Procedure", models.PROTECT, related_name="+", verbose_name="thủ tục"
    )
    month = models.DateField("tháng")

    class Meta:
        verbose_name = "số liệu tháng theo thủ tục"
        constraints = [models.UniqueConstraint("province", "procedure", "month", name="procedure_month_once")]

    def __str__(self) -> str:
        return f"{self.province_id} {self.procedure_id} {self.month:%m/%Y}"


class FieldWeek(Counters):
    """The figures of one unit, field of work and week (its Monday): the line charts are drawn from these."""

    privacy: ClassVar = {"field": Privacy.OPEN, "week": Privacy.OPEN}
    keys: ClassVar = ("unit_id", "field", "week")

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    field = models.CharField("lĩnh vực", max_length=40)
    week = models.DateField("tuần, ghi bằng ngày thứ Hai")

    class Meta:
        verbose_name = "số liệu tuần theo lĩnh vực"
        constraints = [models.UniqueConstraint("unit", "field", "week", name="field_week_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.field} {self.week}"
