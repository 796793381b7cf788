"""Acts that end something or move its day: handing the result over, another promise."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.calendars.working_time import CalendarNotPublished
from motcua.dossiers.states import Channel
from motcua.kernel.vietnamese import vnd
from motcua.payments.models import Method
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.forms.moves import MoveForm


class ReturnResult(MoveForm):
    """Who takes the result, and how; a fee that is owed is collected in the same act."""

    received_by_name = Line(_("Người nhận kết quả"), length=200, missing=_("Ghi họ tên người nhận kết quả."))
    channel = Pick(_("Trả bằng cách nào?"), choices=Channel.choices, missing=_("Chọn cách trả kết quả."))

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        self.initial.setdefault("received_by_name", scene.dossier.applicant_name)
        self.initial.setdefault("channel", scene.dossier.return_channel)
        bill = scene.dossier.bill
        self.owed_vnd = bill.owed_vnd if bill and not bill.is_unknown else 0
        if self.owed_vnd:
            self.fields["method"] = Pick(
                _now("Thu %(amount)s, người nộp trả bằng") % {"amount": vnd(self.owed_vnd)},
                choices=Method.choices,
                initial=Method.CASH,
                missing=_("Còn phí chưa thu. Chọn cách người nộp trả tiền."),
            )

    def words(self) -> dict[str, Any]:
        return {**super().words(), "owed_vnd": self.owed_vnd}


class ExtendLimit(MoveForm):
    days = Whole(_("Thêm mấy ngày làm việc?"), most=90, missing=_("Ghi số ngày làm việc thêm."))
    reason = Text(
        _("Lý do gia hạn"),
        help_text=_("Ví dụ: phải xác minh ở nơi cư trú cũ"),
        missing=_("Ghi lý do gia hạn, để người dân hiểu."),
    )


class Apologise(MoveForm):
    """A new day, at its close; the first promise stays beside it."""

    due_on = Day(
        _("Hẹn lại ngày"), help_text=_("Trả trước giờ đóng cửa ngày đó"), missing=_("Ghi ngày hẹn lại.")
    )
    reason = Text(_("Vì sao chậm?"), missing=_("Ghi lý do chậm; thư xin lỗi sẽ ghi đúng lời này."))

    def clean_due_on(self) -> datetime:
        try:
            return timezone.make_aware(self.scene.calendar.close_of(self.cleaned_data["due_on"]))
        except CalendarNotPublished as refusal:
            raise ValidationError(str(refusal)) from refusal

    def words(self) -> dict[str, Any]:
        words = super().words()
        return {"due_at": words["due_on"], "reason": words["reason"]}
