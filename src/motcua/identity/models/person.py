from typing import ClassVar

from django.db import models
from django.db.models import Q

from motcua.identity.sexes import Sex
from motcua.kernel import vietnamese
from motcua.kernel.derived import DerivedCharField, YearField
from motcua.kernel.privacy import Privacy


def _lower(name: str) -> str:
    return vietnamese.clean(name).lower()


class Person(models.Model):
    """Somebody whom the desk serves (người dân).

    The birth date of old people is often partial: then ``birth_on`` is null and ``birth_year`` may be known.
    ``marked_name``, ``search_name`` and ``sort_name`` follow ``full_name``. A record found to be a second one
    of the same person points to the first by ``merged_into`` and is shown nowhere any more.
    """

    privacy: ClassVar = {
        "full_name": Privacy.PERSONAL, "marked_name": Privacy.PERSONAL, "search_name": Privacy.PERSONAL,
        "sort_name": Privacy.PERSONAL, "birth_on": Privacy.PERSONAL, "sex": Privacy.PERSONAL,
        "personal_id": Privacy.SENSITIVE, "old_id": Privacy.SENSITIVE, "id_issued_on": Privacy.PERSONAL,
        "phone": Privacy.PERSONAL, "email": Privacy.PERSONAL, "address": Privacy.PERSONAL,
        "created_at": Privacy.OPEN,
    }  # fmt: skip

    full_name = models.CharField("họ và tên", max_length=120)
    marked_name = DerivedCharField("họ tên chữ thường", max_length=120, source="full_name", form=_lower)
    search_name = DerivedCharField(
        "họ tên không dấu", max_length=120, source="full_name", form=vietnamese.search_form
    )
    sort_name = DerivedCharField(
        "khóa xếp tên", max_length=320, source="full_name", form=vietnamese.name_sort_key
    )
    birth_on = models.DateField("ngày sinh", null=True, blank=True)
    birth_year = YearField("năm sinh", source="birth_on", null=True, blank=True)
    sex = models.CharField("giới tính", max_length=10, choices=Sex, blank=True)
    personal_id = models.CharField("số định danh", max_length=12, blank=True)
    old_id = models.CharField("số chứng minh cũ", max_length=9, blank=True)
    id_issued_on = models.DateField("ngày cấp căn cước", null=True, blank=True)
    phone = models.CharField("điện thoại", max_length=11, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    address = models.CharField("nơi cư trú", max_length=300, blank=True)
    created_at = models.DateTimeField("ghi lúc")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="gộp vào"
    )

    class Meta:
        verbose_name = "người dân"
        constraints = [
            models.UniqueConstraint(
                "personal_id",
                name="person_personal_id_once",
                condition=Q(personal_id__gt="", merged_into=None),
                violation_error_message="Số định danh này đã có ở một người khác.",
            ),
            models.CheckConstraint(
                name="person_personal_id_has_12_digits",
                condition=Q(personal_id="") | Q(personal_id__regex=r"^[0-9]{12}$"),
                violation_error_message="Số định danh có 12 chữ số.",
            ),
            models.CheckConstraint(
                name="person_old_id_has_9_digits",
                condition=Q(old_id="") | Q(old_id__regex=r"^[0-9]{9}$"),
                violation_error_message="Số chứng minh cũ có 9 chữ số.",
            ),
            models.CheckConstraint(
                name="person_has_a_name",
                condition=~Q(full_name=""),
                violation_error_message="Phải có họ và tên.",
            ),
            models.CheckConstraint(
                name="person_birth_date_has_its_year",
                condition=Q(birth_on=None) | Q(birth_year__isnull=False),
                violation_error_message="Có ngày sinh thì phải có năm sinh.",
            ),
        ]
        indexes = [
            models.Index("personal_id", name="person_personal_id"),
            models.Index("old_id", name="person_old_id"),
            models.Index("phone", name="person_phone"),
            models.Index("birth_on", name="person_birth_on"),
            models.Index("search_name", "birth_year", name="person_name_and_year"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def stream(self) -> str:
        """The name of this person's history in the ledger."""
        return f"person:{self.pk}"
