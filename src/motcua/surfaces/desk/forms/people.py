from django import forms
from django.utils.translation import gettext_lazy as _


class Merge(forms.Form):
    """Which record is the second one of the person, and why that is sure."""

    duplicate_id = forms.IntegerField(error_messages={"required": _("Chọn bản ghi cần gộp vào đây.")})
    reason = forms.CharField(
        max_length=300,
        error_messages={
            "required": _("Ghi vì sao biết hai bản ghi là một người, chẳng hạn: đã xem căn cước.")
        },
    )
