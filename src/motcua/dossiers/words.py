"""The acts on a dossier in Vietnamese: as a title in its history, and as what somebody has done with it."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.kernel.vietnamese import day, hour


class Act(NamedTuple):
    """``title`` heads a line of history; ``done`` follows “đã được … ”."""

    title: str
    done: str


ACTS: dict[str, Act] = {
    verb: Act(title, done)  # type: ignore[arg-type]
    for verb, title, done in (
        ("submit", gettext_lazy("Nộp hồ sơ"), gettext_lazy("nộp")),
        ("accept", gettext_lazy("Tiếp nhận"), gettext_lazy("tiếp nhận")),
        ("accept_completed", gettext_lazy("Tiếp nhận hồ sơ đã đủ"), gettext_lazy("tiếp nhận")),
        ("refuse", gettext_lazy("Từ chối tiếp nhận"), gettext_lazy("từ chối tiếp nhận")),
        ("ask_supplement", gettext_lazy("Yêu cầu bổ sung"), gettext_lazy("yêu cầu bổ sung")),
        ("take_supplement", gettext_lazy("Nhận giấy tờ bổ sung"), gettext_lazy("nhận bổ sung")),
        ("transfer", gettext_lazy("Chuyển giải quyết"), gettext_lazy("chuyển giải quyết")),
        ("complete_step", gettext_lazy("Làm xong một bước"), gettext_lazy("làm xong một bước")),
        ("skip_step", gettext_lazy("Bỏ qua một bước"), gettext_lazy("bỏ qua một bước")),
        ("send_back", gettext_lazy("Chuyển trả lại bước trước"), gettext_lazy("chuyển trả lại bước trước")),
        ("assign", gettext_lazy("Phân công"), gettext_lazy("phân công")),
        ("unassign", gettext_lazy("Thôi phân công"), gettext_lazy("thôi phân công")),
        ("draft_result", gettext_lazy("Soạn kết quả"), gettext_lazy("soạn kết quả")),
        ("record_result", gettext_lazy("Ghi kết quả của nơi khác gửi về"), gettext_lazy("ghi kết quả")),
        ("sign_result", gettext_lazy("Ký kết quả"), gettext_lazy("ký kết quả")),
        ("begin_posting", gettext_lazy("Bắt đầu niêm yết"), gettext_lazy("đưa ra niêm yết")),
        ("end_posting", gettext_lazy("Hết niêm yết"), gettext_lazy("kết thúc niêm yết")),
        (
            "ask_payment",
            gettext_lazy("Thông báo nghĩa vụ tài chính"),
            gettext_lazy("chuyển sang chờ nộp tiền"),
        ),
        ("confirm_payment", gettext_lazy("Xác nhận đã nộp tiền"), gettext_lazy("xác nhận đã nộp tiền")),
        ("finish", gettext_lazy("Xử lý xong"), gettext_lazy("xử lý xong")),
        ("finish_on_payment", gettext_lazy("Nộp tiền và xử lý xong"), gettext_lazy("xử lý xong")),
        ("collect_fee", gettext_lazy("Thu phí, lệ phí"), gettext_lazy("thu phí")),
        ("cancel_fee", gettext_lazy("Hoàn trả phí, lệ phí"), gettext_lazy("hoàn trả phí")),
        ("reassess_fee", gettext_lazy("Tính lại phí, lệ phí"), gettext_lazy("tính lại phí")),
        ("return_result", gettext_lazy("Trả kết quả"), gettext_lazy("trả kết quả")),
        ("withdraw", gettext_lazy("Rút hồ sơ"), gettext_lazy("ghi rút")),
        ("stop", gettext_lazy("Dừng giải quyết"), gettext_lazy("dừng giải quyết")),
        ("extend_limit", gettext_lazy("Gia hạn giải quyết"), gettext_lazy("gia hạn")),
        ("apologise", gettext_lazy("Xin lỗi và hẹn lại"), gettext_lazy("hẹn lại")),
        ("add_files", gettext_lazy("Thêm tệp"), gettext_lazy("thêm tệp")),
        ("note", gettext_lazy("Ghi chú"), gettext_lazy("ghi chú")),
    )
}


def when(moment: datetime, *, now: datetime) -> str:
    """``lúc 09:41`` on the same local day, ``lúc 09:41 ngày 26/11/2026`` on another."""
    words = {"hour": hour(moment), "day": day(timezone.localdate(moment))}
    if timezone.localdate(moment) == timezone.localdate(now):
        return _("lúc %(hour)s") % words
    return _("lúc %(hour)s ngày %(day)s") % words
