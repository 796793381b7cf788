from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.directives.inputs import TaskInput
from motcua.directives.models import Directive, Task
from motcua.directives.services import add_recipients, assign_task
from motcua.directives.states import State as DirectiveState
from motcua.kernel.refusals import Incomplete
from motcua.organisation.access import Officer
from motcua.oversight.acting import record_inspection, take_inspection
from motcua.oversight.models import Finding
from motcua.oversight.queries.inspections import findings_to_give


@transaction.atomic
def give_tasks(*, inspection_id: int, directive_id: int, by: Officer, at: datetime) -> list[Task]:
    """Make numbered tasks of a directive out of the findings that say how to mend them, each for its office.

    In a draft the offices are added to the recipients. Findings that have their task already are left alone.

    Raises:
        Incomplete: no finding with a remedy at a unit that the software knows.
        Those of ``directives.services.assign_task``.
    """
    inspection = take_inspection("give_tasks", inspection_id=inspection_id, by=by)
    found = findings_to_give(inspection)
    if not found:
        raise Incomplete(
            _("Không còn tồn tại nào có cách khắc phục và thuộc một đơn vị để giao việc."), field="findings"
        )
    directive = Directive.objects.get(pk=directive_id)
    if directive.state == DirectiveState.DRAFT:
        _add_missing(directive, [one.target.unit_id for one in found], by=by, at=at)
    tasks = [_give(one, directive_id, by=by, at=at) for one in found]
    record_inspection(
        inspection, "give_tasks", by=by, at=at, directive=directive_id, findings=[one.pk for one in found]
    )
    return tasks


def _give(finding: Finding, directive_id: int, *, by: Officer, at: datetime) -> Task:
    assert finding.target.unit_id is not None
    content = _("%(remedy)s (khắc phục: %(text)s)") % {"remedy": finding.remedy, "text": finding.text}
    what = TaskInput(
        content=content, lead_unit_ids=(finding.target.unit_id,), deadline_on=finding.deadline_on
    )
    (task,) = assign_task(directive_id=directive_id, task=what, by=by, at=at)
    finding.directive_id, finding.task_number = directive_id, task.number
    finding.save(update_fields=["directive", "task_number"])
    return task


def _add_missing(directive: Directive, unit_ids: list[int | None], *, by: Officer, at: datetime) -> None:
    known = set(directive.recipients.values_list("unit_id", flat=True))
    missing = [unit for unit in dict.fromkeys(unit_ids) if unit is not None and unit not in known]
    if missing:
        add_recipients(directive_id=directive.pk, unit_ids=missing, by=by, at=at)
