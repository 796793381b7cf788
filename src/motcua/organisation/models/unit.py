from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from motcua.kernel import vietnamese
from motcua.kernel.derived import DerivedCharField
from motcua.kernel.privacy import Privacy
from motcua.organisation.kinds import Kind, Level
from motcua.organisation.models.periods import ends_after_it_begins, valid_on


class UnitQuerySet(models.QuerySet["Unit"]):
    def valid(self, *, on: date) -> Self:
        """Units that exist on a day."""
        return self.filter(valid_on(on))


class Unit(models.Model):
    """A unit of local government, or an office of one, for as long as it exists.

    ``code`` is the code of the General Statistics Office for the units of 01/07/2025, ``H-…`` for units that
    ended before (their old codes were given to new units), and the unit's code with a suffix for offices.
    ``agency_code`` is the identifier by QĐ 20/2020/QĐ-TTg that opens dossier codes; blank when unknown.
    """

    seldom_changes: ClassVar = True
    privacy: ClassVar = {
        "code": Privacy.OPEN, "name": Privacy.OPEN, "short_name": Privacy.OPEN, "search_name": Privacy.OPEN,
        "level": Privacy.OPEN, "kind": Privacy.OPEN, "agency_code": Privacy.OPEN, "valid_from": Privacy.OPEN,
        "valid_to": Privacy.OPEN, "phone": Privacy.OPEN, "address": Privacy.OPEN,
    }  # fmt: skip

    code = models.CharField("mã đơn vị", max_length=60, unique=True)
    name = models.CharField("tên", max_length=160)
    short_name = models.CharField("tên gọi", max_length=120)
    search_name = DerivedCharField(
        "tên không dấu", max_length=160, db_index=True, source="name", form=vietnamese.search_form
    )
    level = models.CharField("cấp", max_length=10, choices=Level)
    kind = models.CharField("loại", max_length=12, choices=Kind)
    agency_code = models.CharField("mã định danh cơ quan", max_length=40, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    address = models.CharField("trụ sở", max_length=300, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn vị"
        constraints = [ends_after_it_begins("unit_ends_after_it_begins")]
        indexes = [models.Index("level", "valid_to", name="unit_level_valid")]

    def __str__(self) -> str:
        return self.name

    @property
    def name_in_sentence(self) -> str:
        """The name as it stands inside a sentence: ``xã An Thạnh``."""
        return f"{self.name[0].lower()}{self.name[1:]}"

    @property
    def agency_name(self) -> str:
        """The office in whose name papers go out: ``Ủy ban nhân dân xã An Thạnh``, ``Phòng Nội vụ``."""
        if self.level == Level.DIVISION:
            return self.name
        return _("Ủy ban nhân dân %(unit)s") % {"unit": self.name_in_sentence}

    @property
    def stream(self) -> str:
        """The name of this unit's history in the ledger."""
        return f"unit:{self.code}"


class UnitPlacement(models.Model):
    """A unit under another for a time: communes stood under districts, now they stand under provinces."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {"valid_from": Privacy.OPEN, "valid_to": Privacy.OPEN}

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="placements", verbose_name="đơn vị")
    parent = models.ForeignKey(
        Unit, models.PROTECT, related_name="child_placements", verbose_name="đơn vị cấp trên"
    )
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "trực thuộc"
        constraints = [
            ends_after_it_begins("placement_ends_after_it_begins"),
            models.CheckConstraint(
                name="placement_not_under_itself",
                condition=~Q(unit=F("parent")),
                violation_error_message="Đơn vị không thể trực thuộc chính mình.",
            ),
            models.UniqueConstraint(
                "unit",
                name="placement_one_open_at_a_time",
                condition=Q(valid_to=None),
                violation_error_message="Đơn vị đang trực thuộc một nơi khác.",
            ),
            models.UniqueConstraint("unit", "valid_from", name="placement_begins_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} → {self.parent_id}"


class Succession(models.Model):
    """A unit ended and another took over all or part of it (sắp xếp, sáp nhập)."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {"on_date": Privacy.OPEN}

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị cũ"
    )
    successor = models.ForeignKey(
        Unit, models.PROTECT, related_name="inheritances", verbose_name="đơn vị kế tục"
    )
    on_date = models.DateField("từ ngày")

    class Meta:
        verbose_name = "kế tục"
        constraints = [
            models.UniqueConstraint("predecessor", "successor", name="succession_once"),
            models.CheckConstraint(
                name="succession_of_another",
                condition=~Q(predecessor=F("successor")),
                violation_error_message="Đơn vị không thể kế tục chính mình.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"
