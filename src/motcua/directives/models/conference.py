from operator import attrgetter
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.directives.models.directive import Directive
from motcua.kernel.kept_rows import CONTENT
from motcua.kernel.ledger import content_hash
from motcua.kernel.privacy import Privacy


class Conference(models.Model):
    """A conference (hội nghị) with its agenda and minutes; its conclusions go out as a directive."""

    privacy: ClassVar = {
        "title": Privacy.OPEN, "held_on": Privacy.OPEN, "place": Privacy.OPEN, "chair_name": Privacy.PERSONAL,
        "chair_title": Privacy.OPEN, "agenda": Privacy.OPEN, "minutes": Privacy.PERSONAL, "recorded_at": Privacy.OPEN,
    }  # fmt: skip

    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị tổ chức"
    )
    directive = models.OneToOneField(
        Directive, models.PROTECT, null=True, related_name="conference", verbose_name="thông báo kết luận"
    )
    title = models.CharField("tên hội nghị", max_length=300)
    held_on = models.DateField("ngày họp")
    place = models.CharField("nơi họp", max_length=200)
    chair_name = models.CharField("người chủ trì", max_length=120)
    chair_title = models.CharField("chức vụ người chủ trì", max_length=120, blank=True)
    agenda = models.TextField("chương trình", blank=True)
    minutes = models.TextField("biên bản", blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )

    class Meta:
        verbose_name = "hội nghị"

    def __str__(self) -> str:
        return self.title

    @property
    def stream(self) -> str:
        return f"conference:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """What an entry keeps beside the words of the act: a hash of the conference with its list of attendance."""
        chair = [self.chair_name, self.chair_title]
        said = [self.unit_id, self.title, self.held_on, self.place, *chair, self.agenda, self.minutes]
        guests = sorted(self.attendance.all(), key=attrgetter("pk"))
        came = [[guest.unit_id, guest.name, guest.title, guest.present] for guest in guests]
        return {CONTENT: content_hash([*said, came])}


class Attendance(models.Model):
    """Somebody invited to a conference, for a unit or for themselves, and whether they came."""

    privacy: ClassVar = {"name": Privacy.PERSONAL, "title": Privacy.OPEN}

    conference = models.ForeignKey(
        Conference, models.CASCADE, related_name="attendance", verbose_name="hội nghị"
    )
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị dự"
    )
    name = models.CharField("người dự", max_length=120, blank=True)
    title = models.CharField("chức vụ", max_length=120, blank=True)
    present = models.BooleanField("có mặt", default=True)

    class Meta:
        verbose_name = "người dự hội nghị"
        constraints = [
            models.CheckConstraint(
                name="attendance_of_somebody",
                condition=~Q(name="") | Q(unit__isnull=False),
                violation_error_message="Ghi tên người dự hoặc đơn vị dự.",
            ),
            models.UniqueConstraint(
                "conference",
                "unit",
                "name",
                name="attendance_once_for_a_unit",
                violation_error_message="Người này đã có trong danh sách dự.",
            ),
            models.UniqueConstraint(
                "conference",
                "name",
                name="attendance_once_for_oneself",
                condition=Q(unit=None),
                violation_error_message="Người này đã có trong danh sách dự.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.unit_id)
