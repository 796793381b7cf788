"""The acts on a task: their address, words and form, and which service they call."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.directives import services
from motcua.surfaces.board.directives.forms.work import Cancel, Close, Evidence, Extend, Progress
from motcua.surfaces.board.page_form import FileForm, PageForm


@dataclass(frozen=True)
class Act:
    """``verb`` is the name by which ``access.task_verbs`` allows it; ``dangerous`` colours its button."""

    slug: str
    verb: str
    title: Any
    icon: str
    done: Any
    form: type[PageForm]
    service: Callable[..., Any]
    dangerous: bool = False


def words_of(form: PageForm) -> dict[str, Any]:
    """What the service takes beside task, officer and time."""
    if isinstance(form, Close):
        return form.words()
    words = {name: value for name, value in form.cleaned_data.items() if name != "file"}
    if isinstance(form, FileForm) and form.kept:
        words |= {"file_id": form.kept.file_id, "name": form.kept.name}
    return words


ACTS: dict[str, Act] = {
    act.slug: act
    for act in (
        Act("tien-do", "report_progress", _("Báo cáo tiến độ"), "trending-up", _("Đã ghi tiến độ."),
            Progress, services.report_progress),
        Act("minh-chung", "add_evidence", _("Thêm minh chứng"), "paperclip", _("Đã thêm minh chứng."),
            Evidence, services.add_evidence),
        Act("hoan-thanh", "close", _("Báo hoàn thành"), "circle-check", _("Đã ghi nhiệm vụ hoàn thành."),
            Close, services.close_task),
        Act("gia-han", "extend", _("Gia hạn"), "calendar-days", _("Đã gia hạn. Các đơn vị cùng làm đọc được lý do."),
            Extend, services.extend_task),
        Act("thoi-giao", "cancel", _("Thôi giao"), "circle-x", _("Đã thôi giao nhiệm vụ."),
            Cancel, services.cancel_task, dangerous=True),
    )
}  # fmt: skip
