"""The page after the last button: what was promised, the paper to hand over, and what comes next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.models import Paper
from motcua.documents.queries import papers_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import moves_for
from motcua.dossiers.states import State
from motcua.kernel.vietnamese import moment, vnd
from motcua.organisation.access import Officer
from motcua.payments.models import Bill, Receipt
from motcua.surfaces.desk.intake_summary import big_day, way_back

_KINDS = {State.SUPPLEMENT_REQUESTED: "form_02", State.NOT_ACCEPTED: "form_03"}


@dataclass(frozen=True, slots=True)
class Ending:
    """What the page says and offers."""

    title: str
    said: str
    day: str
    paper: Paper | None
    paper_words: str
    owed_vnd: int
    fee_words: str
    receipts: list[Receipt]
    way_back: str
    may_collect: bool
    may_transfer: bool


def ending(dossier: Dossier, officer: Officer, now: datetime) -> Ending:
    """Return the end of an intake; a dossier that has gone on since is shown as it stands."""
    kind = _KINDS.get(State(dossier.state), "form_01")
    paper = dossier.receipt if kind == "form_01" else papers_of(dossier.code).filter(kind=kind).last()
    bill = dossier.bill
    owed = bill.owed_vnd if bill and not bill.is_unknown else 0
    moves = moves_for(dossier, officer)
    return Ending(
        title=_titles()[kind],
        said=_said(dossier, kind),
        day=big_day(timezone.localtime(dossier.due_at), now) if dossier.due_at and kind == "form_01" else "",
        paper=paper,
        paper_words=_paper_words()[kind],
        owed_vnd=owed,
        fee_words=_fee_words(bill),
        receipts=list(bill.receipts.order_by("pk")) if bill else [],
        way_back=way_back(dossier.return_channel, dossier.return_address),
        may_collect=bool(owed) and "collect_fee" in moves,
        may_transfer="transfer" in moves,
    )


def _titles() -> dict[str, str]:
    return {
        "form_01": _("Đã nhận hồ sơ"),
        "form_02": _("Đã hướng dẫn bổ sung"),
        "form_03": _("Đã từ chối nhận hồ sơ"),
    }


def _paper_words() -> dict[str, str]:
    return {
        "form_01": _("In giấy hẹn"),
        "form_02": _("In phiếu yêu cầu bổ sung"),
        "form_03": _("In phiếu từ chối"),
    }


def _said(dossier: Dossier, kind: str) -> str:
    if kind == "form_02":
        return _(
            "Đưa phiếu cho người nộp. Khi mang đủ giấy tờ trở lại, mở hồ sơ này để nhận, không phải khai lại."
        )
    if kind == "form_03":
        return _("Đưa phiếu cho người nộp, nói rõ lý do và nơi phản ánh nếu không đồng ý.")
    if dossier.accepted_at is None:
        return ""
    return _("Nhận lúc %(moment)s.") % {"moment": moment(dossier.accepted_at)}


def _fee_words(bill: Bill | None) -> str:
    if bill is None:
        return _("Không thu")
    if bill.is_unknown:
        return _("Chưa có mức do tỉnh quy định, chưa thu được")
    if bill.exempt_ground:
        return _("Miễn: %(ground)s") % {"ground": bill.exempt_ground}
    if bill.total_vnd == 0:
        return _("0 đồng")
    words = {"total": vnd(bill.total_vnd)}
    return _("%(total)s, đã thu") % words if bill.owed_vnd == 0 else _("%(total)s, chưa thu") % words
