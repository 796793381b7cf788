from datetime import date

import msgspec
from django.db import transaction

from motcua.catalogue.models import ProcedureVersion
from motcua.process.models import Workflow, WorkflowVersion
from motcua.process.patterns import workflow_of
from motcua.process.queries import workflow_in_force


def ensure_workflow(*, version: ProcedureVersion, unit_id: int, on: date) -> WorkflowVersion:
    """Return the workflow by which a unit handles a procedure version on a day.

    The unit's own comes first, then the one published for all; where there is neither, the pattern of the
    procedure version is written down, once for all units.
    """
    return workflow_in_force(version, unit_id=unit_id, on=on) or _write_pattern(version)


@transaction.atomic
def _write_pattern(version: ProcedureVersion) -> WorkflowVersion:
    workflow, _created = Workflow.objects.get_or_create(
        procedure_id=version.procedure_id, unit=None, defaults={"name": version.name}
    )
    Workflow.objects.select_for_update().get(pk=workflow.pk)
    numbers = workflow.versions.order_by("-number").values_list("number", flat=True)
    pattern, _created = WorkflowVersion.objects.get_or_create(
        pattern_of=version,
        defaults={
            "workflow": workflow,
            "number": (numbers.first() or 0) + 1,
            "definition": msgspec.to_builtins(workflow_of(version.definition)),
            "valid_from": version.valid_from,
        },
    )
    return pattern
