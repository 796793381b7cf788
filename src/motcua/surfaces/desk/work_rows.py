"""Dossiers as rows of a list: everything a row shows, worked out with a fixed number of questions."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import WorkingCalendar
from motcua.dossiers.queries import Row as Listed
from motcua.dossiers.states import Channel, State
from motcua.organisation.access import Officer
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState
from motcua.surfaces.components.due_chips import DueChip, StateKind, due_chip
from motcua.surfaces.desk.work_places import place
from motcua.surfaces.desk.work_verbs import Verb, next_verb

CHANNEL_ICONS = {
    Channel.DIRECT: "door-open",
    Channel.ONLINE: "globe",
    Channel.POSTAL: "mailbox",
    Channel.HOME: "bike",
    Channel.MOBILE: "truck",
}
STATE_KINDS: dict[str, StateKind] = {
    State.REGISTERED: "none",
    State.SUPPLEMENT_REQUESTED: "supplement",
    State.FINANCIAL_DUTY: "payment",
    State.PROCESSED: "finished",
    State.RETURNED: "finished",
    State.NOT_ACCEPTED: "closed",
    State.WITHDRAWN: "closed",
    State.STOPPED: "closed",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One dossier in a list; ``group`` is late, today, later, paused or done."""

    pk: int
    href: str
    name: str
    subject: str
    procedure: str
    chip: DueChip
    group: str
    due_on: date | None
    place: str
    is_mine: bool
    channel: str
    channel_icon: str
    code: str
    revision: int
    verb: Verb | None
    verb_href: str


def rows(found: Sequence[Listed], officer: Officer, *, now: datetime) -> list[Row]:
    """Return the rows of a page as the domain listed them.

    Costs one query for the open steps of all rows, whatever their number, and one for the calendar of each unit.
    """
    steps = _steps(found)
    calendar = _calendars(now)
    pages = _Pages()
    return [
        _row(listed, steps.get(listed.case_id or 0, []), officer, calendar(listed.unit_id), pages, now=now)
        for listed in found
    ]


def state_kind(dossier: Listed, *, now: datetime) -> StateKind:
    """How the clock of a dossier stands; one that was late before a pause stays late."""
    kind = STATE_KINDS.get(dossier.state, "running")
    late = dossier.due_at is not None and dossier.due_at < now
    if kind in {"supplement", "payment"} and late:
        return "running"
    if kind == "running" and dossier.due_at is None:
        return "paused"
    return kind


def group_of(dossier: Listed, *, now: datetime) -> str:
    """The heading under which a dossier stands in a list by due."""
    if dossier.closed_at is not None:
        return "done"
    if dossier.due_at is None:
        return "paused"
    if dossier.due_at < now:
        return "late"
    return "today" if timezone.localdate(dossier.due_at) == timezone.localdate(now) else "later"


class _Pages:
    """Addresses of one page of rows: reversed once, not once a row."""

    def __init__(self) -> None:
        self._of_dossier = reverse("desk:dossier", args=[0]).split("0")
        self._signing, self._returning = reverse("desk:signing"), reverse("desk:returning")

    def dossier(self, pk: int) -> str:
        before, after = self._of_dossier
        return f"{before}{pk}{after}"

    def of(self, verb: Verb | None, pk: int) -> str:
        if verb is None or verb.page == "dossier":
            return self.dossier(pk)
        page = self._signing if verb.page == "signing" else self._returning
        return f"{page}#ho-so-{pk}"


def _row(
    dossier: Listed,
    steps: list[StepRun],
    officer: Officer,
    calendar: WorkingCalendar,
    pages: _Pages,
    *,
    now: datetime,
) -> Row:
    verb = next_verb(dossier, steps, officer, now=now)
    running = [step for step in steps if step.state == StepState.OPEN]
    channel = Channel(dossier.channel)
    return Row(
        pk=dossier.pk,
        href=pages.dossier(dossier.pk),
        name=dossier.applicant_name,
        subject=dossier.subject_name if dossier.subject_name != dossier.applicant_name else "",
        procedure=dossier.procedure_name,
        chip=due_chip(
            due_at=dossier.due_at or dossier.first_due_at,
            state_kind=state_kind(dossier, now=now),
            now=now,
            calendar=calendar,
            finished_at=dossier.finished_at,
        ),
        group=group_of(dossier, now=now),
        due_on=timezone.localdate(dossier.due_at) if dossier.due_at else None,
        place=place(dossier.state, running, account_id=officer.account_id),
        is_mine=any(step.assignee_id == officer.account_id for step in running),
        channel=str(channel.label),
        channel_icon=CHANNEL_ICONS[channel],
        code=dossier.short_code,
        revision=dossier.revision,
        verb=verb,
        verb_href=pages.of(verb, dossier.pk),
    )


def _steps(found: Iterable[Listed]) -> dict[int, list[StepRun]]:
    """The open steps of each case, and the signatures that still wait."""
    cases = [listed.case_id for listed in found if listed.case_id and not listed.closed_at]
    steps: dict[int, list[StepRun]] = {}
    wanted = Q(state=StepState.OPEN) | Q(state=StepState.WAITING, kind=StepKind.SIGN)
    runs = StepRun.objects.filter(wanted, case__in=cases).select_related("case", "assignee").only(*_OF_A_STEP)
    for step in runs.order_by("position", "pk"):
        steps.setdefault(step.case_id, []).append(step)
    return steps


_OF_A_STEP = (
    "case__unit", "assignee__display_name", "assignee__username", "kind", "role", "state", "position", "name",
)  # fmt: skip


def _calendars(now: datetime) -> Callable[[int], WorkingCalendar]:
    @cache
    def of(unit_id: int) -> WorkingCalendar:
        return calendar_for(unit_id, timezone.localdate(now))

    return of


GROUP_TITLES: dict[str, Callable[[], str]] = {
    "late": lambda: _("Quá hạn"),
    "today": lambda: _("Hôm nay"),
    "later": lambda: _("Sau hôm nay"),
    "paused": lambda: _("Đang tạm dừng"),
    "done": lambda: _("Đã kết thúc"),
}


def grouped(found: Sequence[Row]) -> list[tuple[str, str, list[Row]]]:
    """Group rows under the headings of a list by due, in the order of work: (key, title, rows)."""
    groups: dict[str, list[Row]] = {key: [] for key in GROUP_TITLES}
    for row in found:
        groups[row.group].append(row)
    return [(key, str(title()), groups[key]) for key, title in GROUP_TITLES.items() if groups[key]]
