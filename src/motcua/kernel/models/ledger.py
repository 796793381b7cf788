from typing import ClassVar

from django.db import models

from motcua.kernel.privacy import Privacy


class LedgerEntry(models.Model):
    """One fact in the history of one thing (the stream); never changed, never removed.

    ``hash`` covers this entry and the hash before it, so that a changed, backdated or missing entry breaks
    the chain of its stream. ``recorded_at`` is the clock when the row was written; ``at`` when it happened.
    """

    privacy: ClassVar = {
        "stream": Privacy.OPEN, "at": Privacy.OPEN, "recorded_at": Privacy.OPEN, "verb": Privacy.OPEN,
        "payload": Privacy.PERSONAL, "previous_hash": Privacy.OPEN, "hash": Privacy.OPEN,
    }  # fmt: skip

    stream = models.CharField("chuỗi", max_length=80)
    sequence = models.PositiveIntegerField("thứ tự")
    at = models.DateTimeField("xảy ra lúc")
    recorded_at = models.DateTimeField("ghi lúc", db_index=True)
    by_id = models.BigIntegerField("tài khoản", null=True)
    verb = models.CharField("việc", max_length=60)
    payload = models.JSONField("nội dung")
    previous_hash = models.CharField("dấu trước", max_length=64, blank=True)
    hash = models.CharField("dấu", max_length=64)

    class Meta:
        verbose_name = "dòng sổ cái"
        constraints = [models.UniqueConstraint("stream", "sequence", name="ledger_sequence_once")]

    def __str__(self) -> str:
        return f"{self.stream}#{self.sequence} {self.verb}"


class LedgerSeal(models.Model):
    """One day's seal: a hash over all entries recorded on that day and the seal before it (niêm phong)."""

    privacy: ClassVar = {
        "day": Privacy.OPEN,
        "sealed_at": Privacy.OPEN,
        "previous_hash": Privacy.OPEN,
        "hash": Privacy.OPEN,
    }

    day = models.DateField("ngày", unique=True)
    sealed_at = models.DateTimeField("niêm phong lúc")
    entries = models.PositiveIntegerField("số dòng")
    previous_hash = models.CharField("dấu trước", max_length=64, blank=True)
    hash = models.CharField("dấu", max_length=64)

    class Meta:
        verbose_name = "niêm phong ngày"

    def __str__(self) -> str:
        return f"{self.day}: {self.entries}"
