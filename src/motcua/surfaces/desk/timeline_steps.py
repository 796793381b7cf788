"""The steps of a dossier one by one: who, until when, how much working time was given and used."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.calendars.working_time import CalendarNotPublished
from motcua.organisation.roles import Role
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import Part, StepState
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_words import instant, length
from motcua.surfaces.desk.work_places import SHORT_ROLES

_WHEN = {
    StepState.DONE: "done",
    StepState.SENT_BACK: "done",
    StepState.SKIPPED: "done",
    StepState.OPEN: "now",
}
_ICONS = {StepKind.SIGN: "signature", StepKind.POSTING: "scroll-text", StepKind.FINANCIAL: "wallet",
          StepKind.RETURN: "package-check", StepKind.INTAKE: "inbox"}  # fmt: skip
_HIDDEN = frozenset({StepState.CANCELLED})


@dataclass(frozen=True, slots=True)
class StepRow:
    """One turn of one step; ``when`` is done, now or next."""

    title: str
    whole: str
    who: str
    beside: str
    when: str
    icon: str
    state: str
    planned: str
    used: str
    time: str
    note: str
    is_late: bool

    @property
    def text(self) -> str:
        """The second line on a phone."""
        parts = [self.who, self.used and _("dùng %(used)s") % {"used": self.used}, self.note]
        return ". ".join(part for part in parts if part)


def step_rows(scene: Scene) -> list[StepRow]:
    """All steps as they were begun, then those to come; what was given up is left out."""
    shown = [step for step in scene.steps if step.state not in _HIDDEN]
    begun = sorted((step for step in shown if step.entered_at), key=_begun)
    return [_row(scene, step) for step in [*begun, *(step for step in shown if step.entered_at is None)]]


def _begun(step: StepRun) -> tuple[datetime, int]:
    assert step.entered_at is not None
    return step.entered_at, step.position


def used_minutes(scene: Scene, step: StepRun) -> int | None:
    """Working minutes that a step has taken so far, without those in which its clock stood still.

    A step outside the limit is itself the pause, so nothing is taken out of it. None before it began, and beyond
    the calendar.
    """
    if step.entered_at is None:
        return None
    end = step.finished_at or min(scene.now, scene.dossier.closed_at or scene.now)
    try:
        used = scene.calendar.working_minutes(step.entered_at, end)
        if step.counted:
            for pause in scene.pauses:
                begin, stop = max(pause.began_at, step.entered_at), min(pause.ended_at or end, end)
                if begin < stop:
                    used -= scene.calendar.working_minutes(begin, stop)
    except CalendarNotPublished:
        return None
    return max(used, 0)


def short_title(name: str) -> str:
    """The first thing that a step's name says; offices write whole lists into it."""
    return re.split(r"[;(,]", name)[0].strip()


def who(step: StepRun) -> str:
    """``Tư pháp – Hộ tịch: Ngô Thanh Tùng``."""
    role = role_words(step.role)
    person = step.finished_by or step.assignee
    return _("%(role)s: %(name)s") % {"role": role, "name": person} if person else role


def role_words(role: str) -> str:
    known = Role(role)
    return str(SHORT_ROLES.get(known) or known.label)


def _row(scene: Scene, step: StepRun) -> StepRow:
    used = used_minutes(scene, step) if step.state != StepState.SKIPPED else None
    standard = scene.calendar.standard_minutes
    over = (
        step.due_at is not None
        and step.due_at < (step.finished_at or scene.now)
        and step.entered_at is not None
    )
    return StepRow(
        title=short_title(step.name) if step.turn == 1 else _again(step),
        whole=step.name,
        who=who(step),
        beside=_beside(step),
        when=_WHEN.get(StepState(step.state), "next"),
        icon=_ICONS.get(StepKind(step.kind), "ellipsis"),
        state=str(StepState(step.state).label),
        planned=_planned(step, standard, now=scene.now),
        used=length(used, standard=standard) if used is not None else "",
        time=_time(step, now=scene.now),
        note=step.note,
        is_late=over and step.state in {StepState.OPEN, StepState.DONE},
    )


def _again(step: StepRun) -> str:
    return _("%(step)s (lần %(turn)d)") % {"step": short_title(step.name), "turn": step.turn}


def _planned(step: StepRun, standard: int, *, now: datetime) -> str:
    if step.minutes:
        return length(step.minutes, standard=standard)
    if step.kind == StepKind.POSTING and step.due_at:
        return _("đến %(due)s") % {"due": instant(step.due_at, now=now)}
    if not step.counted:
        return _("không tính vào thời hạn")
    return ""


def _time(step: StepRun, *, now: datetime) -> str:
    if step.finished_at:
        return instant(step.finished_at, now=now)
    if step.entered_at:
        return _("từ %(since)s") % {"since": instant(step.entered_at, now=now)}
    return ""


def _beside(step: StepRun) -> str:
    """Those who coordinate or follow."""
    parts = [
        _("%(name)s (%(part)s)") % {"name": one.account, "part": str(Part(one.part).label).lower()}
        for one in step.assignments.all()
        if one.ended_at is None and one.part != Part.DO
    ]
    return ", ".join(parts)
