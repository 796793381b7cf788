from datetime import datetime

from django.db import transaction

from motcua.directives.access import visible_to
from motcua.directives.acting import lock_directive
from motcua.directives.events import DirectiveReceived
from motcua.directives.models import Directive, Recipient
from motcua.directives.states import State
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.organisation.access import Officer
from motcua.organisation.sight import stands_for


@transaction.atomic
def receive_directive(*, directive_id: int, by: Officer, at: datetime) -> list[Recipient]:
    """Note that the officer's units have opened an issued directive (đã xem); the first time counts.

    Return those that had not seen it before; none for the same officer again, or for one it is not addressed to
    or that does not reach them (see ``access``).
    """
    directive = lock_directive(directive_id)
    if directive.state != State.ISSUED:
        return []
    rows = _unseen(directive, by)
    if not rows or not visible_to(by).filter(pk=directive_id).exists():
        return []
    for row in rows:
        row.received_at, row.received_by_id = at, by.account_id
        row.save(update_fields=["received_at", "received_by"])
        entry = record(directive, "receive", by=by, at=at, unit=row.unit_id)
        announce(
            DirectiveReceived(directive_id=directive.pk, sequence=entry.sequence, at=at, unit_id=row.unit_id)
        )
    return rows


def _unseen(directive: Directive, by: Officer) -> list[Recipient]:
    rows = Recipient.objects.filter(directive=directive, unit__in=stands_for(by), received_at=None)
    return list(rows.order_by("pk"))
