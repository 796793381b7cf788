from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.catalogue.models import Procedure
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation.access import NotAllowed, Officer
from motcua.process import access, rules
from motcua.process.definitions import WorkflowDefinition
from motcua.process.models import Workflow, WorkflowVersion


class NotAfterLastVersion(Refusal):
    """A version begins after the one before it, and not in the past."""


@transaction.atomic
def publish_workflow(
    *,
    procedure_id: int,
    unit_id: int | None,
    definition: WorkflowDefinition | Mapping[str, Any],
    valid_from: date,
    by: Officer,
    at: datetime,
    name: str = "",
) -> WorkflowVersion:
    """Publish a new version of a unit's workflow for a procedure (ban hành quy trình nội bộ).

    Dossiers received from ``valid_from`` on follow it; those on their way keep the version of their start.

    Args:
        unit_id: None for the workflow of all units that have none of their own.
        definition: typed, or plain data as a screen or file gives it.
    Raises:
        WorkflowFaulty: with one sentence for each fault, naming the step.
        NotAfterLastVersion: the day lies in the past or before the last version.
    """
    if not access.may_publish(by, unit_id):
        raise NotAllowed(_("Chỉ lãnh đạo hoặc người quản trị được ban hành quy trình của đơn vị này."))
    workflow_data = definition if isinstance(definition, WorkflowDefinition) else rules.read(definition)
    rules.check(workflow_data)
    procedure = Procedure.objects.get(pk=procedure_id)
    which: dict[str, Any] = {"procedure": procedure, "unit_id": unit_id}
    workflow, _created = Workflow.objects.get_or_create(
        **which, defaults={"name": name or _name_of(procedure)}
    )
    Workflow.objects.select_for_update().get(pk=workflow.pk)
    _end_last(workflow, valid_from=valid_from, today=timezone.localdate(at))
    last = workflow.versions.order_by("-number").first()
    return WorkflowVersion.objects.create(
        workflow=workflow,
        number=last.number + 1 if last else 1,
        definition=msgspec.to_builtins(workflow_data),
        valid_from=valid_from,
        published_at=at,
        published_by_id=by.account_id,
    )


def _name_of(procedure: Procedure) -> str:
    newest = procedure.versions.order_by("-valid_from").only("name").first()
    return newest.name if newest else procedure.slug


def _end_last(workflow: Workflow, *, valid_from: date, today: date) -> None:
    """Let the last published version end on the day before the new one begins."""
    if valid_from < today:
        raise NotAfterLastVersion(_("Quy trình mới phải áp dụng từ hôm nay trở đi."), field="valid_from")
    last = workflow.versions.filter(pattern_of=None).order_by("-valid_from").first()
    if last is None:
        return
    if last.valid_from >= valid_from:
        raise NotAfterLastVersion(
            _("Bản trước áp dụng từ ngày %(day)s. Bản mới phải bắt đầu sau ngày đó.")
            % {"day": day(last.valid_from)},
            field="valid_from",
        )
    last.valid_to = valid_from - timedelta(days=1)
    last.save(update_fields=["valid_to"])
