from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives.models import Directive
from motcua.initiatives.models import Initiative, SilenceReminder
from motcua.initiatives.queries.matrix import Reported, silent_units
from motcua.initiatives.queries.orders import reminded_on
from motcua.initiatives.replication_events import SilenceReminded
from motcua.initiatives.states import KEEPERS
from motcua.kernel import ledger
from motcua.kernel.outbox import announce
from motcua.kernel.quarters import Quarter
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.models import Unit
from motcua.organisation.sight import sees


class NobodySilent(Refusal):
    """All have spoken, or have been reminded today."""


@transaction.atomic
def remind_silent(
    *, directive_id: int | None, unit_ids: Collection[int], quarter: Quarter, by: Officer, at: datetime,
    reported: Reported = (),
) -> list[SilenceReminder]:  # fmt: skip
    """Remind (nhắc) each unit that is silent about models in a quarter, once a day, of all those models together.

    Args:
        directive_id: only the models of one directive; None: all that the units were told of or took up.
        unit_ids: whom the officer watches over; one outside the officer's sight is refused, one that has ended is
            left in peace.
        reported: pairs of unit and model of which a report was sent.
    Raises:
        NobodySilent: nobody is left to be reminded.
        NotAllowed: not the officer's units or work.
    """
    require(by, *sorted(KEEPERS))
    if not set(unit_ids) <= sees(by):
        raise NotAllowed(_("Chỉ nhắc được đơn vị mình và các đơn vị cấp dưới."))
    directive = Directive.objects.get(pk=directive_id) if directive_id is not None else None
    today = timezone.localdate(at)
    there = Unit.objects.valid(on=today).filter(pk__in=unit_ids).values_list("pk", flat=True)
    silent = silent_units(directive, list(there), quarter, reported=reported)
    owed = {unit: models for unit, models in silent.items() if not reminded_on(unit, quarter, on=today)}
    if silent and not owed:
        raise NobodySilent(_("Các đơn vị đang im đã được nhắc hôm nay. Mai hãy nhắc lại."))
    if not owed:
        raise NobodySilent(
            _("Không còn đơn vị nào im trong %(quarter)s.") % {"quarter": quarter.name_in_sentence}
        )
    return [_remind(unit, models, quarter, by=by, at=at) for unit, models in owed.items()]


def _remind(
    unit_id: int, models: list[Initiative], quarter: Quarter, *, by: Officer, at: datetime
) -> SilenceReminder:
    ids = [model.pk for model in models]
    row = SilenceReminder.objects.create(
        unit_id=unit_id, quarter=str(quarter), initiatives=ids, sent_at=at, sent_by_id=by.account_id
    )
    facts = {"quarter": str(quarter), "initiatives": ids}
    ledger.append(f"silence:{unit_id}", verb="remind", payload=facts, at=at, by_id=by.account_id)
    announce(
        SilenceReminded(
            reminder_id=row.pk, at=at, unit_id=unit_id, quarter=str(quarter), initiative_ids=tuple(ids)
        )
    )
    return row
