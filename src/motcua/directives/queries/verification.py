"""Are directives, tasks and conferences what their history says they are?"""

from collections.abc import Iterator

from motcua.directives.models import Conference, Directive, Task
from motcua.directives.task_states import State
from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_kept


def verify_rows() -> Iterator[Fault]:
    """Compare every directive, assigned task and conference with its history; a planned task has none yet."""
    yield from verify_kept(Directive.objects.all())
    yield from verify_kept(Task.objects.exclude(state=State.PLANNED))
    yield from verify_kept(Conference.objects.prefetch_related("attendance"))
