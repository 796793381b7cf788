from typing import ClassVar, TypeVar

import msgspec
from django.db import models
from django.db.models import F, Q

from motcua.kernel.privacy import Privacy

Kind = TypeVar("Kind")


class Event(models.Model):
    """One piece of news (tin), written in the transaction that made it true."""

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

    def read(self, kind: type[Kind]) -> Kind:
        """Return the announced event itself, with its dates as dates: ``event.read(DossierMoved)``."""
        return msgspec.convert(self.payload, kind)


class Delivery(models.Model):
    """One event for one listener: owed until ``done_at`` is set, leased while a worker holds it.

    ``attempts`` is also the worker's token: a worker may finish only the attempt that it began, so one that
    fell asleep cannot close a delivery that another has taken over.
    """

    privacy: ClassVar = {
        "listener": Privacy.OPEN, "run_at": Privacy.OPEN, "lease_until": Privacy.OPEN, "done_at": Privacy.OPEN,
        "given_up_at": Privacy.OPEN, "last_failure": Privacy.PERSONAL,
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
        constraints = [
            models.UniqueConstraint("event", "listener", name="delivery_once_per_listener"),
            models.CheckConstraint(
                name="delivery_done_or_given_up",
                condition=Q(done_at=None) | Q(given_up_at=None),
                violation_error_message="Lượt báo tin đã xong thì không thể đồng thời là đã thôi thử.",
            ),
        ]
        indexes = [
            models.Index(
                F("run_at"), F("id"), name="delivery_waiting", condition=Q(done_at=None, given_up_at=None)
            ),
            models.Index(F("listener"), F("id"), name="delivery_owed", condition=Q(done_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.listener}"


class Heartbeat(models.Model):
    """When a worker was last seen alive; without it silence and idleness would look the same."""

    privacy: ClassVar = {"worker": Privacy.OPEN, "at": Privacy.OPEN}

    worker = models.CharField("tiến trình", max_length=80, unique=True)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "nhịp tiến trình nền"

    def __str__(self) -> str:
        return f"{self.worker} {self.at:%H:%M:%S}"
