"""Untyped values from a file become typed ones, or a sentence that says where they are wrong."""

import re
from typing import Any, TypeVar

import msgspec
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal

Wanted = TypeVar("Wanted")


class Unreadable(Refusal):
    """The file is not what it should be."""


def read(value: Any, wanted: type[Wanted], place: str) -> Wanted:
    """Return the value as the wanted type.

    Args:
        place: Vietnamese words for what is being read; the sentence begins with them.
    Raises:
        Unreadable: the value does not fit.
    """
    try:
        return msgspec.convert(value, wanted)
    except msgspec.ValidationError as error:
        text, _at, path = str(error).partition(" - at `$")
        where = path.rstrip("`").lstrip(".")
        spot = _("%(place)s, chỗ %(where)s") % {"place": place, "where": where} if where else place
        raise Unreadable(f"{spot}: {_reason(text)}") from None


def _reason(text: str) -> str:
    names = re.findall(r"`([^`]*)`", text)
    if text.startswith("Object missing required field"):
        return _("thiếu mục “%(name)s”.") % {"name": names[0]}
    if text.startswith("Object contains unknown field"):
        return _("không có mục nào tên “%(name)s”.") % {"name": names[0]}
    if text.startswith("Expected `") and len(names) == 2:
        return _("cần %(wanted)s nhưng lại ghi %(got)s.") % {
            "wanted": _kinds(names[0]),
            "got": _kinds(names[1]),
        }
    if text.startswith("Invalid enum value"):
        return _("giá trị %(value)s không nằm trong các giá trị cho phép.") % {
            "value": text.split(" ", 3)[-1]
        }
    return _("giá trị không đúng.")


def _kinds(text: str) -> str:
    words = {
        "int": _("số nguyên"), "float": _("số"), "str": _("chữ"), "bool": _("true hoặc false"),
        "array": _("danh sách"), "object": _("nhóm mục"), "null": _("để trống"), "date": _("ngày"),
    }  # fmt: skip
    return _(" hoặc ").join(words.get(part.strip(), part.strip()) for part in text.split("|"))
