"""What of the reform chain waits for an officer: texts, tasks, models, reports of the unit, and the seats in councils.

Four questions for the unit and two for the seats, one more for the authors of what a council judges.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from django.utils import timezone

from motcua.directives.access import drafts_to_sign
from motcua.directives.models import Recipient, Task
from motcua.directives.models.directive import of_own_line
from motcua.directives.states import DRAFTERS
from motcua.directives.states import State as DirectiveState
from motcua.identity.models import Account
from motcua.initiatives.models import Adoption, Replication, SilenceReminder
from motcua.initiatives.queries import waiting_for
from motcua.initiatives.replication_kinds import Group
from motcua.initiatives.states import KEEPERS
from motcua.kernel.quarters import Quarter
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.roles import HEADS
from motcua.organisation.sight import stands_for, with_superiors
from motcua.oversight.award_states import State as AwardState
from motcua.oversight.models import AwardMember, Proposal
from motcua.reporting.models import Obligation, ReportVersion
from motcua.reporting.models.obligation import YEARLY
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import COLLECTORS, State

#: How many days ahead a task and a report are told of; the first reminders of both go out within them.
SOON = {"task": 7, "report": 10}
#: How long somebody's reminder about models stands on the page, and how many periods back a report is asked for.
REMINDER_DAYS, LOOK_BACK = 7, 4
#: What a report whose newest version is in one of these needs from its unit; None: nobody has opened it.
_UNDONE = frozenset({None, State.DRAFT, State.SIGNED, State.RETURNED})


class Waiting(NamedTuple):
    """One thing: its kind, its key, by when (None: no day is set), and what it is called."""

    kind: str
    key: int
    due_on: date | None
    title: str


def waiting(officer: Officer, *, now: datetime) -> list[Waiting]:
    """Return what the officer's units have to do in the reform chain, the first due first, without a day last.

    What is not due yet is there too, of a kind of its own (``task_ahead``).

    The unit's work is for those who write, sign and watch over it; the desk's other people find it behind the rail.
    A seat in a council is anybody's own.
    """
    seats = [*_sheets(officer), *_ballots(officer)]
    if not officer.has(*DRAFTERS):
        return seats
    today, mine = timezone.localdate(now), stands_for(officer)
    above = with_superiors(mine)
    parts = [_tasks(mine), _texts(mine, above), _given(mine, today)]
    if officer.has(*HEADS):
        parts.append(_drafts(officer))
    if officer.has(*COLLECTORS):
        parts.append(_sent(mine))
    if officer.has(*KEEPERS):
        parts += [_models(officer.unit_id, above), _reminders(officer.unit_id, now)]
    first, *rest = parts
    found = [Waiting(*row) for row in first.union(*rest, all=True)]
    dated = [_dated(one, today) for one in (*seats, *found, *_reports(mine, today))]
    return sorted(dated, key=lambda one: (one.due_on or date.max, one.key))


def _dated(one: Waiting, today: date) -> Waiting:
    """What is due later than its page tells of it lies ahead: ``task_ahead``, ``report_ahead``."""
    ahead = one.due_on is not None and one.due_on > today + timedelta(days=SOON.get(one.kind, 0))
    return one._replace(kind=f"{one.kind}_ahead") if ahead and one.kind in SOON else one


def _rows(kind: str, found: QuerySet[Any], key: str, title: str) -> QuerySet[Any, tuple[Any, ...]]:
    """Rows of one kind without a day, as the others have them."""
    return found.order_by().values_list(Value(kind), key, Cast(Value(None), DateField()), title)


def _tasks(mine: frozenset[int]) -> QuerySet[Any, tuple[Any, ...]]:
    found = Task.objects.open().filter(lead_unit__in=mine, deadline_on__isnull=False)
    return found.order_by().values_list(Value("task"), "pk", "deadline_on", "content")


def _given(mine: frozenset[int], today: date) -> QuerySet[Any, tuple[Any, ...]]:
    """Late tasks that the units gave to others: who gave them asks what is wrong."""
    found = Task.objects.late(on=today).filter(directive__keeper__in=mine).exclude(lead_unit__in=mine)
    return found.order_by().values_list(Value("given"), "pk", "deadline_on", "content")


def _texts(mine: frozenset[int], above: frozenset[int]) -> QuerySet[Any, tuple[Any, ...]]:
    return _rows("text", Recipient.objects.waiting_for(mine, above=above), "directive", "directive__abstract")


def _drafts(officer: Officer) -> QuerySet[Any, tuple[Any, ...]]:
    return _rows("draft", drafts_to_sign(officer), "pk", "abstract")


def _sent(mine: frozenset[int]) -> QuerySet[Any, tuple[Any, ...]]:
    found = ReportVersion.objects.filter(
        state__in=[State.SENT, State.RECEIVED], report__obligation__collector__in=mine
    )
    return _rows("sent", found, "report", "report__unit__name")


def _models(unit_id: int, above: frozenset[int]) -> QuerySet[Any, tuple[Any, ...]]:
    """Models of which the unit was told by a text that reaches it, without an answer to them yet."""
    reaches = of_own_line("directive__") | Q(directive__keeper__in=above)
    meant = Q()
    for group in Group:
        levels = [level for level in Level if group.holds(level)]
        meant |= Q(group=group, directive__recipients__unit__level__in=levels)
    found = Replication.objects.filter(
        reaches & meant, directive__state=DirectiveState.ISSUED, directive__recipients__unit=unit_id
    ).exclude(initiative__in=Adoption.objects.filter(unit=unit_id).values("initiative"))
    return _rows("model", found, "initiative", "initiative__title").distinct()


def _sheets(officer: Officer) -> list[Waiting]:
    """Initiatives before a council in which the officer sits and has not scored."""
    return [
        Waiting("sheet", review.initiative_id, None, review.initiative.title)
        for review in waiting_for(officer)
    ]


def _ballots(officer: Officer) -> list[Waiting]:
    """Rounds of commendations in which the officer has a seat and a vote to give; nobody votes on themselves."""
    me = AwardMember(account=Account(pk=officer.account_id, display_name=officer.name))
    here = Proposal.objects.filter(
        round__state=AwardState.REVIEWING,
        round__council__members__account=officer.account_id,
        withdrawn_at=None,
    )
    asked = here.exclude(votes__member__account=officer.account_id).select_related("round")
    rounds = {one.round_id: one.round.title for one in asked.order_by("pk") if not one.concerns(me)}
    return [Waiting("ballot", round_id, None, title) for round_id, title in rounds.items()]


def _reminders(unit_id: int, now: datetime) -> QuerySet[Any, tuple[Any, ...]]:
    """Somebody's reminder of the last days that the unit is silent about its models."""
    found = SilenceReminder.objects.filter(
        unit=unit_id,
        quarter=str(Quarter.counted_on(timezone.localdate(now))),
        sent_at__gte=now - timedelta(days=REMINDER_DAYS),
    )
    return _rows("reminder", found, "pk", "sent_by__display_name")


