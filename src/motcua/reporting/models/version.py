from datetime import date
from operator import attrgetter
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from motcua.kernel.constraints import all_or_none
from motcua.kernel.ledger import content_hash
from motcua.kernel.privacy import Privacy
from motcua.reporting.models.report import Report
from motcua.reporting.sheets import Corrected, Row, Sheet, from_json, reported_rows
from motcua.reporting.states import State


class ReportVersion(models.Model):
    """One version of a report (lần báo cáo): its figures as counted, what was said about them, and its way.

    ``figures`` is a :class:`~motcua.reporting.sheets.Sheet`. From ``sent_at`` on figures, remarks and corrections
    never change; the database refuses it. A later correction is a new version with its ``reason``.
    """

    privacy: ClassVar = {
        "figures": Privacy.OPEN, "remarks": Privacy.OPEN, "difficulties": Privacy.OPEN, "proposals": Privacy.OPEN,
        "reason": Privacy.OPEN, "number_text": Privacy.OPEN, "filled_at": Privacy.OPEN, "signed_at": Privacy.OPEN,
        "sent_at": Privacy.OPEN, "received_at": Privacy.OPEN, "returned_at": Privacy.OPEN,
        "returned_reason": Privacy.OPEN, "accepted_at": Privacy.OPEN, "replaced_at": Privacy.OPEN,
    }  # fmt: skip

    report = models.ForeignKey(Report, models.CASCADE, related_name="versions", verbose_name="báo cáo")
    number = models.PositiveSmallIntegerField("lần")
    state = models.CharField("trạng thái", max_length=10, choices=State)
    revision = models.PositiveIntegerField("lần ghi", default=0)
    reason = models.CharField("lý do lập lần này", max_length=500, blank=True)
    figures = models.JSONField("số liệu")
    remarks = models.JSONField("nhận xét từng dòng", default=dict)
    difficulties = models.TextField("khó khăn, vướng mắc", blank=True)
    proposals = models.TextField("kiến nghị", blank=True)
    number_text = models.CharField("số, ký hiệu", max_length=60, blank=True)
    paper = models.OneToOneField(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="bản in"
    )
    filled_at = models.DateTimeField("đếm lúc")
    filled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người lập"
    )
    signed_at = models.DateTimeField("ký lúc", null=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ký"
    )
    sent_at = models.DateTimeField("gửi lúc", null=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người gửi"
    )
    received_at = models.DateTimeField("tiếp nhận lúc", null=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người tiếp nhận"
    )
    returned_at = models.DateTimeField("trả lại lúc", null=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người trả lại"
    )
    returned_reason = models.CharField("lý do trả lại", max_length=500, blank=True)
    accepted_at = models.DateTimeField("chấp nhận lúc", null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người chấp nhận"
    )
    replaced_at = models.DateTimeField("được thay lúc", null=True)

    class Meta:
        verbose_name = "lần báo cáo"
        constraints = [
            models.UniqueConstraint("report", "number", name="report_version_once"),
            models.UniqueConstraint(
                "report",
                name="report_version_one_at_work",
                condition=Q(sent_at=None),
                violation_error_message="Đang có một lần báo cáo chưa gửi.",
            ),
            models.CheckConstraint(
                name="report_version_signature_is_whole",
                condition=all_or_none("signed_at", "signed_by", "paper"),
                violation_error_message="Đã ký thì phải có người ký, giờ ký và bản in.",
            ),
            models.CheckConstraint(
                name="report_version_sending_is_whole",
                condition=all_or_none("sent_at", "sent_by")
                & (Q(sent_at=None, state__in=[State.DRAFT, State.SIGNED])
                   | Q(sent_at__isnull=False, signed_at__isnull=False)
                   & ~Q(state__in=[State.DRAFT, State.SIGNED])),
                violation_error_message="Đã gửi thì phải có người gửi, giờ gửi và chữ ký.",
            ),
            models.CheckConstraint(
                name="report_version_receipt_is_whole",
                condition=all_or_none("received_at", "received_by"),
                violation_error_message="Đã tiếp nhận thì phải có người và giờ.",
            ),
            models.CheckConstraint(
                name="report_version_return_has_a_reason",
                condition=all_or_none("returned_at", "returned_by")
                & (Q(state=State.RETURNED, returned_at__isnull=False) & ~Q(returned_reason="")
                   | ~Q(state=State.RETURNED) & Q(returned_at=None)),
                violation_error_message="Trả lại báo cáo thì phải có người, giờ và lý do.",
            ),
            models.CheckConstraint(
                name="report_version_acceptance_is_whole",
                condition=all_or_none("accepted_at", "accepted_by"),
                violation_error_message="Đã chấp nhận thì phải có người và giờ.",
            ),
            models.CheckConstraint(
                name="report_version_later_has_a_reason",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message="Từ lần báo cáo thứ hai trở đi phải có lý do.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.report_id} lần {self.number}"

    @property
    def sheet(self) -> Sheet:
        """The figures as counted."""
        return from_json(self.figures)

    @property
    def counted_to(self) -> date:
        """The last day whose records the figures hold: the cut-off, or the day of counting where that came first."""
        report = self.report
        if report.consolidated:
            return report.data_to
        return max(report.data_from, min(report.data_to, timezone.localdate(self.filled_at)))

    @property
    def corrected(self) -> Corrected:
        """The newest correction of each figure."""
        rows = self.corrections.order_by("pk").values_list("row_id", "column_id", "value")
        return {(row_id, column_id): value for row_id, column_id, value in rows}

    @property
    def reported_rows(self) -> list[Row]:
        """The rows with the figures that the unit stands for."""
        return reported_rows(self.sheet, self.corrected)

    @property
    def stream(self) -> str:
        """The history of the report: one for all its versions."""
        return self.report.stream

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry."""
        facts = {"state": str(self.state), "number": self.number, "paper": self.number_text}
        return facts | {"content": self.content_hash, "report": self.report.content_hash}

    @property
    def content_hash(self) -> str:
        """The SHA-256 of all that the version says: a figure changed behind the services does not fit it."""
        corrections = [
            [row.row_id, row.column_id, row.counted, row.value, row.reason]
            for row in sorted(self.corrections.all(), key=attrgetter("pk"))
        ]
        return content_hash([self.figures, corrections, self.remarks, self.difficulties, self.proposals])


class Correction(models.Model):
    """A corrected figure (số liệu điều chỉnh) beside the counted one, with its reason; the newest one holds."""

    privacy: ClassVar = {
        "row_id": Privacy.OPEN, "column_id": Privacy.OPEN, "reason": Privacy.OPEN, "corrected_at": Privacy.OPEN,
    }  # fmt: skip

    version = models.ForeignKey(
        ReportVersion, models.CASCADE, related_name="corrections", verbose_name="lần báo cáo"
    )
    row_id = models.CharField("dòng", max_length=120)
    column_id = models.CharField("cột", max_length=60)
    counted = models.IntegerField("số đếm được")
    value = models.PositiveIntegerField("số điều chỉnh")
    reason = models.CharField("lý do", max_length=500)
    corrected_at = models.DateTimeField("điều chỉnh lúc")
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người điều chỉnh"
    )

    class Meta:
        verbose_name = "điều chỉnh số liệu"
        constraints = [
            models.CheckConstraint(
                name="correction_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Điều chỉnh số liệu thì phải có lý do.",
            )
        ]
        indexes = [models.Index(F("version"), F("id"), name="correction_by_version")]

    def __str__(self) -> str:
        return f"{self.row_id}.{self.column_id}: {self.counted} → {self.value}"
