"""The acts of this package in Vietnamese, as titles of their history."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ACTS: dict[str, "StrOrPromise"] = {
    "open_round": _("Mở đợt khen thưởng"),
    "propose": _("Đề nghị khen thưởng"),
    "withdraw_proposal": _("Rút một đề nghị"),
    "form_council": _("Lập hội đồng"),
    "vote": _("Bỏ phiếu"),
    "submit_awards": _("Ký tờ trình"),
    "decide": _("Quyết định khen thưởng"),
    "revoke": _("Thu hồi bằng khen, giấy khen"),
    "cancel_round": _("Dừng đợt"),
    "plan_inspection": _("Lập kế hoạch kiểm tra"),
    "decide_inspection": _("Ký quyết định kiểm tra"),
    "start": _("Bắt đầu kiểm tra"),
    "record_minutes": _("Lập biên bản"),
    "conclude": _("Kết luận"),
    "give_tasks": _("Giao khắc phục"),
    "cancel_inspection": _("Hủy kế hoạch"),
    "register_block": _("Ghi sổ khối tài liệu"),
    "report_progress": _("Báo cáo tiến độ"),
    "set_deadline": _("Đặt hạn"),
}
