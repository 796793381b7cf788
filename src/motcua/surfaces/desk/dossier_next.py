"""What the dossier waits for: in plain words, with the one act that comes first for this officer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import FINAL, Channel, State
from motcua.kernel.vietnamese import vnd
from motcua.organisation.roles import Role
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState
from motcua.surfaces.desk.dossier_moves import Move, offered
from motcua.surfaces.desk.dossier_papers import called
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_steps import role_words, short_title, who
from motcua.surfaces.desk.timeline_words import instant

#: What comes first when several acts are open; the rest is folded.
_FIRST = (
    "accept", "accept_completed", "take_supplement", "return_result", "sign_result", "transfer", "confirm_payment",
)  # fmt: skip
#: Acts short enough to stand in the panel itself; the others open above the page.
INLINE = frozenset({"transfer", "complete_step", "return_result", "sign_result", "confirm_payment", "accept"})


@dataclass(slots=True)
class Next:
    """The panel: ``title`` and ``text`` say it, ``first`` does it, ``beside`` is under it, ``others`` are folded.

    ``look``: the paper to look at before acting.
    """

    title: str
    text: str = ""
    first: Move | None = None
    beside: list[Move] = field(default_factory=list)
    others: list[Move] = field(default_factory=list)
    ending: list[Move] = field(default_factory=list)
    button: str = ""
    warning: str = ""
    look: int | None = None
    is_over: bool = False


def next_step(scene: Scene) -> Next:
    """Return the panel of this officer."""
    moves = offered(scene)
    panel = _told(scene, moves)
    shown = {panel.first, *panel.beside}
    rest = [move for move in moves if move not in shown]
    panel.others = [move for move in rest if not move.dangerous]
    panel.ending = [move for move in rest if move.dangerous]
    return panel


def _told(scene: Scene, moves: list[Move]) -> Next:
    by_verb = {move.verb: move for move in moves}
    first = next((by_verb[verb] for verb in _FIRST if verb in by_verb), None)
    if first is not None:
        return _SAY[first.verb](scene, first)
    if "complete_step" in by_verb:
        return _of_step(scene, by_verb)
    return _waiting(scene)


def _plain(text: str, scene: Scene, move: Move) -> Next:
    return Next(str(move.title), text or str(move.help), move)


def _transfer(scene: Scene, move: Move) -> Next:
    following = _following(scene, scene.open_steps)
    to = " · ".join(dict.fromkeys(role_words(step.role) for step in following)) or _("người giải quyết")
    names = [short_title(step.name) for step in following]
    text = _("Bước sau: %(steps)s.") % {"steps": "; ".join(names)} if names else ""
    return Next(_("Chuyển cho %(to)s") % {"to": to}, text, move)


def _sign(scene: Scene, move: Move) -> Next:
    if scene.dossier.result is None:
        return Next(_("Ký và chuyển tiếp"), _("Bước này không có dự thảo kết quả để ký."), move)
    text = _("%(paper)s do %(name)s soạn. Xem bản dự thảo, rồi ký.") % {
        "paper": called(scene.dossier.result), "name": scene.dossier.result.issued_by,
    }  # fmt: skip
    title = _("Ký %(paper)s") % {"paper": _lower(called(scene.dossier.result))}
    return Next(title, text, move, look=scene.dossier.result.pk)


def _return(scene: Scene, move: Move) -> Next:
    dossier = scene.dossier
    what = _lower(called(dossier.result)) if dossier.result else _("kết quả")
    text = _("Người nộp chọn nhận: %(way)s.") % {"way": str(Channel(dossier.return_channel).label).lower()}
    if dossier.return_address:
        text = _("%(text)s Nơi nhận: %(address)s.") % {"text": text, "address": dossier.return_address}
    warning = ""
    if dossier.bill is not None and dossier.bill.is_unknown:
        warning = _("Chưa có mức thu của tỉnh. Nhập mức thu, tính lại phí rồi mới trả được.")
    elif dossier.bill is not None and dossier.bill.owed_vnd:
        warning = _("Còn phải thu %(owed)s trước khi trả.") % {"owed": vnd(dossier.bill.owed_vnd)}
    title = _("Trả %(what)s") % {"what": what}
    return Next(title, text, move, warning=warning, look=dossier.result_id)


def _payment(scene: Scene, move: Move) -> Next:
    pause = next((pause for pause in reversed(scene.pauses) if pause.ended_at is None), None)
    text = str(move.help)
    if pause is not None:
        text = _("%(reason)s, từ %(since)s. %(help)s") % {
            "reason": pause.reason.rstrip("."), "since": instant(pause.began_at, now=scene.now), "help": move.help,
        }  # fmt: skip
    return Next(str(move.title), text, move)


_SAY: dict[str, Callable[[Scene, Move], Next]] = {
    "accept": partial(_plain, ""),
    "accept_completed": partial(_plain, ""),
    "take_supplement": partial(_plain, ""),
    "transfer": _transfer,
    "sign_result": _sign,
    "return_result": _return,
    "confirm_payment": _payment,
}


def _of_step(scene: Scene, by_verb: dict[str, Move]) -> Next:
    """Work on a step: first the draft where a signature comes next, then the step itself."""
    done, draft = by_verb["complete_step"], by_verb.get("draft_result")
    mine = [step for step in scene.my_steps if step.kind not in {StepKind.SIGN, StepKind.FINANCIAL}]
    title = "; ".join(dict.fromkeys(short_title(step.name) for step in mine))
    following = _following(scene, mine)
    to_sign = any(step.kind == StepKind.SIGN for step in following)
    after = _("Xong thì chuyển cho %(whom)s.") % {
        "whom": " · ".join(dict.fromkeys(role_words(step.role) for step in following))
    } if following else ""  # fmt: skip
    if to_sign and draft is not None and scene.dossier.result is None:
        text = _("Soạn kết quả trước, rồi trình lãnh đạo ký.")
        return Next(title, text, draft, beside=[done], button=str(draft.title))
    if to_sign:
        button = _("Trình lãnh đạo ký")
        return Next(title, after, done, beside=[draft] if draft else [], button=button)
    posting = [step.due_at for step in mine if step.kind == StepKind.POSTING and step.due_at]
    warning = ""
    if posting and max(posting) > scene.now:
        warning = _("Niêm yết đến %(due)s, chưa hết thời gian.") % {
            "due": instant(max(posting), now=scene.now)
        }
    sealing = any(step.role == Role.RECORDS_CLERK for step in mine)
    button = _("Đóng dấu xong, chuyển về Một cửa") if sealing else ""
    return Next(title, after, done, button=button, warning=warning)


def _following(scene: Scene, steps: list[StepRun]) -> list[StepRun]:
    """The steps that wait for these."""
    keys = {step.key for step in steps}
    if scene.dossier.case is None:
        return []
    after = {one.key for one in scene.dossier.case.version.steps.steps if keys & set(one.after)}
    return [step for step in scene.steps if step.key in after and step.state == StepState.WAITING]


def _waiting(scene: Scene) -> Next:
    """Nothing for this officer to do: who has it, and why."""
    dossier = scene.dossier
    state = State(dossier.state)
    if state in FINAL:
        title, text = _over(dossier)
        return Next(title, text, is_over=True)
    if state == State.REGISTERED:
        return Next(_("Chờ Một cửa tiếp nhận"), _("Người dân đã nộp, chưa có ngày hẹn."))
    if state == State.SUPPLEMENT_REQUESTED:
        return Next(
            _("Chờ người nộp bổ sung giấy tờ"),
            _("Thời hạn đang dừng. Một cửa nhận bổ sung khi người nộp mang tới."),
        )
    if state == State.PROCESSED:
        return Next(_("Chờ Một cửa trả kết quả"), _("Kết quả đã có, người dân chưa nhận."))
    names = "; ".join(who(step) for step in scene.open_steps)
    return Next(
        _("Đang chờ %(who)s") % {"who": names or _("người khác")},
        _("Bạn chưa phải làm gì."),
        warning=_received_it(scene),
    )


def _received_it(scene: Scene) -> str:
    """Who received a dossier does not sign it: say so to a leader who did."""
    signing = any(step.kind == StepKind.SIGN for step in scene.open_steps)
    own = scene.dossier.accepted_by_id == scene.officer.account_id
    if signing and own and scene.officer.has(Role.COMMUNE_LEADER):
        return _("Bạn đã tiếp nhận hồ sơ này nên không ký được. Người nhận và người ký phải khác nhau.")
    return ""


def _over(dossier: Dossier) -> tuple[str, str]:
    match State(dossier.state):
        case State.RETURNED:
            words = {"name": dossier.returned_to, "way": str(Channel(dossier.return_channel).label).lower()}
            return _("Đã trả kết quả"), _("%(name)s nhận %(way)s. Hồ sơ đã xong.") % words
        case State.NOT_ACCEPTED:
            return _("Đã từ chối tiếp nhận"), _("Lý do và căn cứ ghi trong phiếu mẫu 03.")
        case State.WITHDRAWN:
            return _("Người nộp đã rút hồ sơ"), _("Hồ sơ kết thúc, không có kết quả.")
    return _("Đã dừng giải quyết"), _("Lý do và căn cứ ghi trong nhật ký.")


def _lower(name: str) -> str:
    return f"{name[0].lower()}{name[1:]}"
