"""Why this day: how the promise in force was counted, what stood still, what was promised first."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.calendars.explanation import Explanation
from motcua.catalogue.time_limits import counted_from
from motcua.dossiers import clock, pausing
from motcua.dossiers.models import DueChange, Pause
from motcua.dossiers.states import PauseKind
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import moment, weekday
from motcua.surfaces.components.day_strips import DayBox, day_strip
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_words import length

_STOPPED = {
    PauseKind.SUPPLEMENT: lambda: _("chờ bổ sung giấy tờ"),
    PauseKind.FINANCIAL: lambda: _("chờ thực hiện nghĩa vụ tài chính"),
    PauseKind.POSTING: lambda: _("niêm yết công khai"),
}


@dataclass(slots=True)
class Why:
    """``promise`` is the day in one line; ``changes`` tell what moved it, oldest first."""

    promise: str
    strip: list[DayBox] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)


def why(scene: Scene) -> Why | None:
    """Return the story of the promise, None before anything was promised."""
    dossier = scene.dossier
    if dossier.first_due_at is None:
        return None
    told = _explained(scene)
    return Why(
        promise=_promise(dossier.due_at),
        strip=day_strip(told) if told else [],
        sentences=list(told.sentences) if told else [],
        changes=_changes(scene),
    )


def _promise(due_at: datetime | None) -> str:
    if due_at is None:
        return _("Thời hạn đang dừng, chưa có ngày hẹn.")
    return _("Hẹn trả %(weekday)s, %(moment)s.") % {"weekday": weekday(due_at), "moment": moment(due_at)}


def _explained(scene: Scene) -> Explanation | None:
    """How the promise was counted; nothing is better than a strip that does not give the very same instant."""
    dossier = scene.dossier
    if dossier.due_at is None or dossier.accepted_at is None:
        return None
    ended = [pause for pause in scene.pauses if pause.ended_at]
    restarts = [pause.ended_at for pause in ended if pause.mode == clock.RESTART and pause.ended_at]
    received = restarts[-1] if restarts else dossier.accepted_at
    stood = [
        (pause.began_at, pause.ended_at) for pause in ended if pause.ended_at and pause.began_at >= received
    ]
    try:
        rules = pausing.policy_of(dossier).rules
        start = counted_from(scene.definition, received=received, rules=rules, calendar=scene.calendar)
        told = scene.calendar.explain(start, pausing.limit_of(dossier), stood)
    except Refusal:
        return None
    return told if told.due == dossier.due_at.replace(second=0, microsecond=0) else None


def _changes(scene: Scene) -> list[str]:
    told = [(pause.began_at, _pause(scene, pause)) for pause in scene.pauses]
    changes = scene.dossier.due_changes.select_related("changed_by").order_by("changed_at")
    told += [(change.changed_at, _change(change)) for change in changes]
    if not told:
        return []
    assert scene.dossier.first_due_at is not None
    first = _("Hẹn lần đầu: %(moment)s.") % {"moment": moment(scene.dossier.first_due_at)}
    return [first, *(sentence for _at, sentence in sorted(told))]


def _pause(scene: Scene, pause: Pause) -> str:
    words = {"why": _STOPPED[PauseKind(pause.kind)](), "from": moment(pause.began_at)}
    if pause.ended_at is None:
        return _("Dừng từ %(from)s, %(why)s.") % words
    words["to"] = moment(pause.ended_at)
    if pause.due_after is None:
        return _("Dừng từ %(from)s đến %(to)s, %(why)s.") % words
    words["due"] = moment(pause.due_after)
    if pause.mode == clock.RESTART:
        return _("Dừng từ %(from)s đến %(to)s, %(why)s. Thời hạn tính lại từ đầu: hẹn %(due)s.") % words
    words["stood"] = _stood(scene, pause)
    return _("Dừng từ %(from)s đến %(to)s, %(why)s. Tính tiếp, lùi %(stood)s: hẹn %(due)s.") % words


def _stood(scene: Scene, pause: Pause) -> str:
    assert pause.ended_at is not None
    minutes = scene.calendar.working_minutes(pause.began_at, pause.ended_at)
    return length(minutes, standard=scene.calendar.standard_minutes)


def _change(change: DueChange) -> str:
    words = {"name": change.changed_by, "at": moment(change.changed_at), "reason": change.reason.rstrip("."),
             "due": moment(change.due_after)}  # fmt: skip
    if change.kind == "apology":
        return _("%(name)s xin lỗi và hẹn lại lúc %(at)s: %(due)s. Lý do: %(reason)s.") % words
    return _("%(name)s gia hạn lúc %(at)s: %(due)s. Lý do: %(reason)s.") % words
