"""Forms that were sent: one sent again (double click, reload, an answer that was lost) is known by its key."""

from datetime import datetime

from django.db import connection

from motcua.kernel.models import SentForm


def claim(*, account_id: int, key: str, content_hash: str, at: datetime) -> tuple[SentForm, bool]:
    """Take a form for the rest of the transaction; who sends it at the same time waits until that ends.

    Args:
        key: at most 32 characters, made when the form was drawn.
        content_hash: the SHA-256 of what the form says.
    Returns:
        The form as it was sent first, and whether that is now.
    """
    assert connection.in_atomic_block, "A form is taken inside the transaction that acts upon it."
    return SentForm.objects.get_or_create(
        account_id=account_id, key=key, defaults={"content_hash": content_hash, "sent_at": at}
    )


def answer(form: SentForm, led_to: str) -> None:
    """Keep which page was shown after the act, for whoever sends the form again."""
    form.led_to = led_to
    form.save(update_fields=["led_to"])


def forget(*, before: datetime) -> None:
    """Drop what was sent before an instant; a page of then, drawn anew, acts like a new one."""
    SentForm.objects.filter(sent_at__lt=before).delete()


def release(form: SentForm) -> None:
    """Nothing was done: the form may be sent again."""
    form.delete()
