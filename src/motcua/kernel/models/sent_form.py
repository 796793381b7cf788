from typing import ClassVar

from django.db import models

from motcua.kernel.privacy import Privacy


class SentForm(models.Model):
    """A form that somebody sent and that was acted upon (tờ đã gửi); ``led_to``: the page shown after it.

    ``key`` was made when the form was drawn, so that the same form sent again is known; ``content_hash`` tells
    whether it says the same.
    """

    privacy: ClassVar = {
        "key": Privacy.OPEN, "content_hash": Privacy.OPEN, "led_to": Privacy.OPEN, "sent_at": Privacy.OPEN,
    }  # fmt: skip

    account_id = models.BigIntegerField("tài khoản")
    key = models.CharField("khóa của tờ", max_length=32)
    content_hash = models.CharField("dấu nội dung", max_length=64)
    led_to = models.TextField("trang mở sau đó", blank=True)
    sent_at = models.DateTimeField("gửi lúc")

    class Meta:
        verbose_name = "tờ đã gửi"
        constraints = [
            models.UniqueConstraint(
                "account_id", "key", name="sent_form_once", violation_error_message="Tờ này đã gửi rồi."
            )
        ]

    def __str__(self) -> str:
        return self.key
