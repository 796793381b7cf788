from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.pausing import calendar_of
from motcua.dossiers.services.complete_step import facts
from motcua.dossiers.states import Channel
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.process import services
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState


class ReceiverNeeded(Refusal):
    """Somebody takes the result; the register names who, and how."""


@transaction.atomic
def return_result(
    *,
    dossier_id: int,
    received_by_name: str,
    channel: str = Channel.DIRECT,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Hand the result over (trả kết quả): at the desk, by post, at home or electronically; the register is signed.

    Raises:
        ReceiverNeeded: without a name, or in a way that does not exist.
        GuardNotMet: the fee is not paid.
    """
    if not clean(received_by_name):
        raise ReceiverNeeded(_("Ghi họ tên người nhận kết quả."), field="received_by_name")
    if channel not in Channel.values:
        raise ReceiverNeeded(_("Chọn cách trả kết quả."), field="channel")
    moving = take("return_result", dossier_id=dossier_id, by=by, at=at, revision=revision)
    dossier = moving.dossier
    step = StepRun.objects.get(case=dossier.case_id, kind=StepKind.RETURN, state=StepState.OPEN)
    progress = services.complete_step(
        step_id=step.pk, facts=facts(dossier), calendar=calendar_of(dossier), by=by, at=at
    )
    dossier.case = progress.case
    moving.change(
        returned_at=at,
        returned_by_id=by.account_id,
        returned_to=clean(received_by_name)[:200],
        return_channel=channel,
    )
    moving.go("return_result")
    moving.record("return_result", received_by=clean(received_by_name), channel=str(channel))
    return dossier
