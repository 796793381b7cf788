"""The life of a dossier as lanes over time: the whole, its pauses, then each pair of hands that held it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.calendars.working_time import CalendarNotPublished
from motcua.dossiers.models import Pause
from motcua.dossiers.states import PauseKind
from motcua.kernel.vietnamese import hour
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_axis import LINES, Axis, axis
from motcua.surfaces.desk.timeline_steps import role_words
from motcua.surfaces.desk.timeline_words import due_words, instant, length

#: How wide half a column, the bar's icon and edges, and a letter are at the usual width, in pixels.
_HALF, _EDGES, _LETTER = 32, 36, 6.9


@dataclass(slots=True)
class Run:
    """One bar; kinds: done, run (lit at its due end), wait (dashed), pause (hatched)."""

    kind: str
    words: str
    first: int
    last: int
    icon: str = ""


@dataclass(slots=True)
class LaneRow:
    name: str
    holder: str
    runs: list[Run] = field(default_factory=list)
    after: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """What the chart macro takes; ``now`` is 0 when this moment lies outside."""

    days: list[dict[str, Any]]
    lanes: list[LaneRow]
    now: int


def chart(scene: Scene) -> Chart | None:
    """Return the chart of a dossier that was accepted, None for one that was not."""
    dossier = scene.dossier
    if dossier.accepted_at is None or not scene.steps:
        return None
    span = axis(dossier.accepted_at, _end(scene), scene.calendar)
    lanes = [_whole(scene, span), *_pauses(scene, span), *_hands(scene, span)]
    return Chart(
        days=[{"weekday": one.weekday, "day": one.day, "off": one.off} for one in span.columns],
        lanes=[kept_apart(lane) for lane in lanes],
        now=min(span.line(scene.now), LINES - 1)
        if dossier.returned_at is None and span.holds(scene.now)
        else 0,
    )


def _end(scene: Scene) -> datetime:
    """The last instant that matters: while it is open the promise and what is due, then the end itself."""
    dossier = scene.dossier
    if dossier.closed_at is not None:
        return max(at for at in (dossier.closed_at, dossier.returned_at) if at is not None)
    known = [scene.now, dossier.due_at or dossier.first_due_at, *(step.due_at for step in scene.open_steps)]
    return max(at for at in known if at is not None)


def _whole(scene: Scene, span: Axis) -> LaneRow:
    """The promise itself, from reception to the due instant or the finish."""
    dossier, now = scene.dossier, scene.now
    assert dossier.accepted_at is not None
    lane = LaneRow(_("Cả hồ sơ"), "")
    if dossier.closed_at is not None:
        ended = dossier.finished_at or dossier.closed_at
        lane.runs = [_run(span, "done", dossier.accepted_at, ended, _("Xong"))]
        lane.after = _judged(scene, ended, dossier.due_at) if dossier.finished_at else instant(ended, now=now)
    elif dossier.due_at is None:
        words = [_("Đang dừng, chưa có ngày hẹn"), _("Đang dừng")]
        lane.runs = [_run(span, "wait", dossier.accepted_at, now, *words, icon="circle-pause")]
    else:
        late = dossier.due_at < now
        said = _("Quá hẹn từ %(due)s") if late else _("Hẹn %(due)s")
        words = [said % {"due": due_words(dossier.due_at, now=now)}]
        icon = "circle-alert" if late else "calendar-days"
        lane.runs = [_run(span, "run", dossier.accepted_at, max(dossier.due_at, now), *words, icon=icon)]
        lane.after = "" if lane.runs[0].words else words[0]
    return lane


def _pauses(scene: Scene, span: Axis) -> Iterator[LaneRow]:
    """All pauses in one row, hatched: time that does not count."""
    if not scene.pauses:
        return
    runs = [_pause(scene, span, pause) for pause in scene.pauses]
    last = scene.pauses[-1]
    yield LaneRow(
        _("Thời hạn dừng"), _("không tính vào hạn"), runs, "" if last.ended_at is None else _days(scene, last)
    )


def _pause(scene: Scene, span: Axis, pause: Pause) -> Run:
    words = {PauseKind.SUPPLEMENT: _("Chờ bổ sung"), PauseKind.FINANCIAL: _("Chờ nộp tiền"),
             PauseKind.POSTING: _("Niêm yết")}  # fmt: skip
    return _run(
        span,
        "pause",
        pause.began_at,
        pause.ended_at or scene.now,
        words[PauseKind(pause.kind)],
        icon="circle-pause",
    )


def _days(scene: Scene, pause: Pause) -> str:
    return _("đến %(end)s") % {"end": instant(pause.ended_at or scene.now, now=scene.now)}


def _hands(scene: Scene, span: Axis) -> list[LaneRow]:
    """One row for each pair of hands: a role in a lane, with the one who last held it."""
    rows: dict[tuple[str, str], LaneRow] = {}
    for step in scene.steps:
        if step.entered_at is None or step.state in {StepState.SKIPPED, StepState.CANCELLED}:
            continue
        row = rows.setdefault((step.lane, step.role), LaneRow(role_words(step.role), ""))
        person = step.finished_by or step.assignee
        row.holder = str(person or row.holder)
        run = _step_run(scene, span, step)
        row.runs.append(run)
        row.after = _after(scene, step, run)
    return list(rows.values())


def _step_run(scene: Scene, span: Axis, step: StepRun) -> Run:
    assert step.entered_at is not None
    if step.finished_at is not None:
        if step.state == StepState.SENT_BACK:
            return _run(span, "wait", step.entered_at, step.finished_at, _("Trả lại"), icon="undo-2")
        return _run(span, "done", step.entered_at, step.finished_at, _("Xong"))
    if scene.dossier.closed_at is not None and step.kind != StepKind.RETURN:
        return _run(span, "wait", step.entered_at, scene.dossier.closed_at, _("Thôi"), icon="x")
    if scene.dossier.case is not None and scene.dossier.case.paused_at is not None:
        return _run(span, "wait", step.entered_at, scene.now, _("Đang dừng"), icon="circle-pause")
    kind = "run" if step.counted else "wait"
    end = max(step.due_at or scene.now, scene.now)
    return _run(span, kind, step.entered_at, end, *_open_words(scene, step))


def _open_words(scene: Scene, step: StepRun) -> list[str]:
    """What an open bar says, the longest first."""
    if step.due_at is None:
        return [_("Đang chờ")]
    words = {"due": due_words(step.due_at, now=scene.now)}
    if step.kind == StepKind.POSTING:
        return [_("Niêm yết đến %(due)s") % words, _("Niêm yết")]
    if step.due_at < scene.now:
        return [_("Chậm từ %(due)s") % words, _("Chậm")]
    return [_("Đang làm, xong trước %(due)s") % words, _("Đang làm")]


def _after(scene: Scene, step: StepRun, run: Run) -> str:
    """What stands beside the last bar of a row: how it ended, or what a short bar has no room for."""
    if step.finished_at is None:
        return "" if run.words else _open_words(scene, step)[0]
    return _judged(scene, step.finished_at, step.due_at)


def _judged(scene: Scene, done: datetime, due: datetime | None) -> str:
    """``20/11, 15:20, sớm 1 giờ 40 phút``."""
    when = instant(done, now=scene.now) if done.date() != scene.now.date() else hour(done)
    if due is None:
        return when
    try:
        left = scene.calendar.working_minutes(done, due)
    except CalendarNotPublished:
        return when
    words = {"when": when, "length": length(abs(left), standard=scene.calendar.standard_minutes)}
    if left == 0:
        return _("%(when)s, đúng hạn") % words
    return _("%(when)s, sớm %(length)s") % words if left > 0 else _("%(when)s, chậm %(length)s") % words


def _run(span: Axis, kind: str, start: datetime, end: datetime, *words: str, icon: str = "") -> Run:
    """A bar with the longest of the words that it has room for."""
    first = min(span.line(start), LINES - 1)
    last = max(span.line(end), first + 1)
    room = ((last - first) * _HALF - _EDGES) / _LETTER
    return Run(kind, next((text for text in words if len(text) <= room), ""), first, last, icon)


def kept_apart(lane: LaneRow) -> LaneRow:
    """Keep the bars of one row beside each other where half a column cannot part them."""
    for run, following in zip(lane.runs, lane.runs[1:], strict=False):
        if following.first < run.last:
            following.first = min(run.last, LINES - 1)
            following.last = max(following.last, following.first + 1)
    room = ((LINES - lane.runs[-1].last) * _HALF - _EDGES) / _LETTER if lane.runs else 0
    while lane.after and len(lane.after) > room:  # the table of steps says the rest
        lane.after = lane.after.rpartition(", ")[0]
    return lane
