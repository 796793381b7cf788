from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.states import Channel


class Return(forms.Form):
    """Who takes a result, and how; ``revision`` is what the screen showed."""

    received_by_name = forms.CharField(
        max_length=200, error_messages={"required": _("Ghi họ tên người nhận kết quả.")}
    )
    channel = forms.ChoiceField(
        choices=Channel.choices, error_messages={"required": _("Chọn cách trả kết quả.")}
    )
    revision = forms.IntegerField(required=False)


class SaveView(forms.Form):
    """A name for the list on the screen; its filters come beside it, as the address says them."""

    name = forms.CharField(max_length=60, error_messages={"required": _("Đặt tên cho danh sách.")})
