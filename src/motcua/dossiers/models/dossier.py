from collections.abc import Collection
from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.dossiers.events import Snapshot
from motcua.dossiers.states import FINAL, Channel, Outcome, State
from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy


class DossierQuerySet(models.QuerySet["Dossier"]):
    def pending(self) -> Self:
        """Accepted and not yet settled (đang giải quyết)."""
        return self.filter(accepted_at__isnull=False, closed_at=None)

    def overdue(self, *, at: datetime) -> Self:
        """Pending dossiers whose due instant (giờ hẹn trả) lies before ``at``.

        A clock paused in time is never overdue; one paused when it was late already stays late.
        """
        return self.pending().filter(due_at__lt=at)

    def in_sight_of(self, unit_ids: Collection[int]) -> Self:
        """Dossiers that one of the units settles or has received (phi địa giới: both see them)."""
        return self.filter(Q(unit__in=unit_ids) | Q(received_unit__in=unit_ids))

    def waiting_for_return(self) -> Self:
        """Results that nobody has fetched yet (có kết quả, chờ trả)."""
        return self.filter(state=State.PROCESSED)


_OVER = sorted([*FINAL, State.PROCESSED])


class Dossier(models.Model):
    """One application (hồ sơ), pinned to the procedure version of its reception day.

    ``due_at`` is the promised instant in force, None before acceptance and while the clock is paused (unless it
    had passed when the pause began: late stays late). ``first_due_at`` is what the receipt promised and never
    changes. ``revision`` is the number of the last ledger entry, so every act moves it by one.
    """

    privacy: ClassVar = {
        "code": Privacy.OPEN, "field": Privacy.OPEN, "procedure_case": Privacy.OPEN, "intake_key": Privacy.OPEN,
        "follow_token": Privacy.SENSITIVE, "applicant_name": Privacy.PERSONAL, "subject_name": Privacy.PERSONAL,
        "search_name": Privacy.PERSONAL, "contact_phone": Privacy.PERSONAL, "contact_address": Privacy.PERSONAL,
        "answers": Privacy.SENSITIVE, "return_address": Privacy.PERSONAL, "limit_reason": Privacy.OPEN,
        "submitted_at": Privacy.OPEN, "accepted_at": Privacy.OPEN, "first_due_at": Privacy.OPEN, "due_at": Privacy.OPEN,
        "finished_at": Privacy.OPEN, "closed_at": Privacy.OPEN, "returned_at": Privacy.OPEN,
        "returned_to": Privacy.PERSONAL, "limit_unit": Privacy.OPEN, "book_number": Privacy.OPEN,
        "recorded_at": Privacy.OPEN,
    }  # fmt: skip

    code = models.CharField("mã hồ sơ", max_length=40, unique=True)
    revision = models.PositiveIntegerField("lần ghi", default=0)
    intake_key = models.CharField("khóa tiếp nhận", max_length=40, unique=True)
    follow_token = models.CharField("mã theo dõi", max_length=32, unique=True)
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị giải quyết"
    )
    received_unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị tiếp nhận"
    )
    procedure = models.ForeignKey(
        "catalogue.Procedure", models.PROTECT, related_name="+", verbose_name="thủ tục"
    )
    version = models.ForeignKey(
        "catalogue.ProcedureVersion", models.PROTECT, related_name="+", verbose_name="bản thủ tục"
    )
    field = models.CharField("lĩnh vực", max_length=40)
    procedure_case = models.CharField("trường hợp", max_length=60, blank=True)
    channel = models.CharField("kênh nộp", max_length=10, choices=Channel)
    return_channel = models.CharField("kênh trả", max_length=10, choices=Channel, default=Channel.DIRECT)
    return_address = models.CharField("nơi trả", max_length=300, blank=True)

    applicant = models.ForeignKey(
        "identity.Person", models.PROTECT, related_name="+", verbose_name="người nộp"
    )
    applicant_name = models.CharField("tên người nộp", max_length=200)
    subject_name = models.CharField("làm cho ai", max_length=200, blank=True)
    search_name = models.CharField("tên để tìm", max_length=400)
    contact_phone = models.CharField("điện thoại", max_length=20, blank=True)
    contact_address = models.CharField("địa chỉ", max_length=300, blank=True)
    answers = models.JSONField("tờ khai")
    sets = models.PositiveSmallIntegerField("số bộ", default=1)

    state = models.CharField("trạng thái", max_length=24, choices=State)
    limit_value = models.PositiveIntegerField("thời hạn", null=True)
    limit_unit = models.CharField("đơn vị thời hạn", max_length=16, blank=True)
    limit_reason = models.CharField("lý do hẹn ngày", max_length=300, blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    submitted_at = models.DateTimeField("nộp lúc")
    accepted_at = models.DateTimeField("tiếp nhận lúc", null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người tiếp nhận"
    )
    first_due_at = models.DateTimeField("hẹn trả lần đầu", null=True)
    due_at = models.DateTimeField("hẹn trả", null=True)
    finished_at = models.DateTimeField("xử lý xong lúc", null=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người xử lý xong"
    )
    outcome = models.CharField("đánh giá", max_length=8, choices=Outcome, blank=True)
    closed_at = models.DateTimeField("đóng lúc", null=True)
    returned_at = models.DateTimeField("trả lúc", null=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người trả"
    )
    returned_to = models.CharField("người nhận kết quả", max_length=200, blank=True)
    book_number = models.CharField("quyển sổ theo dõi", max_length=20, blank=True)
    book_sequence = models.PositiveIntegerField("số thứ tự trong sổ", null=True)

    case = models.OneToOneField(
        "process.Case", models.PROTECT, null=True, related_name="+", verbose_name="quy trình"
    )
    bill = models.OneToOneField(
        "payments.Bill", models.PROTECT, null=True, related_name="+", verbose_name="phí, lệ phí"
    )
    receipt = models.ForeignKey(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="giấy tiếp nhận"
    )
    result = models.ForeignKey(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="kết quả"
    )

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ"
        constraints = [
            models.CheckConstraint(
                name="dossier_acceptance_is_whole",
                condition=all_or_none("accepted_at", "accepted_by", "first_due_at", "book_sequence"),
                violation_error_message="Đã tiếp nhận thì phải có người tiếp nhận, ngày hẹn trả và số sổ.",
            ),
            models.CheckConstraint(
                name="dossier_settled_only_once_accepted",
                condition=~Q(
                    state__in=[
                        State.ACCEPTED,
                        State.PROCESSING,
                        State.FINANCIAL_DUTY,
                        State.PROCESSED,
                        State.RETURNED,
                    ]
                )
                | Q(accepted_at__isnull=False),
                violation_error_message="Chưa tiếp nhận thì chưa thể giải quyết.",
            ),
            models.CheckConstraint(
                name="dossier_finish_is_whole",
                condition=all_or_none("finished_at", "finished_by")
                & (Q(finished_at=None, outcome="") | ~Q(outcome="") & Q(finished_at__isnull=False)),
                violation_error_message="Đã xử lý xong thì phải có người, giờ và đánh giá đúng hạn.",
            ),
            models.CheckConstraint(
                name="dossier_return_is_whole",
                condition=all_or_none("returned_at", "returned_by")
                & (~Q(state=State.RETURNED) | Q(returned_at__isnull=False)),
                violation_error_message="Đã trả kết quả thì phải có người trả và giờ trả.",
            ),
            models.CheckConstraint(
                name="dossier_closed_when_over",
                condition=Q(state__in=_OVER, closed_at__isnull=False)
                | (~Q(state__in=_OVER) & Q(closed_at=None)),
                violation_error_message="Hồ sơ đã kết thúc thì phải có giờ đóng, chưa kết thúc thì không.",
            ),
        ]
        indexes = [
            models.Index(
                F("unit"), F("due_at"), F("id"), name="dossier_open_by_due", condition=Q(closed_at=None)
            ),
            models.Index(F("unit"), F("id"), name="dossier_by_unit"),
            models.Index(F("unit"), F("state"), F("id"), name="dossier_by_state"),
            models.Index(F("unit"), F("accepted_at"), F("id"), name="dossier_by_acceptance"),
            models.Index(F("unit"), F("finished_at"), F("id"), name="dossier_by_finish"),
            models.Index(F("unit"), F("search_name"), name="dossier_by_name"),
            models.Index(F("applicant"), F("id"), name="dossier_by_applicant"),
            models.Index(F("unit"), F("contact_phone"), name="dossier_by_phone"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def short_code(self) -> str:
        """The part after the agency: ``261123-0008``."""
        return self.code.split("-", 1)[-1]

    @property
    def ledger_stream(self) -> str:
        return f"dossier:{self.code}"

    def snapshot(self) -> Snapshot:
        """The facts that figures are made of, as they stand on this row."""
        return Snapshot(
            state=self.state,
            unit_id=self.unit_id,
            procedure_id=self.procedure_id,
            field=self.field,
            channel=self.channel,
            accepted_at=self.accepted_at,
            due_at=self.due_at,
            finished_at=self.finished_at,
            closed_at=self.closed_at,
            outcome=self.outcome,
        )
