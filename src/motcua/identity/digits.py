"""Numbers that people read out: digits in any grouping, and a sentence that says what is missing."""

import re
import unicodedata

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal

_SEPARATORS = re.compile(r"[\s.\-()\u2010-\u2015]+")


def digits_of(text: str) -> str:
    """Return the text without the spaces, dots, dashes and brackets that group digits."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text))


def require_digits(text: str, *, count: int, example: str, field: str) -> str:
    """Return exactly ``count`` digits, or refuse with what is missing or too much and an example."""
    digits = digits_of(text)
    words = {"count": abs(count - len(digits)), "example": example}
    if not re.fullmatch("[0-9]*", digits):
        raise Refusal(_("Chỉ ghi chữ số. Ví dụ: %(example)s") % words, field=field)
    if len(digits) < count:
        raise Refusal(_("Thiếu %(count)d chữ số. Ví dụ: %(example)s") % words, field=field)
    if len(digits) > count:
        raise Refusal(_("Thừa %(count)d chữ số. Ví dụ: %(example)s") % words, field=field)
    return digits
