"""A dossier as its owner follows it: what is to be done, the promised day and why, how far it has come."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import FollowView
from motcua.dossiers.states import Channel, State
from motcua.kernel.vietnamese import hour, weekday
from motcua.process.queries import steps_of
from motcua.process.states import StepState

HEADINGS = {
    State.REGISTERED: lambda: _("Đã nộp, đang chờ một cửa kiểm tra. Bà con chưa phải làm gì."),
    State.ACCEPTED: lambda: _("Một cửa đã nhận đủ giấy tờ. Bà con chưa phải làm gì."),
    State.PROCESSING: lambda: _("Đang giải quyết. Bà con chưa phải làm gì."),
    State.SUPPLEMENT_REQUESTED: lambda: _(
        "Còn thiếu giấy tờ. Mời bà con mang thêm giấy ghi trong phiếu hướng dẫn."
    ),
    State.FINANCIAL_DUTY: lambda: _("Mời bà con nộp tiền theo thông báo, rồi việc sẽ làm tiếp."),
    State.PROCESSED: lambda: _("Đã có kết quả. Mời bà con đến nhận."),
    State.RETURNED: lambda: _("Đã trả kết quả. Hồ sơ này đã xong."),
    State.NOT_ACCEPTED: lambda: _("Chưa nhận được hồ sơ này. Lý do và việc cần làm ghi trong phiếu từ chối."),
    State.WITHDRAWN: lambda: _("Hồ sơ đã rút theo yêu cầu."),
    State.STOPPED: lambda: _("Đã dừng giải quyết. Lý do ghi trong thông báo gửi bà con."),
}
RETURN_WORDS = {
    Channel.DIRECT: lambda: _("Tại quầy Một cửa. Bà con mang theo giấy hẹn hoặc thẻ căn cước."),
    Channel.POSTAL: lambda: _("Nhân viên bưu điện mang kết quả tới nhà."),
    Channel.HOME: lambda: _("Cán bộ mang kết quả tới nhà."),
    Channel.MOBILE: lambda: _("Nhận ở điểm phục vụ lưu động."),
    Channel.ONLINE: lambda: _("Nhận bản điện tử qua mạng."),
}


def heading(dossier: Dossier) -> str:
    """The state and "what must I do", in one or two sentences."""
    if dossier.state == State.PROCESSED and dossier.return_channel != Channel.DIRECT:
        return _("Đã có kết quả, đang gửi tới bà con.")
    if dossier.state == State.PROCESSING and dossier.case and dossier.case.holder_role == "commune_leader":
        return _("Đang chờ lãnh đạo ký. Bà con chưa phải làm gì.")
    return str(HEADINGS[State(dossier.state)]())


def missing_papers(found: FollowView) -> list[dict[str, str]]:
    """The papers that are still to be brought; why stands in the printed form, for it may name people."""
    small = _("Lý do ghi trong phiếu hướng dẫn đã đưa bà con.")
    return [{"name": item.name, "small": small, "icon": "file-plus"} for item in found.missing]


def return_words(dossier: Dossier) -> str:
    """How the result reaches its owner."""
    return str(RETURN_WORDS[Channel(dossier.return_channel)]())


def steps(dossier: Dossier) -> list[dict[str, Any]]:
    """What has happened, what happens now, what comes; without names of officers or of the applicant."""
    if dossier.case is None:
        return []
    runs = [
        run for run in steps_of(dossier.case) if run.state not in (StepState.SKIPPED, StepState.CANCELLED)
    ]
    return [_step(run.name, run.state, run.entered_at, run.finished_at) for run in runs]


def _step(name: str, state: str, entered: datetime | None, finished: datetime | None) -> dict[str, Any]:
    if state in (StepState.DONE, StepState.SENT_BACK):
        return {"when": "done", "title": name, "time": when_words(finished) if finished else ""}
    if state == StepState.OPEN:
        since = _("Từ %(moment)s") % {"moment": when_words(entered)} if entered else ""
        return {"when": "now", "title": name, "time": since}
    return {"when": "next", "title": name, "time": ""}


def when_words(at: datetime) -> str:
    """``Thứ Sáu 20/11, 09:12``."""
    return _("%(weekday)s %(day)s, %(hour)s") % {
        "weekday": weekday(at), "day": f"{timezone.localtime(at):%d/%m}", "hour": hour(at),
    }  # fmt: skip
