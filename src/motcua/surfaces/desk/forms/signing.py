from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class Numbers(forms.Field):
    """Several whole numbers of one name, as ticked boxes send them; what is none is left out."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> list[int]:
        return [int(text) for text in value or () if text.isdecimal()]


class Chosen(forms.Form):
    """The dossiers ticked on the page of signatures."""

    ho_so = Numbers(error_messages={"required": _("Chưa chọn hồ sơ nào. Đánh dấu những hồ sơ cần ký.")})
