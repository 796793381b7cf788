from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.calendars.hours import DayNote, NoteKind
from motcua.calendars.models.version import VersionedModel, VersionedQuerySet
from motcua.kernel.privacy import Privacy


class CalendarYear(VersionedModel):
    """A year for which days may be promised; a year that is not here is refused, not guessed."""

    class Status(models.TextChoices):
        """Provisional: computed by rule, and every answer that counts in it says so."""

        PUBLISHED = "published", _("Đã công bố")
        PROVISIONAL = "provisional", _("Dự kiến")

    privacy: ClassVar = {"status": Privacy.OPEN, "source": Privacy.OPEN}

    year = models.PositiveSmallIntegerField("năm", unique=True)
    status = models.CharField("tình trạng", max_length=12, choices=Status)
    source = models.CharField("căn cứ", max_length=300, blank=True)

    objects = VersionedQuerySet["CalendarYear"].as_manager()

    class Meta:
        verbose_name = "năm lịch"
        constraints = [
            models.CheckConstraint(
                name="calendar_year_in_range",
                condition=Q(year__gte=2000, year__lte=2199),
                violation_error_message=_("Năm phải từ 2000 đến 2199."),
            ),
            models.CheckConstraint(
                name="calendar_year_status_known",
                condition=Q(status__in=["published", "provisional"]),
                violation_error_message=_("Lịch của năm hoặc đã công bố, hoặc là dự kiến."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)


class DayOff(VersionedModel):
    """A day on which all state offices rest (ngày nghỉ lễ, nghỉ bù, nghỉ hoán đổi)."""

    class Kind(models.TextChoices):
        """Source: Bộ luật Lao động 45/2019/QH14, arts. 111–112."""

        HOLIDAY = NoteKind.HOLIDAY, _("Nghỉ lễ")
        COMPENSATORY = NoteKind.COMPENSATORY, _("Nghỉ bù")
        SWAPPED_OFF = NoteKind.SWAPPED_OFF, _("Nghỉ hoán đổi")

    privacy: ClassVar = {"day": Privacy.OPEN, "kind": Privacy.OPEN, "name_vi": Privacy.OPEN}

    year = models.ForeignKey(
        CalendarYear, models.CASCADE, related_name="days_off", verbose_name="năm", to_field="year"
    )
    day = models.DateField("ngày", unique=True)
    kind = models.CharField("loại", max_length=12, choices=Kind)
    name_vi = models.CharField("tên ngày nghỉ", max_length=120)

    objects = VersionedQuerySet["DayOff"].as_manager()

    class Meta:
        verbose_name = "ngày nghỉ"
        constraints = [
            models.CheckConstraint(
                name="day_off_kind_known",
                condition=Q(kind__in=["holiday", "compensatory", "swapped_off"]),
                violation_error_message=_("Ngày nghỉ là nghỉ lễ, nghỉ bù hoặc nghỉ hoán đổi."),
            ),
            models.CheckConstraint(
                name="day_off_has_a_name",
                condition=~Q(name_vi=""),
                violation_error_message=_("Ngày nghỉ phải có tên."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name_vi}"

    @property
    def note(self) -> DayNote:
        return DayNote(NoteKind(self.kind), self.name_vi)

    def clean(self) -> None:
        _in_its_year(self)


class WorkedDay(VersionedModel):
    """A day of rest that is worked in exchange for another (ngày làm bù); ``instead_of`` is that other day."""

    privacy: ClassVar = {"day": Privacy.OPEN, "instead_of": Privacy.OPEN}

    year = models.ForeignKey(
        CalendarYear, models.CASCADE, related_name="worked_days", verbose_name="năm", to_field="year"
    )
    day = models.DateField("ngày", unique=True)
    instead_of = models.DateField("làm bù cho ngày", null=True, blank=True)

    objects = VersionedQuerySet["WorkedDay"].as_manager()

    class Meta:
        verbose_name = "ngày làm bù"

    def __str__(self) -> str:
        return str(self.day)

    def clean(self) -> None:
        _in_its_year(self)


def _in_its_year(row: DayOff | WorkedDay) -> None:
    if row.day and row.day.year != row.year_id:
        raise ValidationError({"day": _("Ngày này không thuộc năm của lịch.")})
