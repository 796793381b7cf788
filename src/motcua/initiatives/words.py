"""The acts on initiatives, rounds and councils in Vietnamese, as titles of their history."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ACTS: dict[str, "StrOrPromise"] = {
    "import": _("Nhập từ bộ mô hình kèm theo"),
    "register": _("Soạn đăng ký"),
    "edit": _("Sửa đăng ký"),
    "submit": _("Gửi đăng ký"),
    "add_exhibit": _("Thêm minh chứng"),
    "start_pilot": _("Bắt đầu thí điểm"),
    "count_pilot": _("Ghi số liệu thí điểm"),
    "start_evaluation": _("Đưa ra hội đồng"),
    "score": _("Thành viên hội đồng đã chấm"),
    "conclude": _("Hội đồng kết luận"),
    "reject": _("Hội đồng kết luận không công nhận"),
    "recognise": _("Công nhận"),
    "replicate": _("Nhân rộng"),
    "commit": _("Cam kết thực hiện"),
    "operate": _("Thực hiện"),
    "pause": _("Tạm dừng"),
    "resume": _("Thực hiện lại"),
    "end": _("Kết thúc"),
}
