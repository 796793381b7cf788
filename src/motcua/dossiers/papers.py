"""What the desk's papers say about a dossier; ``documents`` numbers and prints them."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.documents.papers.desk_forms import (
    ControlSlip,
    Hop,
    MissingPaper,
    ReceivedPaper,
    ReceptionSlip,
    RefusalSlip,
    SupplementRequest,
)
from motcua.dossiers.inputs import ComponentInput, SupplementInput
from motcua.dossiers.models import Dossier, DossierComponent
from motcua.dossiers.models.papers import CopyKind
from motcua.dossiers.states import Channel
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role
from motcua.payments.models import Bill
from motcua.process.models import StepRun
from motcua.process.queries import steps_of
from motcua.process.states import StepState

#: From this day the desk is a public service centre (NĐ 118/2025/NĐ-CP); before, a section of the office.
_CENTRES_SINCE = date(2025, 7, 1)


def agency_name(unit: Unit) -> str:
    """The office in whose name papers go out: ``Ủy ban nhân dân xã An Thạnh``."""
    if unit.level == Level.DIVISION:
        return unit.name
    return _("Ủy ban nhân dân %(unit)s") % {"unit": unit.name_in_sentence}


def desk_name(unit: Unit, *, on: date) -> str:
    """What the one-stop desk of a unit is called on a day."""
    words = {"unit": unit.name_in_sentence}
    if on >= _CENTRES_SINCE:
        return _("Trung tâm Phục vụ hành chính công %(unit)s") % words
    return _("Bộ phận Tiếp nhận và Trả kết quả %(unit)s") % words


def follow_url(dossier: Dossier) -> str:
    """The address behind the receipt's QR."""
    return f"{settings.PUBLIC_URL.rstrip('/')}/theo-doi/{dossier.follow_token}/"


def limit_words(dossier: Dossier) -> str:
    """The time limit as the receipt states it; days promised without a legal total name their reason."""
    limit = TimeLimit(dossier.limit_value or 0, TimeUnit(dossier.limit_unit))
    if dossier.limit_reason:
        return _("%(limit)s (%(reason)s)") % {"limit": limit.in_words, "reason": dossier.limit_reason}
    return limit.in_words


def return_place(dossier: Dossier, *, on: date) -> str:
    """Where and how the result reaches its owner."""
    words = {"address": dossier.return_address, "desk": desk_name(dossier.received_unit, on=on)}
    match dossier.return_channel:
        case Channel.POSTAL:
            return _("Qua bưu chính, tại %(address)s") % words
        case Channel.HOME:
            return _("Tại nhà: %(address)s") % words
        case Channel.MOBILE:
            return _("Tại điểm phục vụ lưu động")
        case Channel.ONLINE:
            return _("Bản điện tử, gửi về tài khoản của người nộp")
    return words["desk"]


def given_papers(
    definition: ProcedureDefinition, components: Iterable[ComponentInput]
) -> list[ReceivedPaper]:
    """The receipt's table, from what has just come in."""
    names = {document.id: document.name_vi for document in definition.documents}
    return [
        ReceivedPaper(
            paper_name=names[given.component_id],
            kind=str(CopyKind(given.copy_kind).label),
            quantity=given.quantity,
        )
        for given in components
    ]


def kept_papers(components: Iterable[DossierComponent]) -> list[ReceivedPaper]:
    """The receipt's table, from what is in the dossier already."""
    return [
        ReceivedPaper(paper_name=row.name, kind=str(CopyKind(row.copy_kind).label), quantity=row.quantity)
        for row in components
    ]


def _head(dossier: Dossier, *, on: date) -> dict[str, Any]:
    """The head of the desk's papers."""
    person, unit = dossier.applicant, dossier.received_unit
    return {
        "agency": agency_name(unit),
        "place": unit.short_name,
        "desk": desk_name(unit, on=on),
        "applicant_name": dossier.applicant_name,
        "applicant_id": person.personal_id,
        "applicant_address": dossier.contact_address,
        "applicant_phone": dossier.contact_phone,
        "applicant_email": person.email,
        "procedure_name": dossier.version.name,
        "dossier_code": dossier.code,
    }


def reception_slip(
    dossier: Dossier, *, received: list[ReceivedPaper], bill: Bill | None, officer_name: str, at: datetime
) -> ReceptionSlip:
    """Mẫu 01: giấy tiếp nhận hồ sơ và hẹn trả kết quả."""
    on = timezone.localdate(at)
    assert dossier.due_at is not None
    assert dossier.book_sequence is not None
    return ReceptionSlip(
        **_head(dossier, on=on),
        follow_url=follow_url(dossier),
        components=received,
        sets=dossier.sets,
        statutory_time=limit_words(dossier),
        received_at=at,
        due_at=dossier.due_at,
        return_place=return_place(dossier, on=on),
        book_no=dossier.book_number,
        book_seq=dossier.book_sequence,
        officer_name=officer_name,
        procedure_code=dossier.version.definition.code,
        fee_vnd=bill.total_vnd if bill else None,
        fee_note=_fee_note(bill),
        lookup_note=_lookup_note(dossier.received_unit),
    )


