"""The deadlines of a unit for the calendar on somebody's telephone."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from motcua.directives import ics
from motcua.directives.models import CalendarFeed, Task
from motcua.directives.queries.lists import tasks_of
from motcua.directives.task_states import REMINDER_DAYS
from motcua.identity.models import Account
from motcua.kernel.ledger import last_entries
from motcua.kernel.models import LedgerEntry
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import officer
from motcua.organisation.models import Staff
from motcua.organisation.sight import own_units


class FeedUnknown(Refusal):
    """The secret address opens nothing: never given out, renewed since, or its owner has left."""


def calendar_feed(token: str, *, on: date) -> bytes:
    """Return the calendar (``text/calendar``) behind a secret address: the open tasks with a deadline of the
    units where its owner holds a post on the day. Nothing in it is personal.

    Raises:
        FeedUnknown: also when the owner's account is closed.
    """
    feed = CalendarFeed.objects.select_related("account").filter(token=token).first()
    if feed is None or not feed.account.is_active:
        raise FeedUnknown(_("Địa chỉ lịch này không còn dùng được. Mở lại lịch ở trang việc của đơn vị."))
    tasks = {
        task.pk: task
        for unit_id in sorted(_units_of(feed.account, on=on))
        for task in tasks_of(unit_id, only_open=True)
        if task.deadline_on
    }
    last = last_entries([task.stream for task in tasks.values()])
    return ics.calendar(_("Hạn việc được giao"), [_entry(task, last[task.stream]) for task in tasks.values()])


def _units_of(account: Account, *, on: date) -> frozenset[int]:
    """All units and offices where the account has a post that takes part in directives."""
    held = Staff.objects.valid(on=on).filter(account=account).values_list("unit_id", flat=True)
    found: frozenset[int] = frozenset()
    for unit_id in sorted(set(held)):
        found |= own_units(officer(account, on=on, unit_id=unit_id))
    return found


def _entry(task: Task, last: LedgerEntry) -> ics.Entry:
    assert task.deadline_on is not None
    words = {
        "number": task.number,
        "content": task.content,
        "lead": task.lead_unit.agency_name,
        "directive": str(task.directive),
        "measure": task.measured,
    }
    told = [task.content, _("Chủ trì: %(lead)s.") % words, _("Theo %(directive)s.") % words]
    if task.measured:
        told.append(_("Chỉ tiêu: %(measure)s.") % words)
    return ics.Entry(
        uid=f"task-{task.pk}@motcua",
        on=task.deadline_on,
        summary=_("Hạn: %(content)s") % {"content": task.content[:120]},
        description="\n".join(told),
        url=f"{settings.PUBLIC_URL.rstrip('/')}/dieu-hanh/cai-cach/viec/{task.pk}/",
        sequence=last.sequence,
        changed_at=last.at,
        alarm_days=REMINDER_DAYS,
    )
