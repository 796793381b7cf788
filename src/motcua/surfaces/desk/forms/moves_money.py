"""Acts with money: the fee of this office, and duties that are paid elsewhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.kernel.vietnamese import vnd
from motcua.payments.models import Method, Receipt
from motcua.surfaces.components.form_fields import Line, Pick, Text, Whole
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.forms.moves import MoveForm


class CollectFee(MoveForm):
    """Exactly what is owed; the amount travels with the form, so that a bill that changed is noticed."""

    amount_vnd = forms.IntegerField(widget=forms.HiddenInput)
    method = Pick(
        _("Người nộp trả bằng"), choices=Method.choices, initial=Method.CASH, missing=_("Chọn cách trả tiền.")
    )

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        bill = scene.dossier.bill
        self.initial.setdefault("amount_vnd", bill.owed_vnd if bill else 0)


class CancelReceipt(MoveForm):
    receipt_id = Pick(_("Biên lai nào?"), missing=_("Chọn biên lai cần hủy."))
    reason = Line(_("Lý do hoàn trả"), missing=_("Ghi lý do hoàn trả."))

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        field = self.fields["receipt_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(receipt.pk), _now("Số %(number)s, %(amount)s") % _facts(receipt))
            for receipt in scene.refundable
        ]
        if len(scene.refundable) == 1:
            self.initial.setdefault("receipt_id", str(scene.refundable[0].pk))
            field.widget = forms.HiddenInput()

    def words(self) -> dict[str, Any]:
        words = super().words()
        return {**words, "receipt_id": int(words["receipt_id"])}


class AskPayment(MoveForm):
    amount_vnd = Whole(_("Số tiền phải nộp"), suffix=_("đồng"), missing=_("Ghi số tiền theo thông báo."))
    reason = Text(
        _("Nộp khoản gì, theo thông báo nào?"),
        help_text=_("Ví dụ: tiền sử dụng đất theo Thông báo số 115/TB-CCT ngày 09/03/2026"),
        missing=_("Ghi khoản phải nộp và số thông báo."),
    )


class ConfirmPayment(MoveForm):
    receipt_note = Line(
        _("Giấy tờ chứng minh đã nộp"),
        help_text=_("Ví dụ: giấy nộp tiền số 0012345 ngày 12/03/2026 tại Kho bạc Nhà nước"),
        missing=_("Ghi số và ngày của giấy nộp tiền."),
    )


def _facts(receipt: Receipt) -> dict[str, str]:
    return {"number": receipt.number, "amount": vnd(receipt.amount_vnd)}
