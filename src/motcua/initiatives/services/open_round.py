from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.initiatives import rules
from motcua.initiatives.authority import require_unit_of
from motcua.initiatives.events import RoundOpened
from motcua.initiatives.models import Round
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


class AlreadyOpened(Refusal):
    """The unit has its round of that year."""


@transaction.atomic
def open_round(
    *,
    year: int,
    opens_on: date,
    closes_on: date,
    by: Officer,
    at: datetime,
    note: str = "",
    unit_id: int | None = None,
) -> Round:
    """Open the yearly registration (đợt đăng ký sáng kiến) for a unit and those below it.

    Raises:
        AlreadyOpened, WrongDay, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=unit_id or by.unit_id)
    require_unit_of(by, "open_round", unit)
    rules.require_round(opens_on=opens_on, closes_on=closes_on)
    if Round.objects.filter(unit=unit, year=year).exists():
        raise AlreadyOpened(_("Đơn vị đã mở đợt đăng ký của năm %(year)d.") % {"year": year}, field="year")
    opened = Round.objects.create(
        unit=unit,
        year=year,
        opens_on=opens_on,
        closes_on=closes_on,
        note=note.strip(),
        opened_at=at,
        opened_by_id=by.account_id,
    )
    record(opened, "open", by=by, at=at)
    announce(RoundOpened(round_id=opened.pk, unit_id=unit.pk, year=year, closes_on=closes_on))
    return opened
