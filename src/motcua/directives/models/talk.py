from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F

from motcua.directives.models.task import Task
from motcua.kernel.privacy import Privacy


class Message(models.Model):
    """Something said about a task (trao đổi); never changed, never removed."""

    privacy: ClassVar = {"text": Privacy.PERSONAL, "sent_at": Privacy.OPEN}

    task = models.ForeignKey(Task, models.CASCADE, related_name="messages", verbose_name="nhiệm vụ")
    text = models.TextField("nội dung")
    sent_at = models.DateTimeField("gửi lúc")
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người gửi"
    )

    class Meta:
        verbose_name = "tin trao đổi"
        indexes = [models.Index(F("task"), F("id"), name="message_by_task")]

    def __str__(self) -> str:
        return self.text[:80]


class ReadReceipt(models.Model):
    """Who has read a message, and when first (đã xem)."""

    privacy: ClassVar = {"read_at": Privacy.OPEN}

    message = models.ForeignKey(Message, models.CASCADE, related_name="receipts", verbose_name="tin")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người xem"
    )
    read_at = models.DateTimeField("xem lúc")

    class Meta:
        verbose_name = "lượt xem tin"
        constraints = [models.UniqueConstraint("message", "account", name="read_receipt_once")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.account_id}"
