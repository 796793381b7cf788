"""The numbers beside the rail: texts that nobody here has opened, tasks that are due or late."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone

from motcua.directives.access import stands_for
from motcua.directives.models import Recipient, Task
from motcua.organisation.access import Officer
from motcua.organisation.sight import takes_part
from motcua.surfaces.board.directives.task_chips import SOON_DAYS


def count_for_navigation(officer: Officer, now: datetime) -> Mapping[str, int]:
    """Count what the officer's own units have to open, and to do within a week."""
    if not takes_part(officer):
        return {}
    mine = stands_for(officer)
    until = timezone.localdate(now) + timedelta(days=SOON_DAYS)
    return {
        "directives_unseen": Recipient.objects.waiting_for(mine).count(),
        "tasks_open": Task.objects.open().filter(lead_unit__in=mine, deadline_on__lte=until).count(),
    }
