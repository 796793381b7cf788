"""What headings and cells of a list of people mean, as offices write them."""

import re
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.identity.eligible_groups import EligibleGroup
from motcua.identity.sexes import Sex
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import search_form

#: Headings in search form (no marks), each with the words that offices use for it.
HEADINGS = {
    "full_name": {"ho va ten", "ho ten", "ho va ten khai sinh", "ho chu dem va ten", "ho chu dem ten"},
    "birth": {"ngay sinh", "ngay thang nam sinh", "nam sinh", "sinh ngay"},
    "sex": {"gioi tinh", "nam nu"},
    "personal_id": {"so dinh danh", "so dinh danh ca nhan", "so cccd", "cccd", "can cuoc", "so can cuoc"},
    "old_id": {"so cmnd", "cmnd", "so chung minh", "so chung minh cu"},
    "id_issued_on": {"ngay cap", "ngay cap can cuoc", "ngay cap cccd"},
    "phone": {"dien thoai", "so dien thoai", "sdt", "so dt"},
    "email": {"thu dien tu", "email"},
    "address": {"dia chi", "noi cu tru", "noi thuong tru", "noi o", "cho o hien nay"},
    "group": {"nhom doi tuong", "doi tuong", "nhom", "dien"},
    "year": {"danh sach nam", "nam danh sach", "nam"},
    "valid_from": {"tu ngay", "hieu luc tu"},
    "valid_to": {"den ngay", "den het ngay"},
    "ground": {"can cu", "ly do"},
    "document": {"giay to", "so giay", "quyet dinh", "so quyet dinh"},
}
_MEANING = {words: meaning for meaning, all_words in HEADINGS.items() for words in all_words}
_SEXES = {search_form(str(sex.label)): sex.value for sex in Sex}
_GROUPS = {search_form(str(group.label)): group.value for group in EligibleGroup}
_LENGTHS = {"personal_id": 12, "old_id": 9, "phone": 10}


def meaning(heading: str) -> str | None:
    """What a heading stands for; what stands in brackets after it is left out."""
    return _MEANING.get(re.sub(r"\(.*?\)|[.:*]", "", heading).strip())


def text(cell: Any) -> str:
    """A cell as text; Excel's numbers lose their fraction."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def digits(cell: Any, *, kind: str) -> str:
    """A number that Excel may have taken for a quantity gets back the zeros it has lost in front."""
    if isinstance(cell, int | float):
        return text(cell).zfill(_LENGTHS[kind])
    return text(cell)


def birth(cell: Any) -> tuple[date | None, int | None]:
    """A birth date, or the year where nothing more is known."""
    written = text(cell)
    if re.fullmatch(r"\d{4}", written):
        return None, int(written)
    return day(cell, field="birth_on"), None


def day(cell: Any, *, field: str) -> date | None:
    """A date cell, or a date written as 15/08/1985 or 1985-08-15."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = text(cell)
    if not written:
        return None
    for pattern in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(written, pattern).date()
        except ValueError:
            continue
    raise Refusal(
        _("Ngày “%(day)s” không đọc được. Ghi ngày/tháng/năm, ví dụ 15/08/1985.") % {"day": written},
        field=field,
    )


def sex(cell: Any) -> str:
    written = text(cell)
    return _SEXES.get(search_form(written), written)


def group(cell: Any) -> str:
    """An eligible group by its name or by its id; empty where the cell is."""
    written = text(cell)
    if not written:
        return ""
    known = _GROUPS.get(search_form(written), written)
    if known not in EligibleGroup.values:
        names = ", ".join(str(one.label) for one in EligibleGroup)
        raise Refusal(
            _("Không có nhóm đối tượng “%(group)s”. Các nhóm: %(names)s.")
            % {"group": written, "names": names}
        )
    return known


def year(cell: Any) -> int | None:
    written = text(cell)
    if written and not re.fullmatch(r"\d{4}", written):
        raise Refusal(_("Năm “%(year)s” không đọc được. Ghi bốn chữ số, ví dụ 2026.") % {"year": written})
    return int(written) if written else None
