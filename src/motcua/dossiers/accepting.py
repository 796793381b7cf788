"""A dossier is accepted: its limit starts, its fee is known, it enters the book and its process, it has a receipt."""

from django.utils import timezone

from motcua.calendars.queries import calendar_for
from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.queries import clock_policy
from motcua.documents.models import BookKind
from motcua.documents.papers.desk_forms import ReceivedPaper
from motcua.documents.services import issue_paper, next_in_book
from motcua.dossiers import clock, fees, papers
from motcua.dossiers.judging import InvalidIntake, limit_faults
from motcua.dossiers.moving import Moving
from motcua.organisation.access import Officer
from motcua.payments.models import Bill
from motcua.payments.services import assess_bill
from motcua.process.services import ensure_workflow, open_case


def accept(
    moving: Moving,
    verb: str,
    *,
    received: list[ReceivedPaper],
    by: Officer,
    limit_days: int | None = None,
    limit_reason: str = "",
) -> None:
    """Accept the dossier in hand; the caller records it.

    Raises:
        InvalidIntake: the version has no limit of its own, and no days with a reason were promised.
        CalendarNotPublished: the promise would lie beyond the published calendar.
    """
    dossier, at = moving.dossier, moving.at
    on = timezone.localdate(at)
    calendar = calendar_for(dossier.unit_id, on)
    _promise(moving, calendar, limit_days=limit_days, limit_reason=limit_reason)
    workflow = ensure_workflow(version=dossier.version, unit_id=dossier.unit_id, on=on)
    line = next_in_book(unit_id=dossier.received_unit_id, kind=BookKind.DOSSIERS, on=on)
    bill = _bill(moving, by=by)
    moving.change(
        accepted_at=at,
        accepted_by_id=by.account_id,
        book_number=line.book_no,
        book_sequence=line.seq,
        bill=bill,
        case=open_case(
            version=workflow,
            unit_id=dossier.unit_id,
            subject=dossier.ledger_stream,
            holder_id=by.account_id,
            calendar=calendar,
            at=at,
        ),
    )
    slip = papers.reception_slip(dossier, received=received, bill=bill, officer_name=by.name, at=at)
    moving.change(
        receipt=issue_paper(
            kind="form_01", unit_id=dossier.received_unit_id, subject=dossier.code, data=slip, by=by, at=at
        )
    )
    moving.go(verb)


def _promise(moving: Moving, calendar: WorkingCalendar, *, limit_days: int | None, limit_reason: str) -> None:
    """Fix the limit and the due instant from the version, the dated policy and the unit's calendar."""
    dossier, definition = moving.dossier, moving.dossier.version.definition
    rules = clock_policy(timezone.localdate(moving.at)).rules
    errors = dict(
        limit_faults(
            definition,
            channel=dossier.channel,
            case_id=dossier.procedure_case,
            days=limit_days,
            reason=limit_reason,
        )
    )
    if errors:
        raise InvalidIntake(errors)
    own = clock.limit_of(definition, channel=dossier.channel, case_id=dossier.procedure_case, rules=rules)
    limit = own or TimeLimit(limit_days or 0, TimeUnit.WORKING_DAY)
    due_at = clock.due(definition, limit, received=moving.at, rules=rules, calendar=calendar)
    moving.change(
        limit_value=limit.value,
        limit_unit=limit.unit.value,
        limit_reason="" if own else limit_reason.strip(),
        first_due_at=due_at,
        due_at=due_at,
    )


def _bill(moving: Moving, *, by: Officer) -> Bill | None:
    """What is to be paid by the version in force; nothing is written down where nothing is."""
    dossier = moving.dossier
    assessment = fees.assess(
        dossier.version,
        unit=dossier.received_unit,
        channel=dossier.channel,
        case_id=dossier.procedure_case,
        answers=dossier.answers,
        person=dossier.applicant,
        on=timezone.localdate(moving.at),
    )
    if not assessment.lines:
        return None
    return assess_bill(
        unit_id=dossier.received_unit_id, subject=dossier.code, assessment=assessment, by=by, at=moving.at
    )
