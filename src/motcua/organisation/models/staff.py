from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.kernel.privacy import Privacy
from motcua.organisation.models.periods import ends_after_it_begins, valid_on
from motcua.organisation.models.unit import Unit
from motcua.organisation.roles import Role


class StaffQuerySet(models.QuerySet["Staff"]):
    def valid(self, *, on: date) -> Self:
        """Posts that are held on a day."""
        return self.filter(valid_on(on))


class Staff(models.Model):
    """A post held by an account at a unit for a time (vị trí công tác); several at once are common."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {
        "role": Privacy.OPEN, "title_vi": Privacy.OPEN, "valid_from": Privacy.OPEN, "valid_to": Privacy.OPEN,
    }  # fmt: skip

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", verbose_name="tài khoản"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    division = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="division_posts", verbose_name="phòng"
    )
    role = models.CharField("vai trò", max_length=40, choices=Role)
    title_vi = models.CharField("chức danh", max_length=120, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = StaffQuerySet.as_manager()

    class Meta:
        verbose_name = "vị trí công tác"
        constraints = [
            ends_after_it_begins("staff_ends_after_it_begins"),
            models.UniqueConstraint(
                "account",
                "unit",
                "role",
                name="staff_post_held_once",
                condition=Q(valid_to=None),
                violation_error_message="Người này đang giữ vị trí đó rồi.",
            ),
        ]
        indexes = [models.Index("unit", "role", name="staff_unit_role")]

    def __str__(self) -> str:
        return f"{self.account}, {self.title_vi or self.get_role_display()}, {self.unit}"


class Delegation(models.Model):
    """A holder of a post lets another act in it for a time (ủy quyền), by a written document."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {
        "document": Privacy.OPEN, "valid_from": Privacy.OPEN, "valid_to": Privacy.OPEN,
    }  # fmt: skip

    post = models.ForeignKey(
        Staff, models.PROTECT, related_name="delegations", verbose_name="vị trí ủy quyền"
    )
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="delegations",
        verbose_name="người được ủy quyền",
    )
    document = models.CharField("văn bản ủy quyền", max_length=120)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày")

    class Meta:
        verbose_name = "ủy quyền"
        constraints = [ends_after_it_begins("delegation_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"{self.post} → {self.delegate}"
