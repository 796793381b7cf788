from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.refusals import require_words
from motcua.kernel.vietnamese import search_form
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.oversight import rules
from motcua.oversight.acting import record_round
from motcua.oversight.authority import require_keeper
from motcua.oversight.award_states import FINAL
from motcua.oversight.models import AwardRound


@transaction.atomic
def open_round(
    *, title: str, period: str, by: Officer, at: datetime, unit_id: int | None = None
) -> AwardRound:
    """Open a round of commendations (đợt khen thưởng).

    Args:
        title: what for, as it goes on after “có thành tích xuất sắc trong”: công tác cải cách hành chính năm 2020.
        period: the year or time that it looks at: năm 2020.
        unit_id: whose chair commends; the officer's unit when None.
    Raises:
        NamedTwice: a round for the same is still open.
        Incomplete, UnitNotThere, NotAllowed: as their sentences say.
    """
    # The unit is locked, so that a second click waits and then finds the round of the first.
    unit = Unit.objects.select_for_update().get(pk=unit_id or by.unit_id)
    require_keeper(by, "open_round", unit)
    rules.require_there(unit, on=timezone.localdate(at))
    title = require_words(title, _("Ghi khen về việc gì."), field="title")
    period = require_words(period, _("Ghi năm hoặc giai đoạn xét khen."), field="period")
    _require_new(unit, title)
    row = AwardRound.objects.create(
        unit=unit,
        title=title,
        period=period,
        opened_at=at,
        opened_by_id=by.account_id,
    )
    record_round(row, "open_round", by=by, at=at)
    return row


def _require_new(unit: Unit, title: str) -> None:
    """Two rounds for the same at a time would be voted on twice; a second click would open one."""
    going_on = AwardRound.objects.filter(unit=unit).exclude(state__in=FINAL)
    known = next((one for one in going_on if search_form(one.title) == search_form(title)), None)
    if known is not None:
        raise rules.NamedTwice(_("Đợt khen “%(title)s” đang mở rồi.") % {"title": known.title}, field="title")
