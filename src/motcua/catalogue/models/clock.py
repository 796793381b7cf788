from functools import cached_property
from typing import ClassVar

import msgspec
from django.db import models

from motcua.catalogue.definitions import ApologyRule, ClockRules, CutoffRule
from motcua.catalogue.definitions.clock import Classification, SupplementMode
from motcua.catalogue.models.validity import valid_order
from motcua.kernel.privacy import Privacy


class ClockPolicy(models.Model):
    """The time rules of one legal period (kỳ pháp lý); a dossier follows those of its reception day."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {
        "period": Privacy.OPEN,
        "valid_from": Privacy.OPEN,
        "valid_to": Privacy.OPEN,
        "content": Privacy.OPEN,
    }

    period = models.CharField("kỳ", max_length=40, unique=True)
    valid_from = models.DateField("có hiệu lực từ", unique=True)
    valid_to = models.DateField("hết hiệu lực sau ngày", null=True)
    content = models.JSONField("nội dung")

    class Meta:
        verbose_name = "quy tắc tính hạn"
        constraints = [
            valid_order("clock_policy_days_in_order"),
        ]

    def __str__(self) -> str:
        return self.period

    @cached_property
    def rules(self) -> ClockRules:
        return msgspec.convert(self.content, ClockRules)

    @property
    def supplement_mode(self) -> SupplementMode:
        """``restart``: the full limit counts again; ``resume``: it goes on with what was left."""
        return self.rules.supplement.mode

    @property
    def classification(self) -> Classification:
        """``by_instant``: the hour of the due time counts; ``by_date``: only its day."""
        return self.rules.classification

    @property
    def apology(self) -> ApologyRule:
        return self.rules.apology

    def cutoff(self, rule_id: str) -> CutoffRule | None:
        return self.rules.cutoff(rule_id)
