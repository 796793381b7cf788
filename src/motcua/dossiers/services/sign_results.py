from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.documents.papers.content import Signer
from motcua.documents.services import sign_paper
from motcua.dossiers import advancing
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.pausing import calendar_of
from motcua.dossiers.services.complete_step import facts
from motcua.dossiers.states import State
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer, require_not_same
from motcua.process import services
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState


class NothingToSign(Refusal):
    """The dossier is not waiting for a signature."""


@dataclass(frozen=True, slots=True)
class SignOutcome:
    """What became of one dossier of many; ``sentence`` says why it was not signed, or that it was."""

    dossier_id: int
    code: str
    signed: bool
    sentence: str


def sign_results(
    *, dossier_ids: Iterable[int], by: Officer, at: datetime, signer: Signer | None = None
) -> list[SignOutcome]:
    """Sign the results of many dossiers (ký nhiều), each in a transaction of its own; one refused stops no other.

    Args:
        signer: the signature block to print, when it is not the one that the draft names.
    """
    outcomes = []
    wanted = list(dossier_ids)
    codes = dict(Dossier.objects.filter(pk__in=wanted).values_list("pk", "code"))
    for dossier_id in wanted:
        try:
            sign_result(dossier_id=dossier_id, by=by, at=at, signer=signer)
            outcomes.append(SignOutcome(dossier_id, codes[dossier_id], True, _("Đã ký.")))
        except Refusal as refusal:
            outcomes.append(SignOutcome(dossier_id, codes[dossier_id], False, str(refusal)))
    return outcomes


@transaction.atomic
def sign_result(
    *, dossier_id: int, by: Officer, at: datetime, signer: Signer | None = None, revision: int | None = None
) -> Dossier:
    """Sign a dossier's result and complete its signing step; who received the dossier does not sign it.

    Where another body decides after the leader, what is signed here is the letter to it, and no draft is asked.

    Raises:
        NothingToSign, NotAllowed, GuardNotMet: as their sentences say.
    """
    states = (State.PROCESSING, State.FINANCIAL_DUTY)
    moving = take("sign_result", dossier_id=dossier_id, by=by, at=at, revision=revision, states=states)
    dossier = moving.dossier
    step = StepRun.objects.filter(case=dossier.case_id, kind=StepKind.SIGN, state=StepState.OPEN).first()
    if step is None:
        raise NothingToSign(_("Hồ sơ %(code)s không ở bước ký.") % {"code": dossier.short_code})
    require_not_same(
        by,
        dossier.accepted_by_id,
        sentence=_("Bạn đã tiếp nhận hồ sơ %(code)s nên không được ký kết quả của hồ sơ này.")
        % {"code": dossier.short_code},
    )
    known = facts(dossier)
    unsigned = dossier.result is not None and not known.result_signed
    progress = services.complete_step(
        step_id=step.pk,
        facts=msgspec.structs.replace(known, result_signed=known.result_signed or unsigned),
        calendar=calendar_of(dossier),
        by=by,
        at=at,
    )
    if unsigned and dossier.result is not None:
        moving.change(result=sign_paper(paper_id=dossier.result.pk, by=by, at=at, signer=signer))
    advancing.follow(
        moving, progress, "sign_result", paper=dossier.result_id, **advancing.facts_of_step(step)
    )
    return dossier
