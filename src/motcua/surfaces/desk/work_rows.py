"""Dossiers as rows of a list: everything a row shows, worked out with a fixed number of questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import WorkingCalendar
from motcua.dossiers.queries import Row as Listed
from motcua.dossiers.states import Channel, State
from motcua.organisation.access import Officer
from motcua.surfaces.components.due_chips import DueChip, StateKind, due_chip
from motcua.surfaces.desk.work_places import place
from motcua.surfaces.desk.work_steps import ListedStep, steps_of
from motcua.surfaces.desk.work_verbs import Verb, next_verb

CHANNEL_ICONS: dict[str, str] = {
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
    due_at: datetime | None
    place: str
    is_mine: bool
    channel: str
    channel_icon: str
    code: str
    revision: int
    verb: Verb | None
    verb_href: str

    @property
    def due_on(self) -> date | None:
        return timezone.localdate(self.due_at) if self.due_at else None


def rows(found: Sequence[Listed], officer: Officer, *, now: datetime) -> list[Row]:
    """Return the rows of a page as the domain listed them.

    Costs one query for the open steps of all rows, whatever their number, and one for the calendar of each unit.
    """
    steps = steps_of(one.case_id for one in found if one.case_id and not one.closed_at)
    maker = _Maker(officer, now)
    return [maker.row(one, steps.get(one.case_id or 0, [])) for one in found]


def state_kind(listed: Listed, *, now: datetime) -> StateKind:
    """How the clock of a dossier stands; one that was late before a pause stays late."""
    kind = STATE_KINDS.get(listed.state, "running")
    late = listed.due_at is not None and listed.due_at < now
    if kind in {"supplement", "payment"} and late:
        return "running"
    if kind == "running" and listed.due_at is None:
        return "paused"
    return kind


class _Maker:
    """Makes the rows of one page; what rows have in common is worked out once."""

    def __init__(self, officer: Officer, now: datetime) -> None:
        self._officer, self._now = officer, now
        self._tomorrow = timezone.make_aware(
            datetime.combine(timezone.localdate(now) + timedelta(days=1), time())
        )
        self._calendars: dict[int, WorkingCalendar] = {}
        self._chips: dict[tuple[object, ...], DueChip] = {}
        self._channels = {value: str(label) for value, label in Channel.choices}
        self._before_pk, self._after_pk = reverse("desk:dossier", args=[0]).split("0")
        self._pages = {"signing": reverse("desk:signing"), "returning": reverse("desk:returning")}

    def row(self, listed: Listed, steps: list[ListedStep]) -> Row:
        verb = next_verb(listed, steps, self._officer, now=self._now)
        running = [step for step in steps if step.is_open]
        me, href = self._officer.account_id, f"{self._before_pk}{listed.pk}{self._after_pk}"
        apart = verb is not None and verb.page in self._pages
        return Row(
            pk=listed.pk,
            href=href,
            name=listed.applicant_name,
            subject=listed.subject_name if listed.subject_name != listed.applicant_name else "",
            procedure=listed.procedure_name,
            chip=self._chip(listed),
            group=self._group(listed),
            due_at=listed.due_at,
            place=place(listed.state, running, account_id=me),
            is_mine=any(step.assignee_id == me for step in running),
            channel=self._channels[listed.channel],
            channel_icon=CHANNEL_ICONS[listed.channel],
            code=listed.short_code,
            revision=listed.revision,
            verb=verb,
            verb_href=f"{self._pages[verb.page]}#ho-so-{listed.pk}" if verb and apart else href,
        )

    def _chip(self, listed: Listed) -> DueChip:
        kind, due_at = state_kind(listed, now=self._now), listed.due_at or listed.first_due_at
        key = (kind, due_at, listed.finished_at, listed.unit_id)
        if key not in self._chips:
            self._chips[key] = due_chip(
                due_at=due_at,
                state_kind=kind,
                now=self._now,
                calendar=self._calendar(listed.unit_id),
                finished_at=listed.finished_at,
            )
        return self._chips[key]

    def _calendar(self, unit_id: int) -> WorkingCalendar:
        if unit_id not in self._calendars:
            self._calendars[unit_id] = calendar_for(unit_id, timezone.localdate(self._now))
        return self._calendars[unit_id]

    def _group(self, listed: Listed) -> str:
        """The heading under which it stands in a list by due."""
        if listed.closed_at is not None:
            return "done"
        if listed.due_at is None:
            return "paused"
        if listed.due_at < self._now:
            return "late"
        return "today" if listed.due_at < self._tomorrow else "later"


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
