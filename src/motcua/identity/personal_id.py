"""The personal identification number (số định danh cá nhân): 12 digits that tell sex and year of birth.

Three digits of the place where the birth was registered, one for century and sex (0 man and 1 woman born
1900–1999, 2 and 3 for 2000–2099, …), two of the birth year, six at random.
Source: Nghị định 137/2015/NĐ-CP art. 13; Luật Căn cước 26/2023/QH15 art. 12.
"""

from datetime import date

from django.utils.translation import gettext as _

from motcua.identity.digits import require_digits
from motcua.identity.sexes import Sex
from motcua.kernel.refusals import Refusal

EXAMPLE = "092 188 000 417"


def check(
    text: str,
    *,
    birth_on: date | None = None,
    birth_year: int | None = None,
    sex: str = "",
    field: str = "personal_id",
) -> str:
    """Return the 12 digits, or refuse; what is known of sex and birth year must agree with the number."""
    number = require_digits(text, count=12, example=EXAMPLE, field=field)
    year = birth_on.year if birth_on else birth_year
    if year and year != birth_year_of(number):
        sentence = _(
            "Số này của người sinh năm %(told)d, còn ngày sinh ghi năm %(year)d. Xem lại số hoặc ngày sinh."
        )
        raise Refusal(sentence % {"told": birth_year_of(number), "year": year}, field=field)
    if sex in {Sex.MALE, Sex.FEMALE} and sex != sex_of(number):
        sentence = _("Số này của %(told)s, còn giới tính ghi %(sex)s. Xem lại số hoặc giới tính.")
        words = {"told": Sex(sex_of(number)).label.lower(), "sex": Sex(sex).label.lower()}
        raise Refusal(sentence % words, field=field)
    return number


def check_old(text: str, *, field: str = "old_id") -> str:
    """Return the 9 digits of an identity card of before 2016 (chứng minh nhân dân)."""
    return require_digits(text, count=9, example="331 234 567", field=field)


def birth_year_of(number: str) -> int:
    """The year of birth that a number tells."""
    return 1900 + int(number[3]) // 2 * 100 + int(number[4:6])


def sex_of(number: str) -> str:
    """The sex that a number tells."""
    return Sex.FEMALE if int(number[3]) % 2 else Sex.MALE
