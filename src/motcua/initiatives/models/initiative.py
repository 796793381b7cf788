from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.initiatives.kinds import Kind, Level, ReformField
from motcua.initiatives.models.round import Round
from motcua.initiatives.states import LIVE, State
from motcua.kernel.derived import DerivedCharField
from motcua.kernel.privacy import Privacy
from motcua.kernel.vietnamese import search_form


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def in_sight_of(self, unit_ids: Collection[int]) -> Self:
        """Those of the units, and every one that was recognised or spread: such models are there to be copied."""
        return self.filter(
            Q(unit__in=unit_ids) | Q(state__in=LIVE) | Q(round__unit__in=unit_ids, submitted_at__isnull=False)
        )


class Initiative(models.Model):
    """A model of service or an initiative (mô hình, sáng kiến), from its first draft to its end.

    ``slug`` is the id of one that came with Motcua (``data/initiatives.yaml``), blank for those registered here.
    ``unit`` is whose it is, None when the source names no unit that the register of units knows; ``unit_text``
    is the name as written then. ``steps`` is its checklist: ``[{"seq", "role", "action_vi", "evidence"}]``;
    ``counting`` the typed rule that says what counts as one case of it, see ``counting``.
    Source: Nghị định 13/2012/NĐ-CP, arts. 3–8; fields of ``register_fields``.
    """

    privacy: ClassVar = {
        "code": Privacy.OPEN, "slug": Privacy.OPEN, "title": Privacy.OPEN, "search_title": Privacy.OPEN,
        "unit_text": Privacy.OPEN, "problem": Privacy.OPEN, "solution": Privacy.OPEN, "novelty": Privacy.OPEN,
        "scope": Privacy.OPEN, "first_applied_on": Privacy.OPEN, "pilot_from": Privacy.OPEN,
        "pilot_to": Privacy.OPEN, "pilot_area": Privacy.OPEN, "pilot_person": Privacy.PERSONAL,
        "pilot_counters": Privacy.OPEN, "cost": Privacy.OPEN, "benefit_social": Privacy.OPEN,
        "benefit_economic": Privacy.OPEN, "replicability": Privacy.OPEN, "approvals": Privacy.OPEN,
        "steps": Privacy.OPEN, "counting": Privacy.OPEN, "procedures": Privacy.OPEN,
        "target_groups": Privacy.OPEN, "channels": Privacy.OPEN, "source_ref": Privacy.OPEN,
        "registered_at": Privacy.OPEN, "submitted_at": Privacy.OPEN, "key": Privacy.OPEN,
    }  # fmt: skip

    code = models.CharField("mã sáng kiến", max_length=20, unique=True)
    slug = models.SlugField("mã trong bộ mô hình kèm theo", max_length=60, blank=True)
    state = models.CharField("trạng thái", max_length=16, choices=State)
    revision = models.PositiveIntegerField("lần ghi", default=0)
    year = models.PositiveSmallIntegerField("năm đăng ký")
    round = models.ForeignKey(
        Round, models.PROTECT, null=True, related_name="initiatives", verbose_name="đợt đăng ký"
    )
    title = models.CharField("tên mô hình, sáng kiến", max_length=400)
    search_title = DerivedCharField("tên không dấu", max_length=400, source="title", form=search_form)
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị đăng ký"
    )
    unit_text = models.CharField("đơn vị, như đã ghi", max_length=200)
    level = models.CharField("nhóm đơn vị", max_length=12, choices=Level)
    kind = models.CharField("loại mô hình", max_length=24, choices=Kind)
    field = models.CharField("lĩnh vực cải cách", max_length=20, choices=ReformField, blank=True)
    problem = models.TextField("thực trạng trước khi áp dụng", blank=True)
    solution = models.TextField("nội dung giải pháp", blank=True)
    novelty = models.TextField("tính mới", blank=True)
    scope = models.TextField("phạm vi, địa bàn áp dụng", blank=True)
    first_applied_on = models.DateField("ngày áp dụng lần đầu", null=True)
    pilot_from = models.DateField("thí điểm từ ngày", null=True)
    pilot_to = models.DateField("thí điểm đến hết ngày", null=True)
    pilot_area = models.CharField("địa bàn thí điểm", max_length=300, blank=True)
    pilot_person = models.CharField("người phụ trách thí điểm", max_length=120, blank=True)
    pilot_counters = models.JSONField("số liệu đếm khi thí điểm", default=list)
    cost = models.TextField("kinh phí, nguồn lực", blank=True)
    benefit_social = models.TextField("hiệu quả xã hội", blank=True)
    benefit_economic = models.TextField("hiệu quả kinh tế", blank=True)
    replicability = models.TextField("khả năng nhân rộng", blank=True)
    approvals = models.TextField("văn bản chấp thuận, công nhận", blank=True)
    steps = models.JSONField("các bước thực hiện", default=list)
    counting = models.JSONField("cách đếm lượt phục vụ", default=dict)
    procedures = models.JSONField("thủ tục phục vụ", default=list)
    target_groups = models.JSONField("nhóm đối tượng", default=list)
    channels = models.JSONField("kênh phục vụ", default=list)
    source_ref = models.CharField("nguồn", max_length=10, blank=True)
    key = models.CharField("khóa của tờ đăng ký", max_length=32, blank=True)
    registered_at = models.DateTimeField("soạn lúc")
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người soạn"
    )
    submitted_at = models.DateTimeField("gửi đăng ký lúc", null=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người gửi"
    )

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "mô hình, sáng kiến"
        constraints = [
            models.UniqueConstraint(
                "slug",
                name="initiative_shipped_once",
                condition=~Q(slug=""),
                violation_error_message="Mô hình này đã có.",
            ),
            models.UniqueConstraint(
                "registered_by", "key",
                name="initiative_once_a_form",
                condition=~Q(key=""),
                violation_error_message="Bản đăng ký này đã lưu rồi.",
            ),
            models.CheckConstraint(
                name="initiative_written_by_somebody_or_imported",
                condition=Q(registered_at__isnull=False)
                & (Q(registered_by__isnull=False) | ~Q(slug="")),
                violation_error_message="Phải có người soạn, trừ mô hình có sẵn trong phần mềm.",
            ),
            models.CheckConstraint(
                name="initiative_submission_is_whole",
                condition=(Q(submitted_at=None, submitted_by=None)
                           | Q(submitted_at__isnull=False, submitted_by__isnull=False))
                & (Q(submitted_at__isnull=False) | ~Q(slug="") | Q(state__in=[State.DRAFT, State.ENDED])),
                violation_error_message="Đã đăng ký thì phải có người và giờ gửi.",
            ),
            models.CheckConstraint(
                name="initiative_pilot_ends_after_it_begins",
                condition=Q(pilot_to=None) | Q(pilot_from__isnull=False, pilot_to__gte=F("pilot_from")),
                violation_error_message="Ngày kết thúc thí điểm phải từ ngày bắt đầu trở đi.",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(F("unit"), F("year"), name="initiative_by_unit"),
            models.Index(F("year"), F("state"), name="initiative_by_year"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def stream(self) -> str:
        """The name of this initiative's history in the ledger."""
        return f"initiative:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "code": self.code,
            "state": str(self.state),
            "title": self.title,
            "year": self.year,
            "unit_id": self.unit_id,
        }


class Author(models.Model):
    """One of the authors and the share of the work (tỷ lệ đóng góp); all shares together are 100."""

    privacy: ClassVar = {"name": Privacy.PERSONAL, "title": Privacy.OPEN, "unit_text": Privacy.OPEN}

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="authors", verbose_name="mô hình, sáng kiến"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="tài khoản"
    )
    name = models.CharField("họ và tên", max_length=120)
    title = models.CharField("chức vụ", max_length=120, blank=True)
    unit_text = models.CharField("nơi công tác", max_length=200, blank=True)
    share_percent = models.PositiveSmallIntegerField("tỷ lệ đóng góp (%)")

    class Meta:
        verbose_name = "tác giả"
        constraints = [
            models.CheckConstraint(
                name="author_share_from_1_to_100",
                condition=Q(share_percent__gte=1, share_percent__lte=100),
                violation_error_message="Tỷ lệ đóng góp từ 1 đến 100 phần trăm.",
            ),
            models.UniqueConstraint(
                "initiative", "account",
                name="author_account_once",
                condition=Q(account__isnull=False),
                violation_error_message="Người này đã có trong danh sách tác giả.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Exhibit(models.Model):
    """A file that shows what was done (minh chứng)."""

    privacy: ClassVar = {"name": Privacy.OPEN, "added_at": Privacy.OPEN}

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="exhibits", verbose_name="mô hình, sáng kiến"
    )
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="tệp")
    name = models.CharField("tên minh chứng", max_length=200)
    added_at = models.DateTimeField("thêm lúc")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người thêm"
    )

    class Meta:
        verbose_name = "minh chứng"

    def __str__(self) -> str:
        return self.name


class PilotCount(models.Model):
    """What a counter of a pilot showed on a day, with the note that says where it comes from.

    ``key`` comes with the form on which it was written: the same form sent twice is one count.
    """

    privacy: ClassVar = {
        "counter": Privacy.OPEN, "counted_on": Privacy.OPEN, "note": Privacy.OPEN, "entered_at": Privacy.OPEN,
        "key": Privacy.OPEN,
    }  # fmt: skip

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="pilot_counts", verbose_name="mô hình, sáng kiến"
    )
    counter = models.CharField("số liệu", max_length=120)
    counted_on = models.DateField("ngày")
    quantity = models.PositiveIntegerField("số lượng")
    note = models.CharField("ghi chú", max_length=300, blank=True)
    key = models.CharField("khóa của tờ ghi", max_length=32, blank=True)
    entered_at = models.DateTimeField("nhập lúc")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người nhập"
    )

    class Meta:
        verbose_name = "số liệu thí điểm"
        constraints = [
            models.UniqueConstraint(
                "entered_by", "key",
                name="pilot_count_once_a_form",
                condition=~Q(key=""),
                violation_error_message="Số liệu này đã ghi rồi.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.counter} {self.counted_on}: {self.quantity}"
