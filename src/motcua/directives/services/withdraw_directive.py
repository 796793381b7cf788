from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.directives import rules
from motcua.directives.acting import WrongState, lock_directive
from motcua.directives.authority import require_directive
from motcua.directives.events import DirectiveWithdrawn
from motcua.directives.models import Directive
from motcua.directives.services.cancel_task import end
from motcua.directives.states import State
from motcua.directives.task_states import FINAL
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.organisation.access import Officer


@transaction.atomic
def withdraw_directive(*, directive_id: int, reason: str, by: Officer, at: datetime) -> Directive:
    """Withdraw a directive (thu hồi), or give up a draft; its open tasks are cancelled, what is done stays done.

    Raises:
        WrongState: it is withdrawn already.
        Incomplete: without a reason.
    """
    reason = rules.require_reason(reason)
    directive = lock_directive(directive_id)
    require_directive(by, "withdraw", directive)
    if directive.state == State.WITHDRAWN:
        raise WrongState(_("Văn bản này đã thu hồi."))
    for task in directive.tasks.exclude(state__in=FINAL).select_for_update().order_by("pk"):
        end(task, reason=reason, by=by, at=at)
    directive.state = State.WITHDRAWN
    directive.withdrawn_at, directive.withdrawn_by_id = at, by.account_id
    directive.withdrawn_reason = reason[:500]
    directive.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    entry = record(directive, "withdraw", by=by, at=at, reason=reason)
    announce(
        DirectiveWithdrawn(
            directive_id=directive.pk,
            sequence=entry.sequence,
            at=at,
            was_issued=directive.issued_at is not None,
        )
    )
    return directive
