from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Incomplete
from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import record_inspection, take_inspection
from motcua.oversight.inspection_states import State
from motcua.oversight.models import Inspection


@transaction.atomic
def start_inspection(*, inspection_id: int, by: Officer, at: datetime) -> Inspection:
    """Begin an inspection on the spot (bắt đầu kiểm tra); from now on the inspected offices see it.

    Raises:
        Inspection.DoesNotExist: a surprise that is a secret to this officer.
        Incomplete: its decision is not signed yet.
        WrongState, NotAllowed: as their sentences say.
    """
    row = take_inspection("start", inspection_id=inspection_id, by=by)
    if not row.decision_number:
        raise Incomplete(_("Chưa có quyết định lập đoàn kiểm tra. Chờ lãnh đạo ký rồi bắt đầu."))
    row.state = State.STARTED
    row.started_at, row.started_by_id = at, by.account_id
    row.save(update_fields=["state", "started_at", "started_by"])
    record_inspection(row, "start", by=by, at=at)
    return row


@transaction.atomic
def cancel_inspection(*, inspection_id: int, reason: str, by: Officer, at: datetime) -> Inspection:
    """Give up a plan that has not started, with a reason; a surprise stays a secret.

    Raises:
        Incomplete, WrongState, NotAllowed: as their sentences say.
    """
    row = take_inspection("cancel_inspection", inspection_id=inspection_id, by=by)
    row.cancelled_reason = rules.require_reason(reason)
    row.state = State.CANCELLED
    row.closed_at, row.closed_by_id = at, by.account_id
    row.save(update_fields=["state", "cancelled_reason", "closed_at", "closed_by"])
    record_inspection(row, "cancel_inspection", by=by, at=at, reason=row.cancelled_reason)
    return row
