from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.catalogue.papers import require_listed
from motcua.documents.services import issue_paper
from motcua.dossiers import papers, pausing, receiving
from motcua.dossiers.inputs import Intake, SupplementInput
from motcua.dossiers.models import Dossier, SupplementItem
from motcua.dossiers.models.papers import CopyKind
from motcua.dossiers.moving import Moving
from motcua.dossiers.services.refuse import in_hand
from motcua.dossiers.states import PauseKind, State
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.process.services import pause_case


class CannotAsk(Refusal):
    """This supplement cannot be asked for: nothing named, nothing new, or asked for before."""


@transaction.atomic
def ask_supplement(
    *,
    items: tuple[SupplementInput, ...],
    by: Officer,
    at: datetime,
    respond_by: date | None = None,
    new_fact: str = "",
    intake: Intake | None = None,
    dossier_id: int | None = None,
    revision: int | None = None,
) -> Dossier:
    """Ask for everything that is missing, at once (yêu cầu bổ sung, mẫu 02); the clock stands still if it ran.

    Args:
        items: papers of the pinned version, each with what is to be brought or mended.
        new_fact: what came to light since the first request; without it there is no second one.
        intake: what lies on the counter, or
        dossier_id: one handed in online or by post, or one being processed.
    Raises:
        CannotAsk, NotListed: as their sentences say.
    Source: NĐ 61/2018/NĐ-CP art. 19(4): once, in writing, within 3 working days of reception.
    """
    if intake is not None:
        known = receiving.known(intake, target=State.SUPPLEMENT_REQUESTED, at=at)
        if known is not None:
            return known
    moving = in_hand(intake, dossier_id, "ask_supplement", by=by, at=at, revision=revision)
    dossier = moving.dossier
    _judge(moving, items, respond_by=respond_by, new_fact=new_fact)
    if dossier.accepted_at is not None:
        _stand_still(moving)
    moving.go("ask_supplement")
    moving.record("ask_supplement", **_details(moving, items, respond_by=respond_by, new_fact=new_fact))
    if intake is not None:
        receiving.add_papers(dossier, intake.components, intake.files, by=by, at=at)
        receiving.forget_draft(intake)
    _write_items(moving, items)
    slip = papers.supplement_request(dossier, items=items, respond_by=respond_by, officer=by, at=at)
    issue_paper(
        kind="form_02", unit_id=dossier.received_unit_id, subject=dossier.code, data=slip, by=by, at=at
    )
    return dossier


def _judge(
    moving: Moving, items: tuple[SupplementInput, ...], *, respond_by: date | None, new_fact: str
) -> None:
    dossier = moving.dossier
    if not items:
        raise CannotAsk(_("Chọn giấy tờ cần bổ sung và ghi rõ cần sửa hoặc thêm gì."), field="items")
    if not all(item.reason.strip() for item in items):
        raise CannotAsk(_("Ghi lý do cho từng giấy tờ cần bổ sung."), field="items")
    if any(item.copy_kind not in CopyKind.values for item in items):
        raise CannotAsk(_("Chọn loại bản cho từng giấy tờ cần bổ sung."), field="items")
    require_listed(dossier.version.definition, {item.component_id for item in items})
    if respond_by is not None and respond_by < timezone.localdate(moving.at):
        raise CannotAsk(_("Hạn bổ sung phải từ hôm nay trở đi."), field="respond_by")
    asked = not dossier._state.adding and dossier.supplement_items.exists()
    if asked and not new_fact.strip():
        raise CannotAsk(
            _(
                "Hồ sơ %(code)s đã được yêu cầu bổ sung một lần. Chỉ yêu cầu thêm khi phát sinh lý do mới, "
                "và phải ghi lý do đó."
            )
            % {"code": dossier.short_code},
            field="new_fact",
        )


def _stand_still(moving: Moving) -> None:
    """The clock of the dossier and of its steps waits for the applicant; a public notice on its way ends here."""
    dossier = moving.dossier
    running = pausing.open_pause(dossier)
    if running is not None:
        pausing.end_pause(moving, running)
    mode = pausing.policy_of(dossier).supplement_mode
    pausing.begin_pause(moving, PauseKind.SUPPLEMENT, mode=mode, reason=_("Chờ bổ sung giấy tờ"))
    assert dossier.case_id is not None
    dossier.case = pause_case(case_id=dossier.case_id, at=moving.at)


def _details(
    moving: Moving, items: tuple[SupplementInput, ...], *, respond_by: date | None, new_fact: str
) -> dict[str, object]:
    """What the ledger keeps; ``notice_late`` when the written notice comes after its three working days."""
    dossier = moving.dossier
    rule = pausing.policy_of(dossier).rules.supplement.notice_within
    received = dossier.accepted_at or dossier.submitted_at
    notice_due = pausing.calendar_of(dossier).due(received, TimeLimit(rule.value, TimeUnit.WORKING_DAY))
    details: dict[str, object] = {
        "items": [{"component_id": item.component_id, "reason": item.reason} for item in items],
        "notice_late": moving.at > notice_due,
    }
    if respond_by is not None:
        details["respond_by"] = respond_by
    if new_fact.strip():
        details["new_fact"] = new_fact.strip()
    return details


def _write_items(moving: Moving, items: tuple[SupplementInput, ...]) -> None:
    names = {document.id: document.name_vi for document in moving.dossier.version.definition.documents}
    SupplementItem.objects.bulk_create(
        SupplementItem(
            dossier=moving.dossier,
            component_id=item.component_id,
            name=names[item.component_id][:500],
            copy_kind=item.copy_kind,
            reason=item.reason.strip()[:500],
            asked_at=moving.at,
            asked_by_id=moving.by.account_id,
        )
        for item in items
    )
