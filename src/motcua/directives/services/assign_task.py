from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives import rules
from motcua.directives.acting import lock_directive, record_draft, require_draft
from motcua.directives.authority import require_directive
from motcua.directives.events import TaskAssigned
from motcua.directives.inputs import TaskInput
from motcua.directives.line import require_in_line
from motcua.directives.models import Directive, Task, TaskPart
from motcua.directives.states import State
from motcua.directives.task_states import Part
from motcua.directives.task_states import State as TaskState
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Incomplete, Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import sees, stands_for


class WrongNumber(Refusal):
    """The number stands for another task, the unit has it already, or no task bears it."""


@transaction.atomic
def assign_task(*, directive_id: int, task: TaskInput, by: Officer, at: datetime) -> list[Task]:
    """Give a numbered task (giao nhiệm vụ) to its leading units; one row for each, in the order given.

    In a draft it is planned, printed with the text, and assigned when the text is issued. To a text that was
    signed on paper it is added as the text says, and assigned at once. To a text issued here nothing is added.

    Raises:
        OutOfLine: a leading unit is not the giver's to order, see ``line``.
        UnitTwice, UnitNotThere, WrongDay, Incomplete, WrongNumber, AlreadyIssued, NotAllowed: as they say.
    """
    directive = lock_directive(directive_id)
    require_directive(by, "assign_task", directive)
    if not (directive.state == State.ISSUED and directive.on_paper):
        require_draft(directive)
    on = directive.issued_on or timezone.localdate(at)
    rules.require_task(task, on=on)
    number = clean(task.number) or _next_number(directive)
    require_number_free(directive, number, task)
    rows = [write(directive, number, lead_id, task) for lead_id in task.lead_unit_ids]
    if directive.state == State.DRAFT:
        require_in_line(directive, task.lead_unit_ids, on=on)
        record_draft(directive, "plan", by=by, at=at, number=number, tasks=[row.pk for row in rows])
        return rows
    _require_recipients(directive, task)
    _require_below(directive, task, by)
    require_in_line(directive, task.lead_unit_ids, on=on)
    for row in rows:
        begin(row, by=by, at=at)
    return rows


def begin(task: Task, *, by: Officer, at: datetime) -> None:
    """Let a task count from now on: its history begins, and its units hear of it."""
    task.state = TaskState.ASSIGNED
    task.save(update_fields=["state"])
    others = tuple(task.parts.order_by("pk").values_list("unit_id", flat=True))
    entry = record(task, "assign", by=by, at=at, number=task.number, content=task.content, others=others)
    announce(
        TaskAssigned(
            task_id=task.pk,
            sequence=entry.sequence,
            at=at,
            directive_id=task.directive_id,
            lead_unit_id=task.lead_unit_id,
            other_unit_ids=others,
            deadline_on=task.deadline_on,
        )
    )


def write(directive: Directive, number: str, lead_id: int, task: TaskInput) -> Task:
    """Write down a planned task of one leading unit; it has been judged."""
    row = Task.objects.create(
        directive=directive,
        number=number,
        content=clean(task.content),
        lead_unit_id=lead_id,
        deadline_on=task.deadline_on,
        measure=clean(task.measure),
        target=clean(task.target),
        state=TaskState.PLANNED,
    )
    parts = [(Part.COORDINATE, unit_id) for unit_id in task.coordinate_ids]
    parts += [(Part.FOLLOW, unit_id) for unit_id in task.follow_ids]
    TaskPart.objects.bulk_create(TaskPart(task=row, unit_id=unit_id, part=part) for part, unit_id in parts)
    return row


def _next_number(directive: Directive) -> str:
    numbers = directive.tasks.values_list("number", flat=True)
    return str(max((int(number) for number in numbers if number.isdecimal()), default=0) + 1)


def require_number_free(directive: Directive, number: str, task: TaskInput) -> None:
    """A number may stand for several units only when it says the same to all of them."""
    same_number = directive.tasks.filter(number=number)
    taken = same_number.filter(lead_unit__in=task.lead_unit_ids).first()
    if taken is not None:
        words = {"unit": Unit.objects.get(pk=taken.lead_unit_id).name, "number": number}
        raise WrongNumber(_("%(unit)s đã có nhiệm vụ số %(number)s.") % words, field="lead_unit_ids")
    told = (clean(task.content), task.deadline_on, clean(task.measure), clean(task.target))
    for other in same_number:
        if (other.content, other.deadline_on, other.measure, other.target) != told:
            raise WrongNumber(
                _("Số %(number)s đã dùng cho một nhiệm vụ khác của văn bản này.") % {"number": number},
                field="number",
            )


def _require_recipients(directive: Directive, task: TaskInput) -> None:
    """A text on paper orders only those that it is addressed to, and its issuer and keeper."""
    known = set(directive.recipients.values_list("unit_id", flat=True))
    known |= {directive.issuer_id, directive.keeper_id}
    for unit_id in (*task.lead_unit_ids, *task.coordinate_ids, *task.follow_ids):
        if unit_id not in known:
            name = Unit.objects.get(pk=unit_id).name
            raise Incomplete(
                _("%(unit)s không có trong nơi nhận của văn bản.") % {"unit": name}, field="lead_unit_ids"
            )


def _require_below(directive: Directive, task: TaskInput, by: Officer) -> None:
    """Who enters the text of another agency orders nobody in its name but the own units and those below."""
    if directive.issuer_id in {directive.keeper_id, *stands_for(by)}:
        return
    known = {directive.keeper_id, *sees(by)}
    for unit_id in (*task.lead_unit_ids, *task.coordinate_ids, *task.follow_ids):
        if unit_id not in known:
            words = {"unit": Unit.objects.get(pk=unit_id).name, "issuer": directive.issuer.name_in_sentence}
            raise NotAllowed(
                _("Văn bản này của %(issuer)s. Chỉ ghi được việc của đơn vị bạn và cấp dưới, %(unit)s tự ghi "
                  "việc của mình.") % words
            )  # fmt: skip
