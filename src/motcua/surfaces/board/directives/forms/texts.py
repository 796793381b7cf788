"""The words of a directive: drafted here, or entered as they stand on paper."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.directives.addressing import all_of
from motcua.directives.inputs import TextInput
from motcua.directives.states import Kind
from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Unit
from motcua.surfaces.board.directives.forms.recipients import RecipientsMixin
from motcua.surfaces.board.directives.forms.seen import SeenForm
from motcua.surfaces.board.directives.unit_choices import unit_named
from motcua.surfaces.board.page_form import FileForm, PageForm
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text

WORDS = ("abstract", "body", "addressed_to", "copies_to", "symbol", "signer_name", "signer_title",
         "signer_authority")  # fmt: skip


class Draft(RecipientsMixin, SeenForm):
    """A draft: what it says and to whom."""

    PLACES: ClassVar = {"conference": "conference_id"}

    kind = Pick(_("Loại văn bản"), missing=_("Chọn loại văn bản."), choices=Kind.choices)
    conference_id = Pick(
        _("Hội nghị"), required=False, help_text=_("Chỉ cho thông báo kết luận: kết luận của hội nghị nào")
    )
    unit_id = Pick(_("Ban hành với danh nghĩa"), missing=_("Chọn cơ quan ban hành."))
    abstract = Text(
        _("Trích yếu"),
        missing=_("Ghi trích yếu: văn bản về việc gì."),
        rows=2,
        help_text=_(
            "Về việc gì, viết thường, không ghi “V/v”. Ví dụ: nhân rộng mô hình cải cách hành chính năm 2026"
        ),
    )
    addressed_to = Line(
        _("Kính gửi"),
        required=False,
        help_text=_(
            "Gọi gọn một cụm, ví dụ: Ủy ban nhân dân các xã, phường. Bỏ trống thì in tên từng nơi nhận"
        ),
    )
    body = Text(
        _("Nội dung"),
        required=False,
        rows=8,
        length=20_000,
        help_text=_("Mỗi đoạn một dòng. Nhiệm vụ đánh số thì thêm ở bước sau, máy tự in vào văn bản"),
    )
    copies_to = Text(
        _("Nơi nhận khác để biết"), required=False, rows=2, length=2000,
        help_text=_("Mỗi dòng một nơi, ví dụ: Thường trực Huyện ủy (để báo cáo)"),
    )  # fmt: skip
    symbol = Line(
        _("Ký hiệu"), required=False, length=40,
        help_text=_("Phần sau số, ví dụ: UBND-NV. Bỏ trống thì máy ghi theo loại văn bản"),
    )  # fmt: skip
    signer_title = Line(
        _("Chức vụ người ký"),
        required=False,
        length=120,
        help_text=_("Bỏ trống thì lấy chức vụ của người ký"),
    )
    signer_authority = Line(
        _("Thẩm quyền ký"),
        required=False,
        length=120,
        help_text=_("Ví dụ: KT. CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN"),
    )

    def clean(self) -> dict[str, Any]:
        """A draft may wait for its recipients; one that is refused anyway says at once that it has none."""
        words = super().clean()
        if (
            self.errors
            and not self.recipient_ids
            and not {"recipients", "all_of", "others"} & set(self.errors)
        ):
            self.add_error("recipients", ValidationError(_now("Chọn nơi nhận.")))
        return words

    def tell_of(self, communes: list[Unit]) -> None:
        """Say what a blank “Kính gửi” prints when the text goes to all these communes."""
        if phrase := all_of(communes):
            self.fields["addressed_to"].help_text = _now(
                "Bỏ trống thì in tên từng nơi nhận; gửi tất cả %(count)d đơn vị cấp xã thì in “%(phrase)s”"
            ) % {"count": len(communes), "phrase": phrase}


class Enter(RecipientsMixin, FileForm):
    """A text that was signed on paper, as it stands there, with its scan."""

    PLACES: ClassVar = {"conference": "conference_id"}

    kind = Pick(_("Loại văn bản"), missing=_("Chọn loại văn bản."), choices=Kind.choices)
    conference_id = Pick(
        _("Hội nghị"), required=False, help_text=_("Chỉ cho thông báo kết luận: kết luận của hội nghị nào")
    )
    number = Line(
        _("Số, ký hiệu"), missing=_("Ghi số, ký hiệu như trên văn bản."), length=60,
        help_text=_("Như in trên văn bản, ví dụ: 07/UBND-NV"),
    )  # fmt: skip
    issued_on = Day(_("Ngày ban hành"), missing=_("Ghi ngày ban hành in trên văn bản."))
    issuer = Line(
        _("Cơ quan ban hành"), missing=_("Ghi tên cơ quan ban hành."),
        help_text=_("Tên hoặc mã đơn vị, ví dụ: huyện Châu Thành, tỉnh Đồng Tháp"),
    )  # fmt: skip
    abstract = Text(_("Trích yếu"), missing=_("Ghi trích yếu: văn bản về việc gì."), rows=2)
    signer_name = Line(_("Người ký"), missing=_("Ghi người ký văn bản."), length=120)
    signer_title = Line(_("Chức vụ người ký"), required=False, length=120)
    body = Text(
        _("Nội dung chính"), required=False, rows=4, length=20_000,
        help_text=_("Chép phần cần tìm lại sau này; bản quét giữ nguyên toàn văn"),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Bản quét"), required=False, help_text=_("Tệp PDF hoặc ảnh của văn bản đã ký, đóng dấu")
    )

    issuer_unit: Unit | None = None

    def clean(self) -> dict[str, Any]:
        words = super().clean()
        if words.get("issuer"):
            try:
                self.issuer_unit = unit_named(words["issuer"], on=self.day_of_units())
            except Refusal as refusal:
                self.add_error("issuer", str(refusal))
        return words

    def day_of_units(self) -> date:
        return self.cleaned_data.get("issued_on") or self.on

    def require_scan(self) -> None:
        """Ask for the scan once no file has come in."""
        if self.kept is None and "file" not in self.errors:
            self.add_error("file", ValidationError(_now("Chọn tệp bản quét của văn bản.")))


class Withdraw(PageForm):
    reason = Text(
        _("Lý do thu hồi"),
        missing=_("Ghi lý do, để nơi nhận hiểu và sổ sách rõ ràng."),
        help_text=_("Các đơn vị nhận sẽ đọc được lý do này"),
    )


class Issue(SeenForm):
    """To sign what the screen showed, and nothing that changed since."""


def text_of(form: Draft | Enter) -> TextInput:
    """The words of a directive as its service takes them."""
    return TextInput(**{name: form.cleaned_data[name] for name in WORDS if name in form.cleaned_data})
