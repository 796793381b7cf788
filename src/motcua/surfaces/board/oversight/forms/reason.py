"""What is asked before something is stopped, withdrawn, revoked or cancelled."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Text


class Reason(PageForm):
    reason = Text(_("Lý do"), missing=_("Ghi lý do, để người sau hiểu và sổ sách rõ ràng."))

    def clean_reason(self) -> str:
        text: str = self.cleaned_data["reason"]
        if not text.strip():
            raise ValidationError(_("Ghi lý do, để người sau hiểu và sổ sách rõ ràng."))
        return text
