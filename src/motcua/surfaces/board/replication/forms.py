"""What a unit answers and enters about a model."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.initiatives.replication_kinds import AdoptionState
from motcua.initiatives.services.enter_case import MOST
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole

ANSWERS = [(AdoptionState.ADOPTED, _("Nhận làm")), (AdoptionState.DECLINED, _("Chưa làm được"))]


class Answer(PageForm):
    """From when, with which target, by whom; or why not."""

    answer = Pick(_("Đơn vị trả lời"), missing=_("Chọn nhận làm hay chưa làm được."), choices=ANSWERS)
    from_on = Day(_("Làm từ ngày"), required=False)
    target = Whole(_("Chỉ tiêu một năm"), required=False, suffix=_("lượt"), most=1_000_000)
    target_text = Line(
        _("Mục tiêu bằng lời"), required=False, help_text=_("Ví dụ: mọi hộ nghèo ở ấp 2 và ấp 3")
    )
    person = Line(_("Người phụ trách"), required=False, length=120)
    reason = Text(
        _("Lý do chưa làm được"),
        required=False,
        help_text=_("Chỉ ghi khi chưa làm được; cấp trên đọc để giúp"),
    )

    @property
    def declines(self) -> bool:
        return bool(self.cleaned_data["answer"] == AdoptionState.DECLINED)

    @property
    def promise(self) -> dict[str, Any]:
        names = ("from_on", "target", "target_text", "person")
        return {name: self.cleaned_data[name] for name in names}


class CaseForm(PageForm):
    """One case with its day and a note."""

    on = Day(_("Ngày"))
    quantity = Whole(_("Số lượt"), most=MOST, initial=1)
    note = Line(_("Ghi chú"), help_text=_("Đã làm gì, cho ai, ở đâu"))
    target_group = Line(_("Nhóm đối tượng"), required=False, length=60, help_text=_("Ví dụ: người cao tuổi"))
    dossier_code = Line(_("Mã hồ sơ kèm theo"), required=False, length=40)
    key = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)


class CancelForm(PageForm):
    """Why an entered case no longer counts."""

    reason = Line(_("Lý do hủy"), missing=_("Ghi lý do hủy, để sổ sách rõ ràng."))


class StepForm(PageForm):
    """On which day a step was done."""

    done_on = Day(_("Làm xong ngày"))
    note = Line(_("Ghi chú"), required=False)


class SheetForm(PageForm):
    """A spreadsheet of cases; ``key`` tells the same sheet sent twice from a second one."""

    key = forms.CharField(
        required=False, max_length=32, widget=forms.HiddenInput, initial=lambda: uuid4().hex
    )
    file = forms.FileField(
        label=_("Bảng tính đã điền"),
        error_messages={
            "required": _("Chọn tệp Excel đã điền."),
            "empty": _("Tệp này trống."),
            "invalid": _("Chọn tệp Excel đã điền."),
        },
    )
