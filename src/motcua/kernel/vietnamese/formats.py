"""How screens and papers write days, instants, numbers and money."""

from datetime import date, datetime, time

from django.utils import timezone

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def _local(instant: datetime) -> datetime:
    return timezone.localtime(instant) if timezone.is_aware(instant) else instant


def day(on: date) -> str:
    """Write a day, or the local day of an instant: ``26/11/2026``."""
    on = _local(on) if isinstance(on, datetime) else on
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


def hour(at: datetime | time) -> str:
    """Write the local hour and minute: ``09:12``."""
    at = _local(at) if isinstance(at, datetime) else at
    return f"{at.hour:02}:{at.minute:02}"


def moment(at: datetime) -> str:
    """Write an instant: ``09:12 ngày 26/11/2026``."""
    return f"{hour(at)} ngày {day(at)}"


def weekday(on: date) -> str:
    """Name the day of the week: ``Thứ Năm``."""
    on = _local(on) if isinstance(on, datetime) else on
    return _WEEKDAYS[on.weekday()]


def number(n: int) -> str:
    """Write a whole number with dots: ``1.234.567``."""
    return f"{n:,}".replace(",", ".")


def vnd(amount: int) -> str:
    """Write money: ``1.234.567 đồng``."""
    return f"{number(amount)} đồng"
