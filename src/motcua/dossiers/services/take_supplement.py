from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.dossiers import advancing, judging, pausing, receiving
from motcua.dossiers.inputs import ComponentInput, FileInput
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import WrongState, take
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.process.models import StepRun
from motcua.process.services import resume_case
from motcua.process.states import StepState


class MissingSupplement(Refusal):
    """Not everything that was asked for is there; ``missing`` names the papers."""

    def __init__(self, missing: list[str]) -> None:
        sentence = _("Còn thiếu giấy tờ đã yêu cầu bổ sung: %(names)s. Nhận đủ rồi mới tính tiếp thời hạn.")
        super().__init__(sentence % {"names": "; ".join(missing)}, field="components")
        self.missing = missing


@transaction.atomic
def take_supplement(
    *,
    dossier_id: int,
    components: tuple[ComponentInput, ...] = (),
    files: tuple[FileInput, ...] = (),
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Take in what was asked for (nhận bổ sung): the limit starts again, or goes on, as the dated policy says.

    Raises:
        MissingSupplement: not everything that form 02 asked for is there.
        InvalidIntake: a paper outside the version.
    Source: NĐ 61/2018/NĐ-CP art. 19(4); ``clock_policies.supplement``.
    """
    moving = take("take_supplement", dossier_id=dossier_id, by=by, at=at, revision=revision)
    dossier = moving.dossier
    if dossier.accepted_at is None:
        raise WrongState(
            _("Hồ sơ %(code)s chưa được tiếp nhận. Khi đủ giấy tờ thì tiếp nhận lại, hẹn ngày mới.")
            % {"code": dossier.short_code}
        )
    errors = dict(judging.paper_faults(dossier.version.definition, components, files))
    if errors:
        raise judging.InvalidIntake(errors)
    _require_all_brought(dossier, {component.component_id for component in components})
    receiving.add_papers(dossier, components, files, by=by, at=at)
    dossier.supplement_items.filter(received_at=None).update(received_at=at, received_by=by.account_id)
    pause = pausing.open_pause(dossier)
    assert pause is not None
    pausing.end_pause(moving, pause)
    assert dossier.case_id is not None
    dossier.case = resume_case(case_id=dossier.case_id, calendar=pausing.calendar_of(dossier), at=at)
    moving.go("take_supplement")
    moving.record("take_supplement", mode=pause.mode, due_before=pause.due_before, due_after=pause.due_after)
    advancing.settle(
        moving, list(StepRun.objects.filter(case=dossier.case_id, state=StepState.OPEN).order_by("position"))
    )
    return dossier


def _require_all_brought(dossier: Dossier, brought: set[str]) -> None:
    asked = dossier.supplement_items.filter(received_at=None).exclude(component_id__in=brought)
    missing = list(asked.order_by("pk").values_list("name", flat=True))
    if missing:
        raise MissingSupplement(missing)
