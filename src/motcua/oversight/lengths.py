"""Shelf length: stored as whole decimetres, read and written as mét giá with a comma."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import number


class WrongLength(Refusal):
    """Not a length of shelf, or finer than a decimetre."""


def shelf(decimetres: int) -> str:
    """Write a length for people: 420 as ``42 mét giá``, 425 as ``42,5 mét giá``."""
    metres, rest = divmod(decimetres, 10)
    return _("%(metres)s mét giá") % {"metres": number(metres) + (f",{rest}" if rest else "")}


def decimetres(text: str, *, field: str) -> int:
    """Read mét giá as people write them (42 or 42,5) into whole decimetres.

    Raises:
        WrongLength: with an example.
    """
    try:
        found = Decimal(text.strip().replace(".", "").replace(",", ".") or "0") * 10
    except InvalidOperation:
        found = Decimal("0.5")
    if not found.is_finite() or found != found.to_integral_value() or not 0 <= found <= 1_000_000:
        raise WrongLength(
            _("Không đọc được “%(text)s”. Ghi số mét giá, lẻ thì một chữ số sau dấu phẩy, ví dụ 42,5.")
            % {"text": text.strip()[:20]},
            field=field,
        )
    return int(found)
