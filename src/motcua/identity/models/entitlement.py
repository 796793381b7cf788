from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from motcua.identity.eligible_groups import EligibleGroup
from motcua.identity.models.person import Person
from motcua.kernel.privacy import Privacy


class EntitlementQuerySet(models.QuerySet["Entitlement"]):
    def valid(self, *, on: date) -> Self:
        """Those that hold on a day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)


class Entitlement(models.Model):
    """One person in one eligible group for a time: a line of a yearly list, or a certificate.

    ``year`` is set for yearly lists (poor households, QĐ 24/2021/QĐ-TTg) and empty for lasting papers.
    """

    privacy: ClassVar = {
        "group": Privacy.SENSITIVE, "valid_from": Privacy.OPEN, "valid_to": Privacy.OPEN,
        "ground": Privacy.SENSITIVE, "document": Privacy.SENSITIVE,
    }  # fmt: skip

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="entitlements", verbose_name="người được hưởng"
    )
    group = models.CharField("nhóm đối tượng", max_length=40, choices=EligibleGroup)
    year = models.PositiveSmallIntegerField("danh sách năm", null=True, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    ground = models.CharField("căn cứ", max_length=200, blank=True)
    document = models.CharField("giấy tờ", max_length=200, blank=True)

    objects = EntitlementQuerySet.as_manager()

    class Meta:
        verbose_name = "đối tượng ưu tiên"
        constraints = [
            models.UniqueConstraint("person", "group", "valid_from", name="entitlement_once"),
            models.CheckConstraint(
                name="entitlement_ends_after_it_begins",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Ngày hết hạn phải từ ngày bắt đầu trở đi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.group}"