def _fee_note(bill: Bill | None) -> str:
    if bill is None:
        return _("Không thu")
    if bill.exempt_ground:
        return _("Miễn: %(ground)s") % {"ground": bill.exempt_ground}
    return _("Theo mức của Hội đồng nhân dân cấp tỉnh") if bill.is_unknown else ""


def _lookup_note(unit: Unit) -> str:
    if unit.phone:
        return _("Quét mã QR để theo dõi hồ sơ, hoặc gọi %(phone)s.") % {"phone": unit.phone}
    return _("Quét mã QR để theo dõi hồ sơ.")


def supplement_request(
    dossier: Dossier,
    *,
    items: Iterable[SupplementInput],
    respond_by: date | None,
    officer: Officer,
    at: datetime,
) -> SupplementRequest:
    """Mẫu 02: phiếu yêu cầu bổ sung, with everything that is missing at once."""
    names = {document.id: document.name_vi for document in dossier.version.definition.documents}
    rows = list(items)
    return SupplementRequest(
        **_head(dossier, on=timezone.localdate(at)),
        missing=[_missing(names[item.component_id], item.copy_kind) for item in rows],
        reason="; ".join(dict.fromkeys(clean(item.reason) for item in rows)),
        contact=", ".join(filter(None, [officer.name, dossier.received_unit.phone])),
        officer_name=officer.name,
        deadline=respond_by,
    )


def _missing(name: str, copy_kind: str) -> MissingPaper:
    return MissingPaper(
        component=name,
        original=int(copy_kind in {CopyKind.ORIGINAL, CopyKind.ELECTRONIC, CopyKind.DATA}),
        certified_copy=int(copy_kind == CopyKind.CERTIFIED),
        plain_copy=int(copy_kind == CopyKind.COPY),
    )


def refusal_slip(
    dossier: Dossier, *, reason: str, legal_ground: str, officer_name: str, at: datetime
) -> RefusalSlip:
    """Mẫu 03: phiếu từ chối tiếp nhận giải quyết hồ sơ, with its legal ground."""
    return RefusalSlip(
        **_head(dossier, on=timezone.localdate(at)),
        reason=_("%(reason)s Căn cứ: %(ground)s.")
        % {"reason": _sentence(reason), "ground": clean(legal_ground).rstrip(".")},
        officer_name=officer_name,
        appeal_note=_("Không đồng ý, ông (bà) có quyền phản ánh, khiếu nại tới %(agency)s.")
        % {"agency": agency_name(dossier.received_unit)},
    )


def _sentence(text: str) -> str:
    return f"{clean(text).rstrip('.')}."


def control_slip(dossier: Dossier, *, at: datetime) -> ControlSlip:
    """Mẫu 06: phiếu kiểm soát quá trình giải quyết, one line for each hand-over so far."""
    assert dossier.case is not None
    begun = [step for step in steps_of(dossier.case) if step.entered_at is not None]
    begun.sort(key=lambda step: (step.entered_at, step.position, step.turn))
    return ControlSlip(
        agency=agency_name(dossier.received_unit),
        place=dossier.received_unit.short_name,
        desk=desk_name(dossier.received_unit, on=timezone.localdate(at)),
        dossier_code=dossier.code,
        procedure_name=dossier.version.name,
        solving_agency=agency_name(dossier.unit),
        hops=[_hop(giver, taker) for giver, taker in pairwise(begun)],
    )


def _hop(giver: StepRun, taker: StepRun) -> Hop:
    """One hand-over: whether the giver was early, on time or late for its own step."""
    assert taker.entered_at is not None
    return Hop(
        from_unit=str(Role(giver.role).label),
        to_unit=str(Role(taker.role).label),
        handed_at=taker.entered_at,
        from_signature=str(giver.finished_by or ""),
        to_signature=str(taker.finished_by or taker.assignee or ""),
        result=_punctuality(giver),
        remark=giver.note if giver.state == StepState.SENT_BACK else "",
    )


def _punctuality(step: StepRun) -> Any:
    if step.finished_at is None or step.due_at is None:
        return ""
    if step.finished_at > step.due_at:
        return "late"
    return "on_time" if timezone.localdate(step.finished_at) == timezone.localdate(step.due_at) else "early"
