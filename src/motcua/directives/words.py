"""The acts on directives and tasks in Vietnamese, as titles of their history."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ACTS: dict[str, "StrOrPromise"] = {
    "draft": _("Soạn thảo"),
    "edit": _("Sửa dự thảo"),
    "add_recipients": _("Thêm nơi nhận"),
    "remove_recipients": _("Bớt nơi nhận"),
    "plan": _("Dự kiến giao nhiệm vụ"),
    "edit_task": _("Sửa nhiệm vụ dự kiến"),
    "drop_task": _("Bỏ nhiệm vụ dự kiến"),
    "issue": _("Ký, ban hành"),
    "enter": _("Vào sổ văn bản giấy"),
    "receive": _("Đơn vị đã xem văn bản"),
    "withdraw": _("Thu hồi"),
    "hold": _("Ghi hội nghị"),
    "correct": _("Sửa thông tin hội nghị"),
    "assign": _("Giao nhiệm vụ"),
    "report_progress": _("Báo cáo tiến độ"),
    "add_evidence": _("Thêm minh chứng"),
    "extend": _("Gia hạn"),
    "remind": _("Nhắc hạn"),
    "send_message": _("Trao đổi"),
    "read_messages": _("Đã xem trao đổi"),
    "close": _("Hoàn thành"),
    "cancel": _("Thôi giao"),
}
