"""Blocks of the backlog: entered, worked on, given a deadline. Lengths are typed as mét giá."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.kernel.refusals import Refusal
from motcua.oversight.inputs import BlockInput
from motcua.oversight.lengths import decimetres
from motcua.oversight.models.backlog import Stage
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole


class Length(Line):
    """Mét giá as people write them, kept as decimetres."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return decimetres(text, field="")
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from None


class Block(PageForm):
    fonds = Line(_("Phông, khối tài liệu"), missing=_("Ghi tên phông hoặc khối tài liệu."), length=200,
                 help_text=_("Ví dụ: Phông Ủy ban nhân dân xã An Hiệp"))  # fmt: skip
    year_from = Whole(_("Từ năm"), missing=_("Ghi năm đầu."), least=1900, most=2200)
    year_to = Whole(_("Đến năm"), missing=_("Ghi năm cuối."), least=1900, most=2200)
    volume_dm = Length(_("Khối lượng (mét giá)"), missing=_("Ghi khối lượng, ví dụ: 42 hoặc 42,5."), length=20,
                       help_text=_("Đo bề dày tài liệu xếp đứng trên giá. Ví dụ: 42,5"))  # fmt: skip
    files_estimated = Whole(_("Số hồ sơ ước tính"), required=False, least=0)
    condition = Line(_("Tình trạng"), required=False, help_text=_("Ví dụ: bó gói, ẩm, chưa phân loại"))
    deadline_on = Day(_("Hạn xử lý xong"), required=False)
    remark = Line(_("Ghi chú"), required=False, length=500)

    @property
    def facts(self) -> BlockInput:
        return BlockInput(**self.cleaned_data)


class Progress(PageForm):
    stage = Pick(_("Đang làm công đoạn"), choices=Stage.choices, missing=_("Chọn công đoạn đang làm."))
    processed_dm = Length(_("Chỉnh lý thêm (mét giá)"), required=False, length=20,
                          help_text=_("Phần làm thêm từ lần báo cáo trước"))  # fmt: skip
    destroyed_dm = Length(_("Trong đó loại hủy (mét giá)"), required=False, length=20)
    handed_over_dm = Length(_("Đã nộp lưu (mét giá)"), required=False, length=20)
    reported_on = Day(_("Ngày làm"), required=False, help_text=_("Bỏ trống thì ghi hôm nay"))
    note = Text(_("Ghi chú"), required=False)
    key = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)


class Deadline(PageForm):
    deadline_on = Day(_("Hạn xử lý xong"), missing=_("Ghi hạn."))
    reason = Line(_("Lý do"), missing=_("Ghi lý do, để người sau hiểu và sổ sách rõ ràng."))
