"""What is done with an initiative beside its words: pilot, counters, council, rest, end, exhibits, rounds."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.initiatives.models import Council, Initiative
from motcua.surfaces.board.page_form import FileForm, PageForm
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole


def new_key() -> str:
    """By what a form is known again when it is sent twice."""
    return uuid4().hex


class Pilot(PageForm):
    begins_on = Day(_("Thí điểm từ ngày"), missing=_("Ghi ngày bắt đầu thí điểm."))
    ends_on = Day(_("Đến hết ngày"), required=False)
    area = Line(_("Địa bàn thí điểm"), missing=_("Ghi địa bàn thí điểm."), help_text=_("Ví dụ: ấp Vàm Hồ A"))
    person = Line(_("Người phụ trách"), missing=_("Ghi người phụ trách thí điểm."), length=120)
    counters = Text(
        _("Đếm những gì"), missing=_("Ghi ít nhất một số liệu sẽ đếm khi thí điểm."),
        help_text=_("Mỗi dòng một số liệu. Ví dụ: Lượt trả kết quả tại nhà"),
    )  # fmt: skip


class Count(PageForm):
    counter = Pick(_("Số liệu"), missing=_("Chọn số liệu."))
    counted_on = Day(_("Ngày"), missing=_("Ghi ngày."))
    quantity = Whole(_("Số lượng"), missing=_("Ghi số lượng."), least=0, most=1_000_000)
    note = Line(_("Ghi chú"), required=False, help_text=_("Lấy từ sổ nào, ai ghi"))
    key = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput, initial=new_key)

    def __init__(self, initiative: Initiative, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("counter", [(name, name) for name in initiative.pilot_counters])


class Lay(PageForm):
    council = Pick(_("Hội đồng"), missing=_("Chọn hội đồng."))

    def __init__(self, councils: list[Council], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("council", [(str(council.pk), council.name) for council in councils])


class Reason(PageForm):
    reason = Text(_("Lý do"), missing=_("Ghi lý do, để sổ sách rõ ràng về sau."))


class Plain(PageForm):
    """An act that asks for nothing more."""


class Proof(FileForm):
    name = Line(_("Minh chứng là gì"), missing=_("Ghi minh chứng là gì."), length=200,
                help_text=_("Ví dụ: Ảnh chuyến trả kết quả tại ấp Vàm Hồ A"))  # fmt: skip
    file = forms.FileField(
        label=_("Tệp"),
        required=False,
        help_text=_("Tệp PDF, ảnh (JPG, PNG), văn bản (DOCX, ODT) hoặc bảng tính (XLSX)"),
    )

    def require_file(self) -> None:
        """Ask for the file once none has come in."""
        if self.kept is None and "file" not in self.errors:
            self.add_error("file", _("Chọn tệp minh chứng."))


class OpenRound(PageForm):
    year = Whole(_("Năm"), missing=_("Ghi năm."), least=2000, most=2100)
    opens_on = Day(_("Nhận từ ngày"), missing=_("Ghi ngày bắt đầu nhận."))
    closes_on = Day(_("Nhận đến hết ngày"), missing=_("Ghi ngày kết thúc nhận."))
    note = Text(_("Hướng dẫn"), required=False, length=4000, help_text=_("Các đơn vị đọc trước khi đăng ký"))
