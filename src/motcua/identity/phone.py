"""Vietnamese telephone numbers."""

import re

from django.utils.translation import gettext as _

from motcua.identity.digits import digits_of, require_digits
from motcua.kernel.refusals import Refusal

MOBILE, LANDLINE = "0912 345 678", "0292 3860 314"


def check(text: str, *, field: str = "phone") -> str:
    """Return the number as digits with its leading 0, ``+84`` turned into ``0``.

    Mobile numbers have 10 digits and begin with 03, 05, 07, 08 or 09; landlines begin with 02 and have 11.
    """
    digits = re.sub(r"^(\+84|0084|84(?=[0-9]{9,10}$))0?", "0", digits_of(text))
    if re.fullmatch("[35789][0-9]{8}", digits):
        raise Refusal(_("Thiếu số 0 ở đầu. Ví dụ: %(example)s") % {"example": MOBILE}, field=field)
    if re.match("02", digits):
        return require_digits(digits, count=11, example=LANDLINE, field=field)
    number = require_digits(digits, count=10, example=MOBILE, field=field)
    if not re.match("0[35789]", number):
        sentence = _("Số di động bắt đầu bằng 03, 05, 07, 08, 09; số bàn bắt đầu bằng 02. Ví dụ: %(example)s")
        raise Refusal(sentence % {"example": MOBILE}, field=field)
    return number
