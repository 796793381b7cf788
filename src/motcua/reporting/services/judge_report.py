from datetime import datetime

from django.db import transaction

from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.organisation.access import Officer
from motcua.reporting.acting import news, take
from motcua.reporting.events import ReportAccepted, ReportReturned
from motcua.reporting.models import ReportVersion
from motcua.reporting.rules import require_reason
from motcua.reporting.states import State


@transaction.atomic
def receive(*, report_id: int, by: Officer, at: datetime, revision: int | None = None) -> ReportVersion:
    """Take a sent report in (tiếp nhận báo cáo)."""
    version = take("receive", report_id=report_id, by=by, revision=revision)
    version.state, version.received_at, version.received_by_id = State.RECEIVED, at, by.account_id
    version.save(update_fields=["state", "received_at", "received_by"])
    record(version, "receive", by=by, at=at)
    return version


@transaction.atomic
def return_report(
    *, report_id: int, reason: str, by: Officer, at: datetime, revision: int | None = None
) -> ReportVersion:
    """Give a report back with the reason (trả lại để sửa); the unit answers with a new version.

    It stays sent in time if it was: the first sending decides.

    Raises:
        Incomplete: no reason.
        NotAllowed, WrongState, ChangedMeanwhile: as their sentences say.
    """
    version = take("return_report", report_id=report_id, by=by, revision=revision)
    version.returned_reason = require_reason(reason)
    version.state, version.returned_at, version.returned_by_id = State.RETURNED, at, by.account_id
    version.save(update_fields=["state", "returned_at", "returned_by", "returned_reason"])
    entry = record(version, "return_report", by=by, at=at, reason=version.returned_reason)
    announce(ReportReturned(**news(version, entry, at), version=version.number))
    return version


@transaction.atomic
def accept(*, report_id: int, by: Officer, at: datetime, revision: int | None = None) -> ReportVersion:
    """Accept a report (chấp nhận báo cáo); it is taken in as well if nobody did."""
    version = take("accept", report_id=report_id, by=by, revision=revision)
    if version.received_at is None:
        version.received_at, version.received_by_id = at, by.account_id
    version.state, version.accepted_at, version.accepted_by_id = State.ACCEPTED, at, by.account_id
    version.save(update_fields=["state", "received_at", "received_by", "accepted_at", "accepted_by"])
    entry = record(version, "accept", by=by, at=at)
    announce(ReportAccepted(**news(version, entry, at), version=version.number))
    return version
