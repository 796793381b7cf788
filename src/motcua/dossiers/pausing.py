"""The dossier's clock stands still and goes on: an interval that is kept, and the promise before and after."""

from django.utils import timezone

from motcua.calendars.queries import calendar_for
from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.models import ClockPolicy
from motcua.catalogue.queries import clock_policy
from motcua.dossiers import clock
from motcua.dossiers.models import Dossier, Pause
from motcua.dossiers.moving import Moving
from motcua.dossiers.states import PauseKind


def calendar_of(dossier: Dossier) -> WorkingCalendar:
    """The calendar by which the dossier counts: its unit's, as on its reception day."""
    return calendar_for(dossier.unit_id, timezone.localdate(dossier.accepted_at or dossier.submitted_at))


def policy_of(dossier: Dossier) -> ClockPolicy:
    """The time rules of the legal period in which the dossier was received."""
    return clock_policy(timezone.localdate(dossier.accepted_at or dossier.submitted_at))


def limit_of(dossier: Dossier) -> TimeLimit:
    """The dossier's time limit as it was fixed at its acceptance."""
    unit = TimeUnit(dossier.limit_unit)
    cutoff = policy_of(dossier).cutoff(dossier.version.definition.statutory_time.cutoff_rule)
    if unit == TimeUnit.IMMEDIATE and cutoff:
        return TimeLimit(0, unit, cutoff=cutoff.time)
    return TimeLimit(dossier.limit_value or 0, unit)


def open_pause(dossier: Dossier) -> Pause | None:
    """The pause in which the dossier stands now."""
    return dossier.pauses.filter(ended_at=None).first()


def begin_pause(moving: Moving, kind: PauseKind, *, mode: str, reason: str) -> Pause:
    """Let the clock stand still from now; a promise that had been broken before stays broken."""
    dossier = moving.dossier
    pause = Pause.objects.create(
        dossier=dossier,
        kind=kind,
        mode=mode,
        reason=reason,
        began_at=moving.at,
        began_by_id=moving.by.account_id,
        due_before=dossier.due_at,
    )
    moving.change(due_at=clock.paused(dossier.due_at, at=moving.at))
    return pause


def end_pause(moving: Moving, pause: Pause, *, goes_on: bool = True) -> None:
    """Let the clock go on by the pause's mode; with ``goes_on`` False the dossier is over and nothing is promised."""
    dossier, at = moving.dossier, moving.at
    if goes_on and pause.due_before is not None:
        calendar, restarted = calendar_of(dossier), None
        if pause.mode == clock.RESTART:
            restarted = clock.due(
                dossier.version.definition,
                limit_of(dossier),
                received=at,
                rules=policy_of(dossier).rules,
                calendar=calendar,
            )
        pause.due_after = clock.resumed(
            pause.due_before, began=pause.began_at, ended=at, calendar=calendar, restarted=restarted
        )
        moving.change(due_at=pause.due_after)
    pause.ended_at, pause.ended_by_id = at, moving.by.account_id
    pause.save(update_fields=["ended_at", "ended_by", "due_after"])
