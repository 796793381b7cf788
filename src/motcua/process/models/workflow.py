from functools import cached_property
from typing import ClassVar

import msgspec
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.constraints import all_or_none
from motcua.kernel.privacy import Privacy
from motcua.process.definitions import WorkflowDefinition


class Workflow(models.Model):
    """How one unit handles one procedure (quy trình nội bộ); without a unit it is the common pattern."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {"name": Privacy.OPEN}

    procedure = models.ForeignKey(
        "catalogue.Procedure", models.PROTECT, related_name="workflows", verbose_name="thủ tục"
    )
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị"
    )
    name = models.CharField("tên quy trình", max_length=300)

    class Meta:
        verbose_name = "quy trình nội bộ"
        constraints = [
            models.UniqueConstraint(
                "procedure",
                "unit",
                name="workflow_once_per_unit",
                nulls_distinct=False,
                violation_error_message="Đơn vị đã có quy trình cho thủ tục này. Hãy lập bản mới của quy trình đó.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class WorkflowVersion(models.Model):
    """One version of a workflow; cases keep the version with which they were opened.

    ``pattern_of`` marks the pattern that was made from a procedure version because nobody had arranged the
    office's own; such a version is published by nobody.
    """

    seldom_changes: ClassVar = True
    privacy: ClassVar = {
        "definition": Privacy.OPEN, "valid_from": Privacy.OPEN, "valid_to": Privacy.OPEN, "published_at": Privacy.OPEN,
    }  # fmt: skip

    workflow = models.ForeignKey(Workflow, models.PROTECT, related_name="versions", verbose_name="quy trình")
    number = models.PositiveSmallIntegerField("bản số")
    pattern_of = models.OneToOneField(
        "catalogue.ProcedureVersion",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="mẫu từ bản thủ tục",
    )
    definition = models.JSONField("các bước")
    valid_from = models.DateField("áp dụng từ ngày")
    valid_to = models.DateField("đến ngày", null=True)
    published_at = models.DateTimeField("ban hành lúc", null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ban hành"
    )

    class Meta:
        verbose_name = "bản quy trình"
        constraints = [
            models.UniqueConstraint("workflow", "number", name="workflow_version_once"),
            models.CheckConstraint(
                name="workflow_version_ends_after_start",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Ngày hết áp dụng phải từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                name="workflow_version_published_is_whole",
                condition=all_or_none("published_at", "published_by"),
                violation_error_message="Đã ban hành thì phải có người và giờ ban hành.",
            ),
            models.CheckConstraint(
                name="workflow_version_published_or_pattern",
                condition=Q(published_at__isnull=False, pattern_of=None)
                | Q(published_at=None, pattern_of__isnull=False),
                violation_error_message="Bản quy trình phải do người ban hành, hoặc là mẫu lập từ bản thủ tục.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workflow}, bản {self.number}"

    @cached_property
    def steps(self) -> WorkflowDefinition:
        return msgspec.convert(self.definition, WorkflowDefinition)
