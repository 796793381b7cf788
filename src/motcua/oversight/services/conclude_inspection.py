from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.models import Paper
from motcua.documents.services import issue_signed
from motcua.kernel.refusals import Incomplete, require_words
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.oversight import inspection_printing, rules
from motcua.oversight.acting import record_inspection, take_inspection
from motcua.oversight.inspection_states import State
from motcua.oversight.models import Inspection
from motcua.oversight.services.decide_inspection import numbered, signer_of


@transaction.atomic
def conclude_inspection(
    *,
    inspection_id: int,
    conclusion: str,
    by: Officer,
    at: datetime,
    conclusion_number: str = "",
    symbol: str = "",
    signer_authority: str = "",
) -> Inspection:
    """Conclude an inspection (kết luận kiểm tra) once every office has its minutes; the chair signs the notice.

    Args:
        conclusion_number: of a notice signed on paper; when blank the notice is numbered in the unit's book, signed
            and printed here. What it orders is given by ``give_tasks``.
        symbol: what follows the number; ``TB-UBND`` for a People's Committee, to be said for an office.
        signer_authority: ``KT. CHỦ TỊCH`` when a deputy signs.
    Raises:
        Incomplete: no words, or an office without its minutes.
        UnitNotThere, WrongState, NotAllowed: as their sentences say.
    """
    row = take_inspection("conclude", inspection_id=inspection_id, by=by)
    require_words(conclusion, _("Ghi kết luận kiểm tra."), field="conclusion")
    missing = row.targets.filter(minutes=None).select_related("unit").order_by("pk").first()
    if missing is not None:
        raise Incomplete(_("%(name)s chưa có biên bản kiểm tra.") % {"name": missing.name})
    row.conclusion = conclusion.strip()
    row.conclusion_number = clean(conclusion_number)
    if not row.conclusion_number:
        row.conclusion_paper = _sign(row, symbol, signer_authority, by=by, at=at)
    row.state = State.CONCLUDED
    row.closed_at, row.closed_by_id = at, by.account_id
    row.save(
        update_fields=[
            "conclusion", "conclusion_number", "conclusion_paper", "state", "closed_at", "closed_by",
        ]
    )  # fmt: skip
    record_inspection(row, "conclude", by=by, at=at, number=row.conclusion_number)
    return row


def _sign(row: Inspection, symbol: str, signer_authority: str, *, by: Officer, at: datetime) -> Paper:
    """Number, draw up and sign the notice."""
    on = timezone.localdate(at)
    rules.require_there(row.unit, on=on)
    row.conclusion_number = numbered(row.unit, clean(symbol), "TB", on=on)
    return issue_signed(
        kind="inspection_conclusion",
        unit_id=row.unit_id,
        subject=row.stream,
        data=inspection_printing.conclusion_paper(row, on=on, signer=signer_of(by, signer_authority)),
        by=by,
        at=at,
    )
