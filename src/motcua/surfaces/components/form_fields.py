"""Fields of forms, with sentences in our own words; ``components/drawn.html`` draws each by its ``widget_type``."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from motcua.kernel.vietnamese import clean, day
from motcua.surfaces.components.typed_days import day_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NEEDED = _("Xin điền “{label}”.")


def _sentences(missing: StrOrPromise, label: StrOrPromise) -> dict[str, StrOrPromise]:
    return {
        "required": format_lazy(NEEDED, label=label) if missing is NEEDED else missing,
        "invalid": _("Chỗ này ghi chưa đúng. Xin xem lại."),
        "invalid_choice": _("Dòng đã chọn không còn trong danh sách. Xin chọn lại."),
        "max_length": _("Viết dài quá %(limit_value)d chữ. Xin viết ngắn lại."),
    }


class Line(forms.CharField):
    """One line of text."""

    def __init__(
        self, label: StrOrPromise, *, missing: StrOrPromise = NEEDED, length: int = 300, **kwargs: Any
    ) -> None:
        kwargs.setdefault("error_messages", _sentences(missing, label))
        super().__init__(label=label, max_length=length, **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        return clean(text)


class Text(forms.CharField):
    """Several lines."""

    def __init__(
        self, label: StrOrPromise, *, missing: StrOrPromise = NEEDED, length: int = 500, rows: int = 3,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(label=label, max_length=length, error_messages=_sentences(missing, label), **kwargs)


class Pick(forms.ChoiceField):
    """One of several; drawn as buttons when they are few, as a list when they are many."""

    def __init__(
        self,
        label: StrOrPromise,
        *,
        missing: StrOrPromise = NEEDED,
        choices: Sequence[tuple[str, StrOrPromise]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(label=label, choices=choices, error_messages=_sentences(missing, label), **kwargs)


class Day(forms.Field):
    """A day as officers type it: 26/11/2026."""

    widget = forms.DateInput

    def __init__(self, label: StrOrPromise, *, missing: StrOrPromise = NEEDED, **kwargs: Any) -> None:
        super().__init__(label=label, error_messages=_sentences(missing, label), **kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date):
            return value
        try:
            found = day_of(str(value or ""))
        except ValueError:
            raise ValidationError(_("Ngày chưa đúng. Ví dụ: 26/11/2026")) from None
        if found and not 1900 <= found.year < 2200:
            raise ValidationError(_("Năm phải từ 1900 đến 2199. Ví dụ: 26/11/2026"))
        return found

    def prepare_value(self, value: Any) -> str:
        return day(value) if isinstance(value, datetime.date) else str(value or "")


class Whole(forms.Field):
    """A whole number, dots allowed: 1.234.567."""

    widget = forms.NumberInput

    def __init__(
        self, label: StrOrPromise, *, missing: StrOrPromise = NEEDED, least: int = 1, most: int = 10**12,
        suffix: StrOrPromise = "", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(label=label, error_messages=_sentences(missing, label), **kwargs)
        self.least, self.most, self.suffix = least, most, suffix

    def to_python(self, value: Any) -> int | None:
        digits = str("" if value is None else value).replace(".", "").replace(" ", "")
        if not digits:
            return None
        if not digits.isdecimal() or not self.least <= int(digits) <= self.most:
            raise ValidationError(
                _("Ghi một số từ %(least)s đến %(most)s, chỉ dùng chữ số."),
                params={
                    "least": f"{self.least:,}".replace(",", "."),
                    "most": f"{self.most:,}".replace(",", "."),
                },
            )
        return int(digits)


class Many(forms.MultipleChoiceField):
    """Some of several, as ticks."""

    widget = forms.CheckboxSelectMultiple

    def __init__(
        self, label: StrOrPromise, *, missing: StrOrPromise = NEEDED,
        choices: Iterable[tuple[str, StrOrPromise]] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(label=label, choices=choices, error_messages=_sentences(missing, label), **kwargs)
