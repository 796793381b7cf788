"""The acts on one initiative that a short form asks for: by address, form and service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from motcua.initiatives import queries, services
from motcua.initiatives.inputs import PilotInput
from motcua.initiatives.models import Initiative
from motcua.organisation.access import Officer
from motcua.surfaces.board.initiatives.forms import acts as forms
from motcua.surfaces.board.page_form import PageForm

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Act:
    """One act.

    Args:
        verb: as ``initiatives.access.verbs`` names it.
        done: the sentence once it is done.
        icon: beside its button.
        make: (initiative, officer, data) → form.
        do: (initiative_id, cleaned words, by, at) → anything.
        hint: what happens then, for who does it the first time.
    """

    verb: str
    title: "StrOrPromise"
    done: "StrOrPromise"
    icon: str
    make: Callable[[Initiative, Officer, Any], PageForm]
    do: Callable[[int, Words, Officer, datetime], Any]
    hint: "StrOrPromise" = ""
    danger: bool = False


def _pilot(pk: int, words: Words, by: Officer, at: datetime) -> Any:
    counters = tuple(words["counters"].splitlines())
    pilot = PilotInput(**{**words, "counters": counters})
    return services.start_pilot(initiative_id=pk, pilot=pilot, by=by, at=at)


def _lay_form(initiative: Initiative, officer: Officer, data: Any) -> PageForm:
    return forms.Lay(queries.councils_of(officer), data)


ACTS: dict[str, Act] = {
    "thi-diem": Act(
        "start_pilot", _("Bắt đầu thí điểm"), _("Đã bắt đầu thí điểm."), "route",
        lambda initiative, officer, data: forms.Pilot(data), _pilot,
        _("Chọn nơi làm thử, người phụ trách và những số liệu sẽ đếm. Số liệu này là căn cứ khi hội đồng chấm."),
    ),
    "so-lieu": Act(
        "count_pilot", _("Ghi số liệu thí điểm"), _("Đã ghi số liệu."), "list-checks",
        lambda initiative, officer, data: forms.Count(initiative, data),
        lambda pk, words, by, at: services.count_pilot(initiative_id=pk, **words, by=by, at=at),
    ),
    "hoi-dong": Act(
        "start_evaluation", _("Đưa ra hội đồng"), _("Đã đưa ra hội đồng. Các thành viên chấm được từ bây giờ."),
        "scale", _lay_form,
        lambda pk, words, by, at: services.start_evaluation(
            initiative_id=pk, council_id=int(words["council"]), by=by, at=at
        ),
        _("Từ lúc này nội dung đăng ký giữ nguyên. Thành viên chấm kín, tác giả không chấm."),
    ),
    "khong-cong-nhan": Act(
        "reject", _("Không công nhận"), _("Đã ghi không công nhận."), "circle-x",
        lambda initiative, officer, data: forms.Reason(data),
        lambda pk, words, by, at: services.refuse_recognition(initiative_id=pk, **words, by=by, at=at),
        _("Hội đồng đã đề nghị công nhận. Lý do không công nhận ghi vào lịch sử, tác giả đọc được."),
        danger=True,
    ),
    "tam-dung": Act(
        "pause", _("Tạm dừng"), _("Đã tạm dừng."), "circle-pause",
        lambda initiative, officer, data: forms.Reason(data),
        lambda pk, words, by, at: services.pause_initiative(initiative_id=pk, **words, by=by, at=at),
    ),
    "thuc-hien-lai": Act(
        "resume", _("Thực hiện lại"), _("Mô hình thực hiện lại."), "rotate-ccw",
        lambda initiative, officer, data: forms.Plain(data),
        lambda pk, words, by, at: services.resume_initiative(initiative_id=pk, by=by, at=at),
    ),
    "ket-thuc": Act(
        "end", _("Kết thúc"), _("Đã kết thúc."), "circle-x",
        lambda initiative, officer, data: forms.Reason(data),
        lambda pk, words, by, at: services.end_initiative(initiative_id=pk, **words, by=by, at=at),
        _("Kết thúc rồi thì không mở lại được. Lịch sử và số liệu vẫn giữ nguyên."),
        danger=True,
    ),
}  # fmt: skip
