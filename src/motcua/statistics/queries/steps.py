"""Where dossiers wait: the steps, how long they take in working time, and how many stand in them now."""

from collections import defaultdict
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean

from django.db.models import Count, Exists, OuterRef, QuerySet

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import CalendarNotPublished, WorkingCalendar
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.process.states import StepState
from motcua.statistics.measures import local_day

LOOK_BACK = timedelta(weeks=4)
MOST_DOSSIERS = 1_000
MOVING = State.ACCEPTED, State.PROCESSING  # states of accepted, open dossiers only: few, and indexed
RUN_COLUMNS = "case", "case__unit", "name", "role", "entered_at", "finished_at", "minutes"
StepKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class StepLoad:
    """A step (bước) of one field of work: mean and planned working minutes, and how many dossiers wait in it.

    ``minutes`` is None when no settled dossier of the last four weeks passed it, ``planned`` when the step has
    no time of its own; ``passes`` is how many passages the mean is made of, ``over`` all their minutes over plan.
    """

    name: str
    role: str
    field: str
    minutes: float | None
    planned: float | None
    passes: int
    waiting: int
    over: int

    @property
    def is_over(self) -> bool:
        return self.minutes is not None and self.planned is not None and self.minutes > self.planned


def waiting(unit_ids: Collection[int], *, field: str, step: tuple[str, str]) -> QuerySet[Dossier]:
    """Return the dossiers of a field that stand in a step (its name and role) now, their clock running."""
    name, role = step
    here = StepRun.objects.filter(case=OuterRef("case"), state=StepState.OPEN, name=name, role=role)
    moving = Dossier.objects.filter(unit_id__in=unit_ids, state__in=MOVING, field=field)
    return moving.filter(Exists(here))


def step_loads(unit_ids: Collection[int], *, now: datetime) -> list[StepLoad]:
    """Return the steps in which dossiers wait now or stood lately, the one that cost most time over its plan first.

    The mean is of the dossiers settled in the last four weeks, the newest thousand at most. Steps outside the
    limit (a public notice) and the return, which waits for the citizen, are left out.
    """
    waiting, passed = _waiting(unit_ids), _passed(unit_ids, now)
    loads = []
    for key in waiting.keys() | passed.keys():
        took = [minutes for minutes, _planned in passed.get(key, [])]
        plans = [planned for _minutes, planned in passed.get(key, []) if planned]
        name, role, field = key
        loads.append(
            StepLoad(
                name=name, role=role, field=field, minutes=fmean(took) if took else None,
                planned=fmean(plans) if plans else None, passes=len(took), waiting=waiting.get(key, 0),
                over=sum(max(0, minutes - (planned or minutes)) for minutes, planned in passed.get(key, [])),
            )
        )  # fmt: skip
    return sorted(loads, key=lambda load: (-load.over, -load.waiting, load.name, load.field))


def _waiting(unit_ids: Collection[int]) -> dict[StepKey, int]:
    rows = (
        Dossier.objects.filter(unit_id__in=unit_ids, state__in=MOVING)
        .filter(case__steps__state=StepState.OPEN)
        .values_list("case__steps__name", "case__steps__role", "field")
        .annotate(Count("pk", distinct=True))
    )
    return {(name, role, field): count for name, role, field, count in rows}


def _passed(unit_ids: Collection[int], now: datetime) -> dict[StepKey, list[tuple[int, int | None]]]:
    settled = Dossier.objects.filter(unit_id__in=unit_ids, finished_at__gte=now - LOOK_BACK)
    cases = dict(settled.order_by("-finished_at").values_list("case", "field")[:MOST_DOSSIERS])
    runs = StepRun.objects.filter(case__in=cases, state=StepState.DONE, counted=True)
    runs = runs.exclude(kind=StepKind.RETURN)
    calendars: dict[int, WorkingCalendar] = {}
    found: dict[StepKey, list[tuple[int, int | None]]] = defaultdict(list)
    for case, unit_id, name, role, entered_at, finished_at, planned in runs.values_list(*RUN_COLUMNS):
        if entered_at is None or finished_at is None:
            continue
        if unit_id not in calendars:
            calendars[unit_id] = calendar_for(unit_id, local_day(now))
        with suppress(CalendarNotPublished):
            took = calendars[unit_id].working_minutes(entered_at, finished_at)
            found[name, role, cases[case]].append((took, planned))
    return found