def _reports(mine: frozenset[int], today: date) -> list[Waiting]:
    """Reports that are not sent, or came back; of this period and of those before it that are unfinished."""
    periods = _periods(today)
    duties = Obligation.objects.filter(unit__in=mine).select_related("unit").order_by("pk")
    states = {f"state_{step}": _newest_state(both) for step, both in enumerate(periods)}
    return [
        Waiting(
            "returned" if state == State.RETURNED else "report",
            duty.pk,
            period.due_on(duty.due_day),
            f"{duty.get_form_display()}, {period.name}",
        )
        for duty in duties.annotate(**states)
        for step, both in enumerate(periods)
        if (state := getattr(duty, f"state_{step}")) in _UNDONE
        and duty.holds_for(period := both[duty.form in YEARLY])
    ]


def _periods(today: date) -> list[tuple[ReportingPeriod, ReportingPeriod]]:
    """This quarter and year, then those before them."""
    both = [(ReportingPeriod.quarter_of(today), ReportingPeriod(today.year))]
    for _step in range(LOOK_BACK):
        both.append((both[-1][0].before, both[-1][1].before))
    return both


def _newest_state(periods: Sequence[ReportingPeriod]) -> Subquery:
    """The state of the newest version that a duty has for a period; the kind of form says for which of them."""
    versions = ReportVersion.objects.filter(
        report__unit=OuterRef("unit"),
        report__form=OuterRef("form"),
        report__period__in=[period.key for period in periods],
    )
    return Subquery(versions.order_by(F("number").desc()).values("state")[:1])
