from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.organisation.access import Officer
from motcua.reporting.access import require_report
from motcua.reporting.acting import WrongState, lock_report
from motcua.reporting.models import Correction, ReportVersion
from motcua.reporting.rules import require_reason
from motcua.reporting.services.open_report import count_anew
from motcua.reporting.states import State


@transaction.atomic
def new_version(*, report_id: int, reason: str, by: Officer, at: datetime) -> ReportVersion:
    """Begin the next version of a report that was sent (lập lần báo cáo mới), with the reason.

    It begins with the frozen figures, remarks and corrections of the version before: nothing is counted anew, what
    was wrong is corrected with a reason. A consolidated report begins with the sum of what stands now, for what came
    in later is frozen in the reports of the units.

    Raises:
        WrongState: the newest version has not been sent yet.
        Incomplete: no reason.
        NotAllowed: as its sentence says.
    """
    report = lock_report(report_id)
    require_report(by, "new_version", report)
    last = report.latest
    if last.sent_at is None:
        raise WrongState(_("Lần báo cáo này chưa gửi, sửa thẳng vào đây, không cần lập lần mới."))
    why = require_reason(reason or last.returned_reason)
    corrections = list(last.corrections.order_by("pk"))
    version = ReportVersion.objects.create(
        report=report, number=last.number + 1, state=State.DRAFT, reason=why, figures=last.figures,
        remarks=last.remarks, difficulties=last.difficulties, proposals=last.proposals,
        filled_at=last.filled_at, filled_by_id=last.filled_by_id,
    )  # fmt: skip
    for correction in corrections:
        correction.pk, correction.version = None, version
    Correction.objects.bulk_create(corrections)
    if report.consolidated:
        count_anew(version, by=by, at=at)
    record(version, "new_version", by=by, at=at, reason=why)
    return version
