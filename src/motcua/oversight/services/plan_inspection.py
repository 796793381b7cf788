from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.oversight import rules, visit_rules
from motcua.oversight.acting import record_inspection
from motcua.oversight.authority import require_keeper
from motcua.oversight.inputs import MemberInput, TargetInput
from motcua.oversight.inspection_states import Kind
from motcua.oversight.models import Inspection, InspectionMember, InspectionTarget


@transaction.atomic
def plan_inspection(
    *,
    kind: str,
    title: str,
    contents: str,
    decision_number: str,
    decided_on: date,
    targets: Sequence[TargetInput],
    team: Sequence[MemberInput],
    by: Officer,
    at: datetime,
    planned_on: date | None = None,
    unit_id: int | None = None,
) -> Inspection:
    """Plan an inspection of public duty upon a signed decision; a surprise one is the team's secret until it starts.

    Args:
        kind: ``planned`` or ``surprise``; who plans a surprise must be in its team.
        decision_number, decided_on: of the decision that forms the team, as signed.
        contents: what is looked at: ethics, working hours, service.
    Raises:
        Incomplete, NamedTwice, NotImpartial, UnitNotThere, WrongDay, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=unit_id or by.unit_id)
    require_keeper(by, "plan_inspection", unit)
    on = timezone.localdate(at)
    rules.require_there(unit, on=on)
    facts = _words(title, contents, decision_number)
    if kind not in Kind:
        raise rules.Incomplete(_("Chọn kiểm tra theo kế hoạch hay đột xuất."), field="kind")
    if decided_on > on:
        words = {"day": day(decided_on)}
        raise visit_rules.WrongDay(_("Ngày quyết định %(day)s còn ở phía trước.") % words, field="decided_on")
    visit_rules.require_targets(targets, decided_on=decided_on, on=planned_on or on)
    rules.require_team(team, head=_("Đoàn kiểm tra phải có đúng một trưởng đoàn."))
    if kind == Kind.SURPRISE and by.account_id not in {member.account_id for member in team}:
        raise rules.Incomplete(
            _("Kiểm tra đột xuất chỉ đoàn kiểm tra được biết, nên người lập kế hoạch phải ở trong đoàn."),
            field="members",
        )
    visit_rules.require_impartial(team, targets, on=on)
    row = Inspection.objects.create(
        unit=unit, kind=kind, decided_on=decided_on, planned_on=planned_on, planned_at=at,
        planned_by_id=by.account_id, **facts,
    )  # fmt: skip
    _write(row, targets, team)
    places = [clean(target.agency_text) or target.unit_id for target in targets]
    record_inspection(row, "plan_inspection", by=by, at=at, targets=places)
    return row


def _words(title: str, contents: str, decision_number: str) -> dict[str, str]:
    return {
        "title": rules.require_words(title, _("Ghi tên cuộc kiểm tra."), field="title"),
        "contents": rules.require_words(contents, _("Ghi nội dung kiểm tra."), field="contents"),
        "decision_number": rules.require_words(
            decision_number, _("Ghi số quyết định lập đoàn kiểm tra."), field="decision_number"
        ),
    }


def _write(row: Inspection, targets: Sequence[TargetInput], team: Sequence[MemberInput]) -> None:
    InspectionTarget.objects.bulk_create(
        InspectionTarget(
            inspection=row,
            unit_id=target.unit_id,
            agency_text=clean(target.agency_text),
            visit_on=target.visit_on,
        )
        for target in targets
    )
    InspectionMember.objects.bulk_create(
        InspectionMember(
            inspection=row, account_id=member.account_id, seat=member.seat, title=clean(member.title)
        )
        for member in team
    )
