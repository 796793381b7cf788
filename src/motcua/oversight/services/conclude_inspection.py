from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import record_inspection, take_inspection
from motcua.oversight.inspection_states import State
from motcua.oversight.models import Inspection


@transaction.atomic
def conclude_inspection(
    *, inspection_id: int, conclusion: str, by: Officer, at: datetime, conclusion_number: str = ""
) -> Inspection:
    """Conclude an inspection (kết luận kiểm tra) once every office has its minutes; the chair does.

    Args:
        conclusion_number: of the notice of conclusion, as signed; what it orders is given by ``give_tasks``.
    Raises:
        Incomplete: no words, or an office without its minutes.
        WrongState, NotAllowed: as their sentences say.
    """
    row = take_inspection("conclude", inspection_id=inspection_id, by=by)
    row.conclusion = rules.require_words(conclusion, _("Ghi kết luận kiểm tra."), field="conclusion")
    missing = row.targets.filter(minutes=None).select_related("unit").order_by("pk").first()
    if missing is not None:
        raise rules.Incomplete(_("%(name)s chưa có biên bản kiểm tra.") % {"name": missing.name})
    row.conclusion_number = clean(conclusion_number)
    row.state = State.CONCLUDED
    row.closed_at, row.closed_by_id = at, by.account_id
    row.save(update_fields=["conclusion", "conclusion_number", "state", "closed_at", "closed_by"])
    record_inspection(row, "conclude", by=by, at=at, number=row.conclusion_number)
    return row
