"""Where the dossier lies now: who holds it since when, how much of the given time is used."""

from django.utils.translation import gettext as _

from motcua.dossiers.states import FINAL, State
from motcua.process.models import StepRun
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_steps import role_words, used_minutes
from motcua.surfaces.desk.timeline_words import instant, length

Pairs = list[tuple[str, str]]


def whereabouts(scene: Scene) -> Pairs:
    """Pairs of place and how long: each open step, or the applicant whom it waits for."""
    dossier, now = scene.dossier, scene.now
    state = State(dossier.state)
    if state == State.SUPPLEMENT_REQUESTED:
        return _with_applicant(scene, _("chờ bổ sung giấy tờ"))
    if state in FINAL:
        at = dossier.returned_at or dossier.closed_at
        return [(_("Đã kết thúc"), instant(at, now=now) if at else "")]
    if state == State.REGISTERED:
        return [
            (_("Một cửa"), _("chờ tiếp nhận, nộp %(at)s") % {"at": instant(dossier.submitted_at, now=now)})
        ]
    pairs = [(role_words(step.role), _held(scene, step)) for step in scene.open_steps]
    if state == State.FINANCIAL_DUTY:
        return _with_applicant(scene, _("chờ nộp tiền")) + pairs
    return pairs


def _with_applicant(scene: Scene, what: str) -> Pairs:
    pause = next((one for one in reversed(scene.pauses) if one.ended_at is None), None)
    since = pause.began_at if pause else scene.dossier.submitted_at
    words = {"what": what, "since": instant(since, now=scene.now)}
    return [(_("Người nộp"), _("%(what)s, từ %(since)s") % words)]


def _held(scene: Scene, step: StepRun) -> str:
    assert step.entered_at is not None
    person = (
        _("tôi")
        if step.assignee_id == scene.officer.account_id
        else str(step.assignee or _("chưa ai nhận việc"))
    )
    words = {"who": person, "since": instant(step.entered_at, now=scene.now)}
    held = _("%(who)s, từ %(since)s") % words
    used = used_minutes(scene, step)
    if used is None or step.minutes is None:
        return held
    standard = scene.calendar.standard_minutes
    return _("%(held)s. Đã dùng %(used)s trong %(given)s.") % {
        "held": held, "used": length(used, standard=standard) if used else _("0 phút"),
        "given": length(step.minutes, standard=standard),
    }  # fmt: skip
