"""Tables: the dossier register (mẫu 07) and the quarterly table II.06a (Thông tư 01/2020/TT-VPCP)."""

from datetime import date

from motcua.documents.papers.content import Content, Part


class RegisterLine(Part, frozen=True, kw_only=True):
    """One dossier in the register, in the columns of mẫu 07."""

    no: int
    dossier_code: str
    procedure_name: str
    sets: int
    applicant: str
    contact: str
    solving_agency: str
    received_on: date
    due_on: date | None = None
    transferred_on: date | None = None
    result_received_on: date | None = None
    returned_on: date | None = None
    return_channel: str = ""
    remark: str = ""


class DossierRegister(Content, frozen=True, kw_only=True):
    """Mẫu 07: sổ theo dõi hồ sơ, one book of one desk."""

    desk: str
    book_no: str
    year: int
    lines: list[RegisterLine]


class SettlementRow(Part, frozen=True, kw_only=True):
    """Columns 2 to 13 of table II.06a, for one field of work or for the total."""

    field: str
    received_total: int
    received_online: int
    received_direct_postal: int
    carried_over: int
    settled_total: int
    settled_early: int
    settled_on_time: int
    settled_late: int
    pending_total: int
    pending_in_time: int
    pending_overdue: int


class SettlementReport(Content, frozen=True, kw_only=True):
    """Biểu II.06a/VPCP/KSTT. ``policy_note`` says where withdrawn, stopped and returned dossiers are counted."""

    unit: str
    period: str
    from_on: date
    to_on: date
    rows: list[SettlementRow]
    total: SettlementRow
    policy_name: str
    policy_note: str
    head_title: str
    receiver: str = ""
    maker_name: str = ""
    head_name: str = ""
