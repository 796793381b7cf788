from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import WrongState, record_round, take_round
from motcua.oversight.certificates import certificate_of
from motcua.oversight.models import Commendation


@transaction.atomic
def revoke_commendation(*, commendation_id: int, reason: str, by: Officer, at: datetime) -> Commendation:
    """Revoke a certificate of merit (thu hồi bằng khen, giấy khen); its number in the book is never given out again.

    Raises:
        WrongState: it is revoked already.
        Incomplete, NotAllowed: as their sentences say.
    """
    row = Commendation.objects.select_related("decision").get(pk=commendation_id)
    award_round = take_round("revoke", round_id=row.decision.round_id, by=by)
    row.refresh_from_db()
    if row.revoked_at is not None:
        words = {"certificate": certificate_of(row.unit), "code": row.code}
        raise WrongState(_("%(certificate)s số %(code)s đã thu hồi rồi.") % words)
    row.revoked_reason = rules.require_reason(reason)
    row.revoked_at, row.revoked_by_id = at, by.account_id
    row.save(update_fields=["revoked_reason", "revoked_at", "revoked_by"])
    record_round(award_round, "revoke", by=by, at=at, commendation=row.code, reason=row.revoked_reason)
    return row
