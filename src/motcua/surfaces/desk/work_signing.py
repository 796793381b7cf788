"""What waits for a signature: each dossier with its draft, and why it may not be signed."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.dossiers.access import visible_to
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import DossierQuerySet
from motcua.dossiers.queries import rows_of
from motcua.organisation.access import Officer
from motcua.process.access import why_not
from motcua.process.definitions import Guard, StepKind
from motcua.process.models import StepRun, WorkflowVersion
from motcua.process.states import StepState
from motcua.surfaces.desk.work_results import Preview, preview
from motcua.surfaces.desk.work_rows import Row, rows

MOST = 50


@dataclass(frozen=True, slots=True)
class ToSign:
    """One dossier on the leader's desk; ``obstacle`` is the sentence why this officer cannot sign it now."""

    row: Row
    preview: Preview | None
    paper_id: int | None
    prepared_by: str
    received_by: str
    since: datetime | None
    obstacle: str


def to_sign(officer: Officer, *, now: datetime) -> list[ToSign]:
    """Return the dossiers of the unit that stand at the signature, the first due first."""
    dossiers = list(waiting(officer).order_by("due_at", "pk")[:MOST])
    steps = {
        step.case_id: step
        for step in StepRun.objects.filter(
            case__in=[dossier.case_id for dossier in dossiers], kind=StepKind.SIGN, state=StepState.OPEN
        ).select_related("assignee")
    }
    drafts = _need_drafts(dossiers, steps)
    shown = rows(rows_of([dossier.pk for dossier in dossiers]), officer, now=now)
    return [
        _item(dossier, row, steps.get(dossier.case_id or 0), officer, needs_draft=dossier.pk in drafts)
        for dossier, row in zip(dossiers, shown, strict=True)
    ]


def waiting(officer: Officer) -> DossierQuerySet:
    """The dossiers that stand at a signature, as far as the officer may see them."""
    at_signature = StepRun.objects.filter(
        kind=StepKind.SIGN, state=StepState.OPEN, case__unit=officer.unit_id, case__closed_at=None
    ).values("case_id")
    return (
        visible_to(officer)
        .filter(case__in=at_signature, closed_at=None)
        .select_related("version", "case", "result__issued_by", "accepted_by")
        .defer("version__content", "answers")
    )


def _need_drafts(dossiers: list[Dossier], steps: dict[int, StepRun]) -> set[int]:
    """Those without a draft whose signature needs one; a letter to another body needs none."""
    bare = [dossier for dossier in dossiers if dossier.result_id is None and dossier.case_id in steps]
    flows = WorkflowVersion.objects.in_bulk({dossier.case.version_id for dossier in bare if dossier.case})
    return {
        dossier.pk
        for dossier in bare
        if dossier.case
        and Guard.RESULT_DRAFTED
        in flows[dossier.case.version_id].steps.step(steps[dossier.case.pk].key).guards
    }


def _item(dossier: Dossier, row: Row, step: StepRun | None, officer: Officer, *, needs_draft: bool) -> ToSign:
    return ToSign(
        row=row,
        preview=preview(dossier.result) if dossier.result else None,
        paper_id=dossier.result_id,
        prepared_by=str(dossier.result.issued_by) if dossier.result else "",
        received_by=str(dossier.accepted_by or ""),
        since=step.entered_at if step else None,
        obstacle=_obstacle(dossier, step, officer, needs_draft=needs_draft),
    )


def _obstacle(dossier: Dossier, step: StepRun | None, officer: Officer, *, needs_draft: bool) -> str:
    if dossier.accepted_by_id == officer.account_id:
        return _("Bạn đã tiếp nhận hồ sơ này nên không được ký kết quả của nó.")
    if needs_draft:
        return _("Chưa có dự thảo kết quả để ký.")
    if step is None:
        return _("Hồ sơ vừa rời bước ký.")
    assert dossier.case is not None
    step.case = dossier.case
    return why_not(officer, step) or ""
