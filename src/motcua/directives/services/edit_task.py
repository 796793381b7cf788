from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives import rules
from motcua.directives.acting import record_draft, require_seen, take_draft
from motcua.directives.inputs import TaskInput
from motcua.directives.line import require_in_line
from motcua.directives.models import Directive, Task
from motcua.directives.models.task import TaskQuerySet
from motcua.directives.services.assign_task import WrongNumber, require_number_free, write
from motcua.directives.task_states import Part
from motcua.kernel.models import LedgerEntry
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer

_ABOUT_TASKS = frozenset({"plan", "edit_task", "drop_task"})


@transaction.atomic
def edit_task(
    *, directive_id: int, number: str, task: TaskInput, by: Officer, at: datetime, revision: int | None = None
) -> list[Task]:
    """Write a numbered task of a draft anew, for all its leading units; a blank number in ``task`` keeps this one.

    Args:
        revision: the draft's, as the screen showed it; a task changed since is not overwritten, the same form sent
            twice is one change.
    Raises:
        AlreadyIssued: it is assigned; what is assigned is extended or cancelled with a reason instead.
        ChangedMeanwhile, OutOfLine, WrongNumber, UnitTwice, UnitNotThere, WrongDay, Incomplete, NotAllowed: as
            their sentences say.
    """
    directive = take_draft("edit_task", directive_id=directive_id, by=by)
    on = timezone.localdate(at)
    rules.require_task(task, on=on)
    require_in_line(directive, task.lead_unit_ids, on=on)
    new_number = clean(task.number) or number
    there = list(Task.objects.filter(directive=directive, number=new_number).order_by("pk"))
    if _as_stored(there) == _as_asked(task):
        return there
    _require_seen(directive, number, revision)
    _planned(directive, number).delete()
    require_number_free(directive, new_number, task)
    rows = [write(directive, new_number, lead_id, task) for lead_id in task.lead_unit_ids]
    record_draft(directive, "edit_task", by=by, at=at, number=number, new_number=new_number)
    return rows


@transaction.atomic
def drop_task(
    *, directive_id: int, number: str, by: Officer, at: datetime, revision: int | None = None
) -> None:
    """Take a numbered task out of a draft, for all its leading units; the other numbers stay.

    Args:
        revision: the draft's, as the screen showed it; a task changed since is not taken out unseen.
    """
    directive = take_draft("drop_task", directive_id=directive_id, by=by)
    _require_seen(directive, number, revision, then=_("Hãy xem lại rồi mới bỏ."))
    _planned(directive, number).delete()
    record_draft(directive, "drop_task", by=by, at=at, number=number)


def _require_seen(directive: Directive, number: str, revision: int | None, *, then: str = "") -> None:
    def about_this(entry: LedgerEntry) -> bool:
        details = entry.payload["details"]
        return entry.verb in _ABOUT_TASKS and number in {details.get("number"), details.get("new_number")}

    start = _("Nhiệm vụ %(number)s vừa được đổi:") % {"number": number}
    require_seen(directive.stream, revision, start=start, then=then, about=about_this)


def _planned(directive: Directive, number: str) -> TaskQuerySet:
    found = Task.objects.filter(directive=directive, number=number)
    if not found.exists():
        raise WrongNumber(_("Dự thảo không có nhiệm vụ số %(number)s.") % {"number": number}, field="number")
    return found


Told = tuple[object, ...]


def _as_asked(task: TaskInput) -> Told:
    parts = {(unit_id, Part.COORDINATE) for unit_id in task.coordinate_ids}
    parts |= {(unit_id, Part.FOLLOW) for unit_id in task.follow_ids}
    words = (clean(task.content), task.deadline_on, clean(task.measure), clean(task.target))
    return (*words, set(task.lead_unit_ids), parts)


def _as_stored(rows: list[Task]) -> Told | None:
    """What the rows of one number say, like ``_as_asked``; all of them say the same. None without a row."""
    if not rows:
        return None
    first = rows[0]
    parts = {(part.unit_id, Part(part.part)) for part in first.parts.all()}
    words = (first.content, first.deadline_on, first.measure, first.target)
    return (*words, {row.lead_unit_id for row in rows}, parts)
