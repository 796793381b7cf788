import hashlib
from typing import Any, ClassVar

import msgspec
from django.conf import settings
from django.db import models

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.models.validity import one_open, valid_order
from motcua.kernel.privacy import Privacy
from motcua.kernel.refusals import Refusal

_DEFINITIONS: dict[str, ProcedureDefinition] = {}


class WorkField(models.Model):
    """A field of work (lĩnh vực), such as civil status."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {"id": Privacy.OPEN, "name_vi": Privacy.OPEN, "managing_code": Privacy.OPEN}

    id = models.CharField("mã", max_length=40, primary_key=True)
    name_vi = models.CharField("tên", max_length=120)
    managing_code = models.CharField("mã ngành", max_length=10, blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "lĩnh vực"

    def __str__(self) -> str:
        return self.name_vi


class Procedure(models.Model):
    """A procedure (thủ tục hành chính) through all its versions; ``code`` is the national code."""

    seldom_changes: ClassVar = True
    privacy: ClassVar = {"slug": Privacy.OPEN, "code": Privacy.OPEN}

    slug = models.SlugField("tên mã", max_length=60, unique=True)
    code = models.CharField("mã thủ tục", max_length=20)
    field = models.ForeignKey(WorkField, models.PROTECT, related_name="procedures", verbose_name="lĩnh vực")

    class Meta:
        verbose_name = "thủ tục"

    def __str__(self) -> str:
        return self.slug


class ProcedureVersion(models.Model):
    """What the law said about a procedure from one day to another; unchangeable once it is here.

    ``valid_to`` is the last day in force, None while it holds; it is set once, when the next version follows
    or the procedure is repealed. ``publisher`` is None for what came with the software.
    """

    seldom_changes: ClassVar = True
    privacy: ClassVar = {
        "name": Privacy.OPEN, "valid_from": Privacy.OPEN, "valid_to": Privacy.OPEN, "content": Privacy.OPEN,
        "content_hash": Privacy.OPEN, "published_at": Privacy.OPEN,
    }  # fmt: skip

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions", verbose_name="thủ tục")
    number = models.PositiveIntegerField("bản số")
    name = models.CharField("tên thủ tục", max_length=300)
    valid_from = models.DateField("có hiệu lực từ")
    valid_to = models.DateField("hết hiệu lực sau ngày", null=True)
    content = models.JSONField("nội dung")
    content_hash = models.CharField("dấu nội dung", max_length=64)
    published_at = models.DateTimeField("công bố lúc")
    publisher = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người công bố"
    )

    class Meta:
        verbose_name = "bản thủ tục"
        constraints = [
            valid_order("procedure_version_days_in_order"),
            one_open("procedure", name="procedure_version_one_open"),
            models.UniqueConstraint("procedure", "number", name="procedure_version_number_once"),
            models.UniqueConstraint("procedure", "valid_from", name="procedure_version_day_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} (bản {self.number})"

    @property
    def definition(self) -> ProcedureDefinition:
        """The typed content, decoded once per process."""
        known = _DEFINITIONS.get(self.content_hash)
        if known is None:
            known = msgspec.convert(self.content, ProcedureDefinition)
            _DEFINITIONS[self.content_hash] = known
        return known

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new version, or the last day of one that had none; anything else is refused."""
        if not self._state.adding and kwargs.get("update_fields") != ["valid_to"]:
            raise Refusal("Bản thủ tục đã công bố thì không sửa được. Hãy công bố bản mới.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise Refusal("Bản thủ tục đã công bố thì không xóa được.")


def encode(definition: ProcedureDefinition) -> tuple[dict[str, Any], str]:
    """Return the JSON content of a definition and its hash (SHA-256 of the canonical JSON)."""
    content = msgspec.to_builtins(definition)
    canonical = msgspec.json.encode(content, order="sorted")
    return content, hashlib.sha256(canonical).hexdigest()
