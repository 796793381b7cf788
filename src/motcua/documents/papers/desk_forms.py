"""The desk's own forms (Thông tư 03/2025/TT-VPCP, Phụ lục I: mẫu 01, 02, 03, 06)."""

from datetime import date, datetime
from typing import Literal

from motcua.documents.papers.content import Applicant, Content, Part
from motcua.documents.papers.qr import qr_svg
from motcua.kernel.vietnamese import vnd


class ReceivedPaper(Part, frozen=True, kw_only=True):
    """One paper taken in; ``kind`` is the Vietnamese word for the copy: bản chính, bản sao chứng thực…"""

    paper_name: str
    kind: str
    quantity: int = 1


class ReceptionSlip(Applicant, frozen=True, kw_only=True):
    """Mẫu 01: giấy tiếp nhận hồ sơ và hẹn trả kết quả. ``follow_url`` is what the QR opens.

    ``fee_vnd`` None: nothing is said of money; ``fee_note`` replaces the amount, for example a ground of exemption.
    """

    dossier_code: str
    follow_url: str
    components: list[ReceivedPaper]
    sets: int
    statutory_time: str
    received_at: datetime
    due_at: datetime
    return_place: str
    book_no: str
    book_seq: int
    officer_name: str
    procedure_code: str = ""
    fee_vnd: int | None = None
    fee_note: str = ""
    lookup_note: str = ""

    def derived(self) -> dict[str, str]:
        amount = "" if self.fee_vnd is None else vnd(self.fee_vnd)
        return {"qr": qr_svg(self.follow_url), "fee": self.fee_note or amount}


class MissingPaper(Part, frozen=True, kw_only=True):
    """One thing to bring or mend, with how many of each kind of copy."""

    component: str
    original: int = 0
    certified_copy: int = 0
    plain_copy: int = 0


class SupplementRequest(Applicant, frozen=True, kw_only=True):
    """Mẫu 02: phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. ``contact`` is a person with a telephone number."""

    missing: list[MissingPaper]
    reason: str
    contact: str
    officer_name: str
    dossier_code: str = ""
    deadline: date | None = None


class RefusalSlip(Applicant, frozen=True, kw_only=True):
    """Mẫu 03: phiếu từ chối tiếp nhận giải quyết hồ sơ. ``reason`` names the legal ground."""

    reason: str
    officer_name: str
    dossier_code: str = ""
    appeal_note: str = ""


class Hop(Part, frozen=True, kw_only=True):
    """One hand-over; ``from_signature`` and ``to_signature`` are the names of those who gave and took."""

    from_unit: str
    to_unit: str
    handed_at: datetime
    from_signature: str = ""
    to_signature: str = ""
    result: Literal["", "early", "on_time", "late"] = ""
    remark: str = ""


class ControlSlip(Content, frozen=True, kw_only=True):
    """Mẫu 06: phiếu kiểm soát quá trình giải quyết hồ sơ."""

    desk: str
    dossier_code: str
    hops: list[Hop]
    procedure_name: str = ""
    solving_agency: str = ""
