from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.models import BookKind
from motcua.documents.papers.content import Signer
from motcua.documents.services import issue_signed, next_in_book
from motcua.kernel.refusals import require_words
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.oversight import inspection_printing, rules, visit_rules
from motcua.oversight.acting import WrongState, record_inspection, take_inspection
from motcua.oversight.models import Inspection


@transaction.atomic
def decide_inspection(
    *, inspection_id: int, by: Officer, at: datetime, symbol: str = "", signer_authority: str = ""
) -> Inspection:
    """Sign the decision that forms the team (quyết định kiểm tra), numbered in the unit's book; it stays as secret.

    Args:
        symbol: what follows the number; ``QĐ-UBND`` for a People's Committee, to be said for an office.
        signer_authority: ``KT. CHỦ TỊCH`` when a deputy signs.
    Raises:
        Inspection.DoesNotExist: a surprise that is a secret to this officer.
        WrongDay: a visit is planned for a day that is over.
        UnitNotThere, Incomplete, WrongState, NotAllowed: as their sentences say.
    """
    row = take_inspection("decide_inspection", inspection_id=inspection_id, by=by)
    if row.decision_number:
        words = {"number": row.decision_number}
        raise WrongState(_("Cuộc kiểm tra này đã có Quyết định số %(number)s.") % words)
    if row.signer and row.signer_id != by.account_id:
        raise NotAllowed(_("Quyết định này chờ %(name)s ký.") % {"name": row.signer})
    on = timezone.localdate(at)
    rules.require_there(row.unit, on=on)
    _require_ahead(row, on=on)
    row.decision_number = numbered(row.unit, clean(symbol), "QĐ", on=on)
    row.decided_on = on
    signer = signer_of(by, signer_authority)
    row.decision_paper = issue_signed(
        kind="inspection_decision",
        unit_id=row.unit_id,
        subject=row.stream,
        data=inspection_printing.decision_paper(row, on=on, signer=signer),
        by=by,
        at=at,
    )
    row.save(update_fields=["decision_number", "decided_on", "decision_paper"])
    record_inspection(row, "decide_inspection", by=by, at=at, number=row.decision_number)
    return row


def numbered(unit: Unit, symbol: str, kind: str, *, on: date) -> str:
    """Take the next line of the unit's book of outgoing texts for a decision (QĐ) or a notice (TB)."""
    if unit.level == Level.DIVISION:
        sentence = _("Ghi ký hiệu văn bản, ví dụ: %(kind)s-PNV.") % {"kind": kind}
        symbol = require_words(symbol, sentence, field="symbol")
    line = next_in_book(unit_id=unit.pk, kind=BookKind.OUTGOING, on=on)
    return f"{line.seq:02}/{symbol or f'{kind}-UBND'}"


def signer_of(by: Officer, authority: str) -> Signer:
    """Who signs, as the paper names them."""
    return Signer(name=by.name, title=clean(by.rank), authority=clean(authority))


def _require_ahead(row: Inspection, *, on: date) -> None:
    early = row.targets.filter(visit_on__lt=on).select_related("unit").order_by("visit_on", "pk").first()
    if early is not None and early.visit_on is not None:
        words = {"name": early.name, "day": day(early.visit_on), "decided": day(on)}
        raise visit_rules.WrongDay(
            _("Ngày đến %(name)s (%(day)s) trước ngày quyết định (%(decided)s).") % words
        )
