from typing import Any, ClassVar, TypeVar
from uuid import uuid4

from django.db import models, transaction
from django.db.models import Q

from motcua.kernel.privacy import Privacy


class CalendarVersion(models.Model):
    """The one row whose stamp changes with every change of a calendar, in the same transaction.

    A process keeps the calendars that it has put together for as long as the stamp is the one that it knows.
    The stamp is random, so that a change that was rolled back can never be mistaken for another.
    """

    privacy: ClassVar = {"stamp": Privacy.OPEN}

    stamp = models.CharField("dấu phiên bản", max_length=32)

    class Meta:
        verbose_name = "phiên bản lịch"
        constraints = [
            models.CheckConstraint(
                name="calendar_version_is_one_row",
                condition=Q(pk=1),
                violation_error_message="Chỉ có một dấu phiên bản lịch.",
            )
        ]

    def __str__(self) -> str:
        return self.stamp

    @classmethod
    def renew(cls) -> None:
        """Tell every process that its calendars are out of date once this transaction is committed."""
        cls.objects.update_or_create(pk=1, defaults={"stamp": uuid4().hex})


Row = TypeVar("Row", bound=models.Model, covariant=True)


class VersionedQuerySet(models.QuerySet[Row]):
    """Rows of a calendar: whichever way they change, the version changes with them."""

    def bulk_create(self, *args: Any, **options: Any) -> list[Row]:
        with transaction.atomic():
            rows = super().bulk_create(*args, **options)
            CalendarVersion.renew()
        return rows

    def update(self, **values: Any) -> int:
        with transaction.atomic():
            changed = super().update(**values)
            CalendarVersion.renew()
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            deleted = super().delete()
            CalendarVersion.renew()
        return deleted


class VersionedModel(models.Model):
    """A fact of a calendar; saving or deleting it renews the version."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            super().save(*args, **options)
            CalendarVersion.renew()

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            deleted = super().delete(*args, **options)
            CalendarVersion.renew()
        return deleted
