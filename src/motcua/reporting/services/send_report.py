from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.organisation.access import Officer
from motcua.reporting.acting import WrongState, news, take
from motcua.reporting.events import ReportSent
from motcua.reporting.models import Report, ReportVersion
from motcua.reporting.states import STANDING, State


@transaction.atomic
def send(*, report_id: int, by: Officer, at: datetime, revision: int | None = None) -> ReportVersion:
    """Send a signed report to its collector (gửi báo cáo): from now on its figures never change.

    The first sending decides whether the report was on time; a later version replaces the one before it.

    Raises:
        WrongState: not signed, sent already, or a consolidated report that is owed to nobody.
        NotAllowed, ChangedMeanwhile: as their sentences say.
    """
    version = take("send", report_id=report_id, by=by, revision=revision)
    report = version.report
    if report.obligation_id is None:
        raise WrongState(_("Báo cáo tổng hợp này không phải gửi cho nơi nào."))
    if report.first_sent_at is None:
        report.first_sent_at = at
        Report.objects.filter(pk=report.pk).update(first_sent_at=at)
    older = report.versions.filter(state__in=STANDING).exclude(pk=version.pk)
    for replaced in older:
        replaced.report = report
        replaced.state, replaced.replaced_at = State.REPLACED, at
        replaced.save(update_fields=["state", "replaced_at"])
        record(replaced, "replace", by=by, at=at, by_version=version.number)
    version.state, version.sent_at, version.sent_by_id = State.SENT, at, by.account_id
    version.save(update_fields=["state", "sent_at", "sent_by"])
    entry = record(version, "send", by=by, at=at, on_time=report.on_time)
    announce(ReportSent(**news(version, entry, at), version=version.number, on_time=bool(report.on_time)))
    return version
