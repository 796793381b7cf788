"""What is written down about a person, and whether it can be true."""

from datetime import date
from typing import TypedDict

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from motcua.identity import personal_id, phone
from motcua.identity.sexes import Sex
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean, day

OLDEST_AGE = 130  # full years; older is a slip of the pen
LONGEST_NAME, LONGEST_ADDRESS = 120, 300


class Details(TypedDict, total=False):
    """The facts of a record; an absent key is not known (or, in a correction, not changed)."""

    full_name: str
    birth_on: date | None
    birth_year: int | None
    sex: str
    personal_id: str
    old_id: str
    id_issued_on: date | None
    phone: str
    email: str
    address: str


def checked(details: Details, *, today: date) -> Details:
    """Return the whole set of facts in their stored forms, or refuse what cannot be true.

    Args:
        today: the local day of the act; nobody is born after it.
    """
    birth_on, year = details.get("birth_on"), details.get("birth_year")
    year = birth_on.year if birth_on else year
    sex = details.get("sex", "")
    if sex and sex not in Sex.values:
        raise Refusal(_("Giới tính là Nam, Nữ hoặc Chưa xác định."), field="sex")
    _check_birth(birth_on, year, today=today)
    number, old, tel = (details.get(key, "") for key in ("personal_id", "old_id", "phone"))
    return Details(
        full_name=_name(details.get("full_name", "")),
        birth_on=birth_on,
        birth_year=year,
        sex=sex,
        personal_id=personal_id.check(str(number), birth_year=year, sex=sex) if number else "",
        old_id=personal_id.check_old(str(old)) if old else "",
        id_issued_on=_issued(details.get("id_issued_on"), birth_on, today=today),
        phone=phone.check(str(tel)) if tel else "",
        email=_email(details.get("email", "")),
        address=_address(details.get("address", "")),
    )


def _name(text: str) -> str:
    name = clean(text)
    if not name:
        raise Refusal(_("Ghi họ, chữ đệm và tên. Ví dụ: Nguyễn Thị Hoa"), field="full_name")
    if len(name) > LONGEST_NAME:
        sentence = _("Họ tên dài quá %(count)d chữ cái. Ghi đúng như trên giấy tờ.")
        raise Refusal(sentence % {"count": LONGEST_NAME}, field="full_name")
    if any(letter.isdigit() for letter in name):
        raise Refusal(_("Họ tên không có chữ số. Ví dụ: Nguyễn Thị Hoa"), field="full_name")
    return name


def _check_birth(birth_on: date | None, year: int | None, *, today: date) -> None:
    if birth_on and birth_on > today:
        sentence = _("Ngày sinh %(day)s chưa tới. Xem lại ngày, tháng, năm.")
        raise Refusal(sentence % {"day": day(birth_on)}, field="birth_on")
    if year is not None and not today.year - OLDEST_AGE <= year <= today.year:
        sentence = _("Năm sinh %(year)d không thể đúng. Năm sinh từ %(first)d đến %(last)d.")
        words = {"year": year, "first": today.year - OLDEST_AGE, "last": today.year}
        raise Refusal(sentence % words, field="birth_on")


def _issued(issued_on: date | None, birth_on: date | None, *, today: date) -> date | None:
    if issued_on and (issued_on > today or (birth_on and issued_on < birth_on)):
        sentence = _("Ngày cấp căn cước %(day)s không thể đúng. Xem lại ngày ghi trên thẻ.")
        raise Refusal(sentence % {"day": day(issued_on)}, field="id_issued_on")
    return issued_on


def _email(text: str) -> str:
    email = clean(text)
    if email:
        try:
            validate_email(email)
        except ValidationError:
            sentence = _("Địa chỉ thư điện tử chưa đúng. Ví dụ: hoa@example.com")
            raise Refusal(sentence, field="email") from None
    return email


def _address(text: str) -> str:
    address = clean(text)
    if len(address) > LONGEST_ADDRESS:
        sentence = _("Nơi cư trú dài quá %(count)d chữ cái. Ghi số nhà, ấp, xã, tỉnh.")
        raise Refusal(sentence % {"count": LONGEST_ADDRESS}, field="address")
    return address
