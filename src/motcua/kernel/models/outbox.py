from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from motcua.kernel.privacy import Privacy


class Event(models.Model):
    """One piece of news, written in the transaction that made it true."""

    privacy: ClassVar = {
        "name": Privacy.OPEN,
        "key": Privacy.OPEN,
        "payload": Privacy.PERSONAL,
        "at": Privacy.OPEN,
    }

    name = models.CharField("tên", max_length=80)
    key = models.CharField("khóa", max_length=200, unique=True)
    payload = models.JSONField("nội dung")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "tin"

    def __str__(self) -> str:
        return f"{self.name} {self.key}"


class Delivery(models.Model):
    """One event for one listener: owed until ``done_at`` is set, leased while a worker holds it."""

    privacy: ClassVar = {
        "listener": Privacy.OPEN, "run_at": Privacy.OPEN, "lease_until": Privacy.OPEN, "done_at": Privacy.OPEN,
        "given_up_at": Privacy.OPEN, "last_failure": Privacy.OPEN,
    }  # fmt: skip

    event = models.ForeignKey(Event, models.CASCADE, related_name="deliveries", verbose_name="tin")
    listener = models.CharField("người nghe", max_length=80)
    run_at = models.DateTimeField("đến lượt lúc")
    lease_until = models.DateTimeField("đang giữ đến", null=True)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0)
    done_at = models.DateTimeField("xong lúc", null=True)
    given_up_at = models.DateTimeField("thôi thử lúc", null=True)
    last_failure = models.TextField("lần hỏng gần nhất", blank=True)

    class Meta:
        verbose_name = "lượt báo tin"
        constraints = [models.UniqueConstraint("event", "listener", name="delivery_once_per_listener")]
        indexes = [
            models.Index(
                F("run_at"), F("id"), name="delivery_waiting", condition=Q(done_at=None, given_up_at=None)
            ),
            models.Index(F("listener"), F("id"), name="delivery_owed", condition=Q(done_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.listener}"
