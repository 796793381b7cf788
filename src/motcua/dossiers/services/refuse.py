from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.services import issue_paper
from motcua.dossiers import judging, papers, receiving
from motcua.dossiers.authority import require_may
from motcua.dossiers.inputs import Intake
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import Moving, take
from motcua.dossiers.states import State
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer


class ReasonNeeded(Refusal):
    """The act must name its reason, and its legal ground where the law asks for one."""


@transaction.atomic
def refuse(
    *,
    reason: str,
    legal_ground: str,
    by: Officer,
    at: datetime,
    intake: Intake | None = None,
    dossier_id: int | None = None,
    revision: int | None = None,
) -> Dossier:
    """Refuse to take in a dossier (từ chối tiếp nhận): form 03 with the reason and its legal ground.

    Args:
        intake: what lies on the counter, or
        dossier_id: what was handed in online or by post.
    Raises:
        ReasonNeeded: a refusal without a reason or a legal ground is none.
    """
    require_reason(reason, legal_ground)
    if intake is not None:
        known = receiving.known(intake, target=State.NOT_ACCEPTED, at=at)
        if known is not None:
            return known
    moving = in_hand(intake, dossier_id, "refuse", by=by, at=at, revision=revision)
    moving.change(closed_at=at)
    moving.go("refuse")
    moving.record("refuse", reason=reason.strip(), legal_ground=legal_ground.strip())
    if intake is not None:
        receiving.add_papers(moving.dossier, intake.components, intake.files, by=by, at=at)
        receiving.forget_draft(intake)
    slip = papers.refusal_slip(
        moving.dossier, reason=reason, legal_ground=legal_ground, officer_name=by.name, at=at
    )
    issue_paper(
        kind="form_03",
        unit_id=moving.dossier.received_unit_id,
        subject=moving.dossier.code,
        data=slip,
        by=by,
        at=at,
    )
    return moving.dossier


def require_reason(reason: str, legal_ground: str | None = None) -> None:
    """Refuse an act without its reason."""
    if not reason.strip():
        raise ReasonNeeded(_("Ghi lý do, để người dân hiểu và sổ sách rõ ràng."), field="reason")
    if legal_ground is not None and not legal_ground.strip():
        raise ReasonNeeded(_("Ghi căn cứ pháp luật: điều, khoản, văn bản."), field="legal_ground")


def in_hand(
    intake: Intake | None,
    dossier_id: int | None,
    verb: str,
    *,
    by: Officer,
    at: datetime,
    revision: int | None,
) -> Moving:
    """Take the dossier that is there already, or bring in the one on the counter."""
    if intake is None:
        assert dossier_id is not None, "Either an intake or a dossier."
        return take(verb, dossier_id=dossier_id, by=by, at=at, revision=revision)
    version = judging.version_for(intake, on=timezone.localdate(at))
    judging.judge_frame(intake, version.definition, on=timezone.localdate(at))
    moving = receiving.bring_in(intake, version=version, unit_id=by.unit_id, by=by, at=at)
    require_may(by, verb, moving.dossier)
    return moving
