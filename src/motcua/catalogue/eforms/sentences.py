"""What a person reads at a field that is wrong: what is wrong, then an example."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import Column, Field
from motcua.kernel.vietnamese import number

_CHOSEN = ("enum", "multi_enum")


def missing(question: Field | Column) -> str:
    if question.type in _CHOSEN:
        return _("Xin chọn một dòng.")
    if question.type == "table":
        return _("Xin ghi ít nhất một dòng.")
    if question.type in ("boolean", "consent"):
        return _("Xin đánh dấu vào ô này.")
    example = _examples().get(question.type)
    if example:
        return _("Ô này còn trống. Ví dụ: %(example)s") % {"example": example}
    return _("Ô này còn trống. Xin ghi vào.")


def malformed(question: Field | Column, value: Any) -> str:
    """The answer does not have the form that its type asks for."""
    digits = _wanted_digits(question)
    if digits and isinstance(value, str) and value.isdigit() and len(value) != digits:
        difference = abs(digits - len(value))
        template = (
            _("Thiếu %(n)d chữ số. Ví dụ: %(example)s")
            if len(value) < digits
            else _("Thừa %(n)d chữ số. Ví dụ: %(example)s")
        )
        return template % {"n": difference, "example": _example(question)}
    if digits:
        return _("Chỉ ghi chữ số. Ví dụ: %(example)s") % {"example": _example(question)}
    if question.type == "person_name":
        return _("Họ tên chỉ gồm chữ cái. Ví dụ: %(example)s") % {"example": _example(question)}
    if question.type in ("date", "datetime", "partial_date"):
        return _("Ngày này không có trong lịch. Ví dụ: %(example)s") % {"example": _example(question)}
    example = _examples().get(question.type)
    if example:
        return _("Chưa đúng cách ghi. Ví dụ: %(example)s") % {"example": example}
    return _("Chưa đúng cách ghi. Xin ghi lại.")


def too_small(limit: int) -> str:
    return _("Số này phải từ %(limit)s trở lên.") % {"limit": number(limit)}


def too_large(limit: int) -> str:
    return _("Số này chỉ đến %(limit)s.") % {"limit": number(limit)}


def too_short(question: Field | Column) -> str:
    return _("Ghi ngắn quá. Xin ghi đủ.") if question.type != "person_name" else malformed(question, "")


def too_long(limit: int) -> str:
    return _("Dài quá. Xin ghi gọn trong %(limit)s chữ cái.") % {"limit": number(limit)}


def not_a_choice() -> str:
    return _("Dòng này không có trong danh sách. Xin chọn lại.")


def must_agree() -> str:
    return _("Cần đánh dấu vào ô này thì mới nộp được.")


def too_many_rows(limit: int) -> str:
    return _("Danh sách chỉ đến %(limit)s dòng. Xin tách thành nhiều hồ sơ.") % {"limit": number(limit)}


def in_the_future() -> str:
    return _("Ngày này chưa tới. Xin xem lại năm, tháng.")


def unknown_question() -> str:
    return _("Biểu mẫu này không có ô đó.")


def _wanted_digits(question: Field | Column) -> int:
    if question.type == "phone":
        return 10
    pattern = getattr(question, "pattern", "")
    if question.type == "person_id":
        return 12
    return 10 if pattern == "^[0-9]{10}$" else 0


def _example(question: Field | Column) -> str:
    return _examples().get(question.type, "0123456789")


def _examples() -> dict[str, str]:
    return {
        "person_id": "092 185 000 417",
        "phone": "0912 345 678",
        "email": "ten@vidu.vn",
        "date": "15/08/1985",
        "partial_date": _("15/08/1985, 08/1985 hoặc 1985"),
        "datetime": _("09:30 15/08/2026"),
        "time": "09:30",
        "month": "08/2026",
        "integer": "2",
        "decimal": "120,5",
        "money": "50.000.000",
        "person_name": "Nguyễn Thị Ngọc Hân",
        "address": _("Ấp Phạm Thành, xã An Thạnh, thành phố Cần Thơ"),
        "admin_area": _("Xã An Thạnh, thành phố Cần Thơ"),
    }
