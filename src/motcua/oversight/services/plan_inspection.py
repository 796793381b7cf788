from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Incomplete, require_words
from motcua.kernel.vietnamese import clean, day, search_form
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.oversight import rules, visit_rules
from motcua.oversight.acting import record_inspection
from motcua.oversight.authority import require_keeper, signers
from motcua.oversight.inputs import MemberInput, TargetInput
from motcua.oversight.inspection_states import Kind, State
from motcua.oversight.models import Inspection, InspectionMember, InspectionTarget


@transaction.atomic
def plan_inspection(
    *,
    kind: str,
    title: str,
    contents: str,
    targets: Sequence[TargetInput],
    team: Sequence[MemberInput],
    by: Officer,
    at: datetime,
    decision_number: str | None = None,
    decided_on: date | None = None,
    signer_id: int | None = None,
    planned_on: date | None = None,
    unit_id: int | None = None,
) -> Inspection:
    """Plan an inspection of public duty; a surprise one is a secret of its team and its signer until it starts.

    Args:
        kind: ``planned`` or ``surprise``; who plans a surprise must be in its team.
        decision_number, decided_on: of the decision that forms the team, as signed on paper; None when it will be
            signed here (``decide_inspection``).
        signer_id: the leader who will sign it; needed for a surprise, of which no other leader must know.
        contents: what is looked at: ethics, working hours, service.
    Raises:
        Incomplete, NamedTwice, NotImpartial, UnitNotThere, WrongDay, NotAllowed: as their sentences say.
    """
    # The unit is locked, so that a second click waits and then finds the plan of the first.
    unit = Unit.objects.select_for_update().get(pk=unit_id or by.unit_id)
    require_keeper(by, "plan_inspection", unit)
    on = timezone.localdate(at)
    rules.require_there(unit, on=on)
    facts = _words(title, contents) | _decision(decision_number, decided_on, on=on)
    if kind not in Kind:
        raise Incomplete(_("Chọn kiểm tra theo kế hoạch hay đột xuất."), field="kind")
    if decision_number is None:
        _require_signer(signer_id, unit, secret=kind == Kind.SURPRISE, on=on)
    visit_rules.require_targets(targets, decided_on=decided_on or on, on=planned_on or on)
    rules.require_team(team, head=_("Đoàn kiểm tra phải có đúng một trưởng đoàn."))
    if kind == Kind.SURPRISE and by.account_id not in {member.account_id for member in team}:
        raise Incomplete(
            _("Kiểm tra đột xuất chỉ đoàn kiểm tra được biết, nên người lập kế hoạch phải ở trong đoàn."),
            field="members",
        )
    visit_rules.require_impartial(team, targets, on=on)
    _require_new(facts["title"], unit, by=by)
    row = Inspection.objects.create(
        unit=unit, kind=kind, planned_on=planned_on, planned_at=at, planned_by_id=by.account_id,
        signer_id=signer_id if decision_number is None else None, **facts,
    )  # fmt: skip
    _write(row, targets, team)
    places = [clean(target.agency_text) or target.unit_id for target in targets]
    record_inspection(row, "plan_inspection", by=by, at=at, targets=places)
    return row


def _words(title: str, contents: str) -> dict[str, Any]:
    return {
        "title": require_words(title, _("Ghi tên cuộc kiểm tra."), field="title"),
        "contents": require_words(contents, _("Ghi nội dung kiểm tra."), field="contents"),
    }


def _decision(number: str | None, decided_on: date | None, *, on: date) -> dict[str, Any]:
    """The decision as signed on paper, or nothing when it is still to be signed."""
    if number is None and decided_on is None:
        return {}
    number = require_words(number or "", _("Ghi số quyết định lập đoàn kiểm tra."), field="decision_number")
    if decided_on is None:
        raise Incomplete(_("Ghi ngày quyết định."), field="decided_on")
    if decided_on > on:
        words = {"day": day(decided_on)}
        raise visit_rules.WrongDay(_("Ngày quyết định %(day)s còn ở phía trước.") % words, field="decided_on")
    return {"decision_number": number, "decided_on": decided_on}


def _require_signer(signer_id: int | None, unit: Unit, *, secret: bool, on: date) -> None:
    """Who will sign is a leader of the unit; a surprise names one."""
    if signer_id is None and not secret:
        return
    if signer_id not in {account.pk for account in signers(unit, on=on)}:
        raise Incomplete(
            _("Chọn lãnh đạo ký quyết định, hoặc ghi số quyết định đã ký trên giấy."), field="signer_id"
        )


def _require_new(title: str, unit: Unit, *, by: Officer) -> None:
    """The same plan sent twice is one; only the own plans are looked at: others may be a secret."""
    own = Inspection.objects.filter(unit=unit, planned_by=by.account_id, state=State.PLANNED)
    if any(search_form(one.title) == search_form(title) for one in own):
        raise rules.NamedTwice(_("“%(title)s” đã có kế hoạch rồi.") % {"title": title}, field="title")


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
