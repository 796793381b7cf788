"""The acts of the dossier page: which address, which words, which form, which service. One row an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import services
from motcua.dossiers.access import may
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import FINAL
from motcua.organisation.access import Officer
from motcua.process.access import may_assign
from motcua.process.definitions import COUNTER
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.forms import moves, moves_ends, moves_files, moves_money, moves_papers
from motcua.surfaces.desk.forms.moves import MoveForm
from motcua.surfaces.desk.forms.moves_results import draft_form

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Act = Callable[..., Any]


@dataclass(frozen=True)
class Move:
    """One act.

    Args:
        verb: as the domain says it; ``slug``: as the address says it.
        title: heading of its form; ``button``: what the officer presses; ``help``: what it does, in a sentence.
        act: the service; it takes dossier_id, by, at, revision and the words of the form.
        dangerous: it ends something, so its button is not the colour of the usual next step.
    """

    verb: str
    slug: str
    title: StrOrPromise
    button: StrOrPromise
    form: Callable[..., MoveForm]
    act: Act
    icon: str = "check"
    help: StrOrPromise = ""
    dangerous: bool = False


def _unseen(act: Act) -> Act:
    """Acts that overwrite nothing never meet an older screen."""

    def inner(*, revision: int | None, **words: Any) -> Any:
        return act(**words)

    return inner


@transaction.atomic
def _return(
    *, dossier_id: int, owed_vnd: int, by: Officer, at: datetime, revision: int | None, method: str = "",
    **words: Any,
) -> Dossier:  # fmt: skip
    """Collect what is owed, then hand the result over; both or neither."""
    if owed_vnd:
        paid = services.collect_fee(
            dossier_id=dossier_id, amount_vnd=owed_vnd, method=method, by=by, at=at, revision=revision
        )
        revision = paid.revision
    return services.return_result(dossier_id=dossier_id, by=by, at=at, revision=revision, **words)


MOVES: dict[str, Move] = {
    move.slug: move
    for move in (
        Move("accept", "tiep-nhan", _("Tiếp nhận hồ sơ"), _("Tiếp nhận, hẹn ngày trả"), moves_papers.PromisedDays,
             services.accept_registered, "inbox", _("Giấy tờ đã đủ. Thời hạn tính từ lúc này, có giấy hẹn để in.")),
        Move("accept_completed", "nhan-ho-so-da-du", _("Tiếp nhận hồ sơ đã đủ"), _("Tiếp nhận, hẹn ngày trả"),
             moves_papers.AcceptCompleted, services.accept_completed, "inbox",
             _("Người nộp đã mang đủ giấy tờ. Thời hạn tính từ lúc này.")),
        Move("transfer", "chuyen", _("Chuyển giải quyết"), _("Chuyển giải quyết"), moves.Transfer,
             services.transfer, "send"),
        Move("complete_step", "xong-buoc", _("Làm xong bước này"), _("Xong bước này"), moves.CompleteStep,
             services.complete_step, "check"),
        Move("draft_result", "soan-ket-qua", _("Soạn kết quả"), _("Lưu dự thảo"), draft_form,
             services.draft_result, "file-pen", _("Điền sẵn từ tờ khai. Xem bản in trước rồi lưu, trình lãnh đạo ký.")),
        Move("sign_result", "ky", _("Ký kết quả"), _("Ký kết quả"), moves.Confirm, services.sign_result, "signature",
             _("Xem bản dự thảo trước khi ký. Ký rồi thì không sửa được nữa.")),
        Move("record_result", "ghi-ket-qua", _("Ghi kết quả của nơi khác gửi về"), _("Lưu kết quả"),
             moves_files.RecordResult, services.record_result, "file-check"),
        Move("take_supplement", "nhan-bo-sung", _("Nhận giấy tờ bổ sung"), _("Nhận bổ sung, tính tiếp thời hạn"),
             moves_papers.TakePapers, services.take_supplement, "clipboard-check",
             _("Đánh dấu từng giấy đã nhận. Nhận đủ thì thời hạn chạy lại.")),
        Move("confirm_payment", "xac-nhan-nop-tien", _("Xác nhận đã nộp tiền"), _("Xác nhận đã nộp tiền"),
             moves_money.ConfirmPayment, services.confirm_payment, "banknote",
             _("Người dân nộp tiền ở kho bạc hoặc ngân hàng. Xác nhận rồi thì thời hạn chạy tiếp.")),
        Move("return_result", "tra-ket-qua", _("Trả kết quả"), _("Trả kết quả"), moves_ends.ReturnResult,
             _return, "package-check"),
        Move("collect_fee", "thu-phi", _("Thu phí, lệ phí"), _("Thu tiền, lập biên lai"), moves_money.CollectFee,
             services.collect_fee, "hand-coins"),
        Move("cancel_fee", "hoan-phi", _("Hủy biên lai, hoàn tiền"), _("Hoàn tiền, hủy biên lai"),
             moves_money.CancelReceipt, services.cancel_fee, "rotate-ccw",
             _("Biên lai cũ vẫn giữ, có phiếu hoàn trả ghi lý do."), dangerous=True),
        Move("reassess_fee", "tinh-lai-phi", _("Tính lại phí, lệ phí"), _("Tính lại phí"), moves.Confirm,
             services.reassess_fee, "refresh-cw",
             _("Tính lại theo mức thu của ngày tiếp nhận, khi đã có mức của tỉnh hoặc đã rõ diện miễn giảm.")),
        Move("ask_supplement", "yeu-cau-bo-sung", _("Yêu cầu bổ sung giấy tờ"), _("Lập phiếu yêu cầu bổ sung"),
             moves_papers.AskSupplement, services.ask_supplement, "clipboard-list",
             _("Ghi đủ một lần, chỉ các giấy trong danh mục của thủ tục. Thời hạn dừng từ lúc lập phiếu (mẫu 02).")),
        Move("send_back", "chuyen-tra-lai", _("Chuyển trả lại bước trước"), _("Chuyển trả lại"), moves.SendBack,
             services.send_back, "undo-2", _("Ngày hẹn với người dân không đổi.")),
        Move("assign", "phan-cong", _("Phân công"), _("Giao việc"), moves.Assign, services.assign, "user-check",
             _("Một người thực hiện; người phối hợp và người theo dõi cùng thấy hồ sơ.")),
        Move("skip_step", "bo-qua-buoc", _("Bỏ qua bước không cần làm"), _("Bỏ qua bước"), moves.SkipStep,
             services.skip_step, "arrow-right"),
        Move("ask_payment", "bao-nop-tien", _("Thông báo nghĩa vụ tài chính"), _("Báo nộp tiền, dừng thời hạn"),
             moves_money.AskPayment, services.ask_payment, "wallet",
             _("Khoản do cơ quan thuế thông báo, nộp vào ngân sách. Thời hạn dừng đến khi nộp xong.")),
        Move("extend_limit", "gia-han", _("Gia hạn để xác minh"), _("Gia hạn"), moves_ends.ExtendLimit,
             services.extend_limit, "calendar-days", _("Chỉ một lần, trong mức mà thủ tục cho phép.")),
        Move("apologise", "xin-loi-hen-lai", _("Xin lỗi và hẹn lại"), _("Ghi thư xin lỗi, hẹn lại"),
             moves_ends.Apologise, services.apologise, "mail",
             _("Báo trước khi trễ. Ngày hẹn đầu vẫn giữ để biết hồ sơ đúng hạn hay trễ.")),
        Move("add_files", "them-tep", _("Thêm tệp vào hồ sơ"), _("Gửi tệp lên"), moves_files.AddFiles,
             _unseen(services.add_files), "upload",
             _("Ảnh chụp hoặc bản quét của giấy tờ đã nhận. Không thay được giấy đã nộp.")),
        Move("note", "ghi-chu", _("Ghi chú vào nhật ký"), _("Lưu ghi chú"), moves.Note,
             _unseen(services.note), "pencil", _("Ghi chú nằm lại trong nhật ký, không sửa hay xóa được.")),
        Move("refuse", "tu-choi", _("Từ chối tiếp nhận"), _("Từ chối, lập phiếu mẫu 03"), moves.GroundedReason,
             services.refuse, "circle-x", _("Người dân nhận phiếu ghi lý do và căn cứ."), dangerous=True),
        Move("withdraw", "rut", _("Rút hồ sơ theo yêu cầu của người nộp"), _("Ghi rút hồ sơ"), moves.Reason,
             services.withdraw, "rotate-ccw", _("Trả lại giấy tờ cho người nộp. Hồ sơ kết thúc tại đây."),
             dangerous=True),
        Move("stop", "dung", _("Dừng giải quyết"), _("Dừng giải quyết"), moves.GroundedReason, services.stop,
             "circle-x", _("Hồ sơ kết thúc mà không có kết quả."), dangerous=True),
    )
}  # fmt: skip
_BY_VERB = {move.verb: move for move in MOVES.values()}


def move_for(verb: str) -> Move:
    return _BY_VERB[verb]


def offered(scene: Scene) -> list[Move]:
    """The acts that are open to the officer now, in the order of the table."""
    verbs = set(scene.verbs)
    working = scene.dossier.state in {"processing", "financial_duty"}
    away = [step for step in scene.open_steps if step.kind not in COUNTER] if working else []
    if any(may_assign(scene.officer, step, account_id=scene.officer.account_id) for step in away):
        verbs.add("assign")
    if any(step.optional for step in scene.my_steps):
        verbs.add("skip_step")
    if may(scene.officer, "add_files", scene.dossier) and scene.dossier.state not in FINAL:
        verbs.add("add_files")
    if scene.refundable and may(scene.officer, "cancel_fee", scene.dossier):
        verbs.add("cancel_fee")
    if not moves.earlier_steps(scene):
        verbs.discard("send_back")
    if "complete_step" in verbs and not moves.plain_steps(scene):
        verbs.discard("complete_step")
    return [move for move in MOVES.values() if move.verb in verbs]
