from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from motcua.directives import printing, rules
from motcua.directives.acting import take_draft
from motcua.directives.events import DirectiveIssued
from motcua.directives.line import require_in_line
from motcua.directives.models import Directive, Task
from motcua.directives.numbering import take_number
from motcua.directives.services.assign_task import begin
from motcua.directives.states import State
from motcua.documents.models import Paper
from motcua.documents.services import issue_signed
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.organisation.access import Officer


@transaction.atomic
def issue_directive(
    *, directive_id: int, by: Officer, at: datetime, revision: int | None = None
) -> Directive:
    """Sign and issue a directive (ký, ban hành): number from the unit's book, paper, tasks assigned, in one act.

    Args:
        revision: what the signer's screen showed; a draft changed meanwhile is not signed unseen.
    Raises:
        Incomplete, UnitNotThere, WrongDay, OutOfLine: the draft is not ready that day.
        AlreadyIssued, ChangedMeanwhile, NotAllowed: as their sentences say.
    """
    directive = take_draft("issue", directive_id=directive_id, by=by, revision=revision)
    on = timezone.localdate(at)
    tasks = printing.in_order(directive.tasks.select_related("lead_unit"))
    rules.require_ready(directive, tasks, on=on)
    require_in_line(directive, [task.lead_unit_id for task in tasks], on=on)
    number = take_number(directive, on=on)
    directive.number, directive.book_number, directive.book_sequence = (
        number.text, number.book_no, number.sequence,
    )  # fmt: skip
    directive.signer_name = by.name
    directive.signer_title = directive.signer_title or by.rank
    directive.paper = _sign(directive, tasks, by=by, at=at, on=on)
    directive.state = State.ISSUED
    directive.issued_on, directive.issued_at, directive.issued_by_id = on, at, by.account_id
    directive.save()
    announce_issue(directive, "issue", by=by, at=at)
    for task in tasks:
        begin(task, by=by, at=at)
    return directive


def _sign(directive: Directive, tasks: list[Task], *, by: Officer, at: datetime, on: date) -> Paper:
    """Draw up the paper and sign it for the unit in whose name it goes out."""
    return issue_signed(
        kind=directive.kind,
        unit_id=directive.issuer_id,
        subject=directive.stream,
        data=printing.content_of(directive, tasks, on=on),
        by=by,
        at=at,
    )


def announce_issue(directive: Directive, verb: str, *, by: Officer, at: datetime) -> None:
    """Enter and announce that a directive holds."""
    assert directive.issued_on is not None
    recipients = tuple(directive.recipients.order_by("pk").values_list("unit_id", flat=True))
    entry = record(directive, verb, by=by, at=at, recipients=recipients, signer=directive.signer_name)
    announce(
        DirectiveIssued(
            directive_id=directive.pk,
            sequence=entry.sequence,
            at=at,
            kind=directive.kind,
            number=directive.number,
            issued_on=directive.issued_on,
            keeper_id=directive.keeper_id,
            recipient_ids=recipients,
        )
    )
