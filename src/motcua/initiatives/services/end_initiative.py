from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.initiatives import rules
from motcua.initiatives.acting import WrongState, advance, take
from motcua.initiatives.models import Initiative, Review
from motcua.organisation.access import Officer, require
from motcua.organisation.roles import LEADERS


@transaction.atomic
def pause_initiative(*, initiative_id: int, reason: str, by: Officer, at: datetime) -> Initiative:
    """Let a model rest (tạm dừng), saying why.

    Raises:
        Incomplete, WrongState, NotAllowed: as their sentences say.
    """
    initiative = take("pause", initiative_id=initiative_id, by=by)
    return advance(initiative, "pause", by=by, at=at, reason=rules.require_reason(reason))


@transaction.atomic
def resume_initiative(*, initiative_id: int, by: Officer, at: datetime) -> Initiative:
    """Take a paused model up again.

    Raises:
        WrongState, NotAllowed: as their sentences say.
    """
    return advance(take("resume", initiative_id=initiative_id, by=by), "resume", by=by, at=at)


@transaction.atomic
def refuse_recognition(*, initiative_id: int, reason: str, by: Officer, at: datetime) -> Initiative:
    """Do not recognise what the council proposed (không công nhận), as the unit's leader, saying why.

    Raises:
        Incomplete, WrongState, NotAllowed: as their sentences say.
    """
    initiative = take("reject", initiative_id=initiative_id, by=by)
    require(by, *sorted(LEADERS))
    if not Review.objects.filter(initiative=initiative, concluded_at__isnull=False).exists():
        raise WrongState(_("Hội đồng chưa kết luận sáng kiến này."))
    return advance(initiative, "reject", by=by, at=at, reason=rules.require_reason(reason))


@transaction.atomic
def end_initiative(*, initiative_id: int, reason: str, by: Officer, at: datetime) -> Initiative:
    """End a model for good (kết thúc), or withdraw a draft; the law may have made it needless.

    Raises:
        Incomplete, WrongState, NotAllowed: as their sentences say.
    """
    initiative = take("end", initiative_id=initiative_id, by=by)
    return advance(initiative, "end", by=by, at=at, reason=rules.require_reason(reason))
