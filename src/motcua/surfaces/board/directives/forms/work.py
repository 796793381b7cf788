"""What is done with a task: progress, evidence, more time, the end, and what is said about it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.directives.task_states import EvidenceKind
from motcua.surfaces.board.page_form import FileForm, PageForm
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole


class Progress(PageForm):
    text = Text(
        _("Đã làm được gì"),
        missing=_("Ghi đã làm được gì."),
        length=4000,
        help_text=_("Một hai câu: việc đã xong, việc còn vướng, cần ai giúp"),
    )
    percent = Whole(
        _("Đạt bao nhiêu phần trăm"), required=False, least=0, most=100, suffix="%",
        help_text=_("Bỏ trống nếu không đo được"),
    )  # fmt: skip


class Evidence(FileForm):
    kind = Pick(_("Loại minh chứng"), missing=_("Chọn loại minh chứng."), choices=EvidenceKind.choices)
    text = Text(
        _("Minh chứng là gì, xem ở đâu"),
        required=False,
        rows=2,
        help_text=_("Ví dụ: Biên bản bàn giao 12/BB-UBND ngày 20/09/2026. Có tệp thì không bắt buộc"),
    )
    file = forms.FileField(
        label=_("Tệp"),
        required=False,
        help_text=_("Tệp PDF, ảnh (JPG, PNG), văn bản (DOCX, ODT) hoặc bảng tính (XLSX)"),
    )
    key = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)


class Extend(PageForm):
    to_on = Day(_("Hạn mới"), missing=_("Ghi hạn mới."))
    reason = Text(
        _("Lý do gia hạn"),
        missing=_("Ghi lý do, để nơi nhận hiểu và sổ sách rõ ràng."),
        help_text=_("Hạn cũ và lý do này vẫn còn trên trang của nhiệm vụ"),
    )


class Close(PageForm):
    """A task is done by a piece of its evidence; the newest one is offered first."""

    PLACES: ClassVar = {"evidence": "evidence_id"}

    evidence_id = Pick(_("Minh chứng nào cho thấy đã xong"), required=False)
    outcome = Line(
        _("Kết quả"), required=False, length=500, help_text=_("So với chỉ tiêu, ví dụ: đã xử lý 42 mét giá")
    )

    def offer(self, pieces: list[tuple[str, str]]) -> None:
        self.choose("evidence_id", pieces)
        if pieces:
            self.initial.setdefault("evidence_id", pieces[0][0])

    def words(self) -> dict[str, Any]:
        chosen = self.cleaned_data["evidence_id"]
        return {"evidence_id": int(chosen) if chosen else None, "outcome": self.cleaned_data["outcome"]}


class Cancel(PageForm):
    reason = Text(_("Lý do thôi giao"), missing=_("Ghi lý do, để nơi nhận hiểu và sổ sách rõ ràng."))


class Say(PageForm):
    text = Text(
        _("Viết cho các đơn vị cùng làm việc này"), missing=_("Viết nội dung trao đổi."), length=4000, rows=2
    )
