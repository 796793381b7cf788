from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.dossiers.models.dossier import Dossier
from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy


class CopyKind(models.TextChoices):
    ORIGINAL = "original", "bản chính"
    CERTIFIED = "certified", "bản sao chứng thực"
    COPY = "copy", "bản sao"
    ELECTRONIC = "electronic", "bản điện tử"
    DATA = "data", "tra cứu dữ liệu"


class DossierComponent(models.Model):
    """One paper of the dossier, always one that the pinned version lists (thành phần hồ sơ)."""

    privacy: ClassVar = {
        "component_id": Privacy.OPEN,
        "name": Privacy.OPEN,
        "note": Privacy.PERSONAL,
        "added_at": Privacy.OPEN,
    }

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="components", verbose_name="hồ sơ")
    component_id = models.CharField("mã giấy tờ", max_length=60)
    name = models.CharField("tên giấy tờ", max_length=500)
    copy_kind = models.CharField("loại bản", max_length=12, choices=CopyKind)
    quantity = models.PositiveSmallIntegerField("số lượng", default=1)
    presented = models.BooleanField("chỉ xuất trình", default=False)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    added_at = models.DateTimeField("nhận lúc")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người nhận"
    )

    class Meta:
        verbose_name = "giấy tờ trong hồ sơ"
        constraints = [
            models.CheckConstraint(
                name="component_receipt_is_whole",
                condition=all_or_none("added_at", "added_by"),
                violation_error_message="Giấy tờ đã nhận thì phải có người nhận và giờ nhận.",
            ),
            models.CheckConstraint(
                name="component_has_a_quantity",
                condition=Q(quantity__gte=1),
                violation_error_message="Số lượng giấy tờ phải từ 1 trở lên.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DossierFile(models.Model):
    """A scan or photograph in the dossier, for one component or for the dossier as a whole.

    ``is_result`` marks what a body outside has decided and sent here.
    """

    privacy: ClassVar = {"name": Privacy.PERSONAL, "component_id": Privacy.OPEN, "added_at": Privacy.OPEN}

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="files", verbose_name="hồ sơ")
    component_id = models.CharField("mã giấy tờ", max_length=60, blank=True)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="tệp")
    name = models.CharField("tên tệp", max_length=200)
    is_result = models.BooleanField("là kết quả", default=False)
    added_at = models.DateTimeField("thêm lúc")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người thêm"
    )

    class Meta:
        verbose_name = "tệp trong hồ sơ"
        constraints = [
            models.CheckConstraint(
                name="dossier_file_is_whole",
                condition=all_or_none("added_at", "added_by"),
                violation_error_message="Tệp đã thêm thì phải có người thêm và giờ thêm.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class SupplementItem(models.Model):
    """One paper asked for in form 02, with the reason; only papers that the pinned version lists."""

    privacy: ClassVar = {"component_id": Privacy.OPEN, "name": Privacy.OPEN, "reason": Privacy.PERSONAL,
                         "asked_at": Privacy.OPEN, "received_at": Privacy.OPEN}  # fmt: skip

    dossier = models.ForeignKey(
        Dossier, models.CASCADE, related_name="supplement_items", verbose_name="hồ sơ"
    )
    component_id = models.CharField("mã giấy tờ", max_length=60)
    name = models.CharField("tên giấy tờ", max_length=500)
    copy_kind = models.CharField("loại bản", max_length=12, choices=CopyKind)
    reason = models.CharField("cần sửa hoặc thêm gì", max_length=500)
    asked_at = models.DateTimeField("yêu cầu lúc")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người yêu cầu"
    )
    received_at = models.DateTimeField("nhận lúc", null=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nhận"
    )

    class Meta:
        verbose_name = "giấy tờ phải bổ sung"
        constraints = [
            models.CheckConstraint(
                name="supplement_request_is_whole",
                condition=all_or_none("asked_at", "asked_by"),
                violation_error_message="Yêu cầu bổ sung phải có người và giờ yêu cầu.",
            ),
            models.CheckConstraint(
                name="supplement_receipt_is_whole",
                condition=all_or_none("received_at", "received_by"),
                violation_error_message="Đã nhận bổ sung thì phải có người nhận và giờ nhận.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
