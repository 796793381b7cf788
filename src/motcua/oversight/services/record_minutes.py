from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.services import issue_paper
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.oversight import visit_rules
from motcua.oversight.acting import WrongState, record_inspection, take_inspection
from motcua.oversight.inputs import AttendanceInput, MinutesInput
from motcua.oversight.models import Finding, InspectionMinutes, InspectionTarget
from motcua.oversight.visit_printing import minutes_paper


@transaction.atomic
def record_minutes(*, target_id: int, minutes: MinutesInput, by: Officer, at: datetime) -> InspectionMinutes:
    """Write the minutes of one visit (lập biên bản), exact to the minute; once for each office.

    How late somebody came is worked out from the office's own hours, not written down by hand.

    Raises:
        WrongDay, Incomplete, NamedTwice: as their sentences say; nothing is kept.
        WrongState: the office has its minutes, or the inspection is not under way.
    """
    target = InspectionTarget.objects.select_related("unit").get(pk=target_id)
    inspection = take_inspection("record_minutes", inspection_id=target.inspection_id, by=by)
    if InspectionMinutes.objects.filter(target=target).exists():
        raise WrongState(_("%(name)s đã có biên bản.") % {"name": target.name})
    assert inspection.started_at is not None
    visit_rules.require_minutes(minutes, since=inspection.started_at, at=at)
    row = InspectionMinutes(
        target=target,
        started_at=visit_rules.exact(minutes.started_at),
        ended_at=visit_rules.exact(minutes.ended_at),
        attendance=[_seen(one, unit_id=target.unit_id) for one in minutes.attendance],
        checks=msgspec.to_builtins(minutes.checks),
        samples=msgspec.to_builtins(minutes.samples),
        opinion=minutes.opinion.strip(),
        unit_signer=clean(minutes.unit_signer),
        unit_signer_title=clean(minutes.unit_signer_title),
        recorded_at=at,
        recorded_by_id=by.account_id,
    )
    findings = [
        Finding(
            target=target, text=clean(one.text), person=clean(one.person), basis=clean(one.basis),
            remedy=clean(one.remedy), deadline_on=one.deadline_on,
        )
        for one in minutes.violations
    ]  # fmt: skip
    visit_rules.require_explained(row, findings)
    row.paper = issue_paper(
        kind="inspection_minutes",
        unit_id=inspection.unit_id,
        subject=inspection.stream,
        data=minutes_paper(row, findings),
        by=by,
        at=at,
    )
    row.save()
    for finding in findings:  # one by one: their keys are wanted on every database
        finding.save()
    details = {
        "target": target.pk,
        "absent": len(row.absent),
        "late": len(row.late),
        "findings": len(findings),
    }
    record_inspection(inspection, "record_minutes", by=by, at=at, **details)
    return row


def _seen(one: AttendanceInput, *, unit_id: int | None) -> dict[str, Any]:
    shown = timezone.localtime(one.seen_at).strftime("%H:%M") if one.seen_at else ""
    return {
        "full_name": clean(one.full_name),
        "title": clean(one.title),
        "present": one.present,
        "seen_at": shown,
        "minutes_late": visit_rules.minutes_late(one.seen_at, unit_id=unit_id),
        "reason": clean(one.reason),
    }
