from typing import ClassVar

from django.db import models

from motcua.kernel.privacy import Privacy


class ReformAction(models.Model):
    """What an authority did with models, as a source document tells it: an order, a conference, an inspection.

    Such texts came with Motcua as examples; what is ordered here lives in ``directives`` and ``oversight``.
    ``covers`` are slugs of initiatives, ``tasks`` the numbered orders, word by word.
    """

    class Kind(models.TextChoices):
        REPLICATION_DIRECTIVE = "replication_directive", "Văn bản nhân rộng mô hình"
        PUBLIC_DUTY_INSPECTION = "public_duty_inspection", "Kiểm tra công vụ"
        CONFERENCE = "conference", "Hội nghị chuyên đề"
        ANNUAL_REGISTRATION = "annual_registration", "Đăng ký sáng kiến hằng năm"

    privacy: ClassVar = {
        "slug": Privacy.OPEN, "name": Privacy.OPEN, "issuer_text": Privacy.OPEN, "covers": Privacy.OPEN,
        "tasks": Privacy.OPEN, "source_ref": Privacy.OPEN, "imported_at": Privacy.OPEN,
    }  # fmt: skip

    slug = models.SlugField("mã", max_length=60, unique=True)
    kind = models.CharField("loại", max_length=24, choices=Kind)
    name = models.CharField("tên", max_length=400)
    issuer = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị chủ trì"
    )
    issuer_text = models.CharField("cơ quan chủ trì, như đã ghi", max_length=200)
    year = models.PositiveSmallIntegerField("năm")
    covers = models.JSONField("mô hình nêu tên", default=list)
    tasks = models.JSONField("việc giao", default=list)
    source_ref = models.CharField("nguồn", max_length=10)
    imported_at = models.DateTimeField("nhập lúc")

    class Meta:
        verbose_name = "việc cải cách trong nguồn"

    def __str__(self) -> str:
        return self.name
