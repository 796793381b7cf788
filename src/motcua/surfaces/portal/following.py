"""A dossier as its owner follows it: what is to be done, the promised day and why, how far it has come."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import FollowView
from motcua.dossiers.states import Channel, State
from motcua.kernel.vietnamese import hour, weekday
from motcua.organisation.roles import Role
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
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

STEP_WORDS: dict[StepKind, tuple[str, Callable[[], str]]] = {
    StepKind.INTAKE: ("clipboard-check", lambda: _("Một cửa kiểm tra và nhận giấy tờ")),
    StepKind.SIGN: ("pen-line", lambda: _("Lãnh đạo ký")),
    StepKind.POSTING: ("scroll-text", lambda: _("Niêm yết công khai")),
    StepKind.FINANCIAL: ("wallet", lambda: _("Bà con nộp tiền theo thông báo")),
    StepKind.RETURN: ("package-check", lambda: _("Trả kết quả cho bà con")),
}


def heading(dossier: Dossier) -> str:
    """The state and "what must I do", in one or two sentences."""
    if dossier.state == State.PROCESSED and dossier.return_channel != Channel.DIRECT:
        return _("Đã có kết quả, đang gửi tới bà con.")
    if dossier.state == State.PROCESSING and dossier.case and dossier.case.holder_role == Role.COMMUNE_LEADER:
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
    return [_step(run) for run in runs]


def _step(run: StepRun) -> dict[str, Any]:
    known = STEP_WORDS.get(StepKind(run.kind))
    icon, title = (known[0], known[1]()) if known else ("ellipsis", _first_words(run.name))
    step: dict[str, Any] = {"icon": icon, "title": title, "time": ""}
    if run.role == Role.RECORDS_CLERK:
        step |= {"icon": "stamp", "title": _("Văn thư vào sổ, đóng dấu")}
    if run.state in (StepState.DONE, StepState.SENT_BACK):
        return step | {"when": "done", "time": when_words(run.finished_at) if run.finished_at else ""}
    if run.state == StepState.OPEN:
        since = _("Từ %(moment)s") % {"moment": when_words(run.entered_at)} if run.entered_at else ""
        return step | {"when": "now", "time": since}
    return step | {"when": "next"}


def _first_words(name: str) -> str:
    """The office writes whole lists into a step's name; its owner needs the first of them."""
    return re.split(r"[;(]", name)[0].strip()


def when_words(at: datetime) -> str:
    """``Thứ Sáu 20/11, 09:12``."""
    return _("%(weekday)s %(day)s, %(hour)s") % {
        "weekday": weekday(at), "day": f"{timezone.localtime(at):%d/%m}", "hour": hour(at),
    }  # fmt: skip
