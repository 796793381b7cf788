from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.dossiers import clock, pausing
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.services.refuse import require_reason
from motcua.dossiers.states import PauseKind
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import vnd
from motcua.organisation.access import Officer
from motcua.process.services import pause_case


class WrongAmount(Refusal):
    """A financial duty is a whole number of đồng above nothing."""


@transaction.atomic
def ask_payment(
    *,
    dossier_id: int,
    amount_vnd: int,
    reason: str,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Announce a financial duty (nghĩa vụ tài chính) beside the workflow's own step; the wait is left out of the limit.

    The duty is paid to the treasury by another body's notice; it is no fee of this office.
    """
    require_reason(reason)
    if amount_vnd <= 0:
        raise WrongAmount(_("Số tiền phải lớn hơn 0 đồng."), field="amount_vnd")
    moving = take("ask_payment", dossier_id=dossier_id, by=by, at=at, revision=revision)
    dossier = moving.dossier
    if pausing.open_pause(dossier) is None:
        words = {"reason": reason.strip(), "amount": vnd(amount_vnd)}
        pausing.begin_pause(
            moving, PauseKind.FINANCIAL, mode=clock.RESUME, reason=_("%(reason)s: %(amount)s") % words
        )
    assert dossier.case_id is not None
    dossier.case = pause_case(case_id=dossier.case_id, at=at)
    moving.go("ask_payment")
    moving.record("ask_payment", amount_vnd=amount_vnd, reason=reason.strip())
    return dossier
