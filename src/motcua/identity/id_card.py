"""The text in the QR code of an identity card, as a reader types it.

``id|old id|name|ddmmyyyy|sex|address|ddmmyyyy of issue``; the old id and the day of issue may be missing, newer
cards add fields, and a birth date of which only the year is known has zeros for day and month.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from motcua.identity.digits import digits_of
from motcua.identity.sexes import Sex
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean, search_form

_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}


class CardUnreadable(Refusal):
    """The text is not that of an identity card."""


@dataclass(frozen=True, slots=True)
class IdCard:
    """What the QR code of a card tells. ``birth_on`` is None when only the year is on the card."""

    personal_id: str
    old_id: str
    full_name: str
    birth_on: date | None
    sex: str
    address: str
    issued_on: date | None
    birth_year: int | None = None


def looks_like_card(text: str) -> bool:
    """Whether a text in a search box came from a reader rather than from fingers."""
    return text.count("|") >= 4


def parse(text: str) -> IdCard:
    """Read the text of the QR code; the card is believed, only its form is checked."""
    fields = [clean(field) for field in text.split("|")]
    if not 6 <= len(fields) <= 20:
        raise _unreadable()
    personal_id, old_id, full_name, born, sex, address, *rest = fields
    personal_id, old_id = digits_of(personal_id), digits_of(old_id)
    whole = len(personal_id) == 12 and personal_id.isascii() and personal_id.isdigit()
    if not whole or not full_name or len(born) != 8 or not born.isdigit():
        raise _unreadable()
    birth_on = None if born.startswith("0000") else _day(born)
    return IdCard(
        personal_id=personal_id,
        old_id=old_id if len(old_id) == 9 and old_id.isdigit() else "",
        full_name=full_name,
        birth_on=birth_on,
        sex=_SEXES.get(search_form(sex), ""),
        address=address,
        issued_on=_day(rest[0]) if rest and rest[0] else None,
        birth_year=birth_on.year if birth_on else int(born[4:]),
    )


def _day(ddmmyyyy: str) -> date:
    try:
        return datetime.strptime(ddmmyyyy, "%d%m%Y").date()
    except ValueError:
        raise _unreadable() from None


def _unreadable() -> CardUnreadable:
    return CardUnreadable(
        _("Không đọc được mã trên thẻ. Tắt bộ gõ tiếng Việt rồi quét lại, hoặc gõ 12 số định danh."),
        field="card",
    )
