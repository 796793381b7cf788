"""The clock of a dossier in memory: what ``dossiers.pausing`` does to rows that are not written yet."""

from django.utils.translation import gettext as _

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.dossiers import clock
from motcua.dossiers.models import Pause
from motcua.dossiers.states import PauseKind
from motcua.project.demo.dated import Dated
from motcua.project.demo.held import Entering, Held
from motcua.project.demo.records import Records


class Clockwork:
    """Lets the clock of a dossier stand still and go on."""

    def __init__(self, records: Records, dated: Dated) -> None:
        self.records, self.dated = records, dated

    def stand_still(self, entering: Entering) -> None:
        held = entering.held
        if held.pause is not None:
            self.end_pause(entering)
        mode = self.dated.policy(held.received_on).supplement_mode
        self.begin_pause(entering, PauseKind.SUPPLEMENT, mode=mode, reason=_("Chờ bổ sung giấy tờ"))
        held.running.case.paused_at = entering.at

    def begin_pause(self, entering: Entering, kind: PauseKind, *, mode: str, reason: str) -> None:
        held, dossier = entering.held, entering.dossier
        held.pause = self.records.new(
            Pause(
                dossier=dossier,
                kind=kind,
                mode=mode,
                reason=reason,
                began_at=entering.at,
                began_by_id=entering.by.account_id,
                due_before=dossier.due_at,
            )
        )
        held.others.append(held.pause)
        entering.change(due_at=clock.paused(dossier.due_at, at=entering.at))

    def end_pause(self, entering: Entering, *, goes_on: bool = True) -> Pause:
        held, dossier, at = entering.held, entering.dossier, entering.at
        pause, on = held.pause, held.received_on
        assert pause is not None
        if goes_on and pause.due_before is not None:
            calendar, restarted = self.dated.calendar(dossier.unit_id, on), None
            if pause.mode == clock.RESTART:
                rules = self.dated.policy(on).rules
                restarted = clock.due(
                    held.definition, self._limit_of(held), received=at, rules=rules, calendar=calendar
                )
            pause.due_after = clock.resumed(
                pause.due_before, began=pause.began_at, ended=at, calendar=calendar, restarted=restarted
            )
            entering.change(due_at=pause.due_after)
        pause.ended_at, pause.ended_by_id = at, entering.by.account_id
        held.pause = None
        return pause

    def _limit_of(self, held: Held) -> TimeLimit:
        unit = TimeUnit(held.dossier.limit_unit)
        rule = self.dated.policy(held.received_on).cutoff(held.definition.statutory_time.cutoff_rule)
        if unit == TimeUnit.IMMEDIATE and rule:
            return TimeLimit(0, unit, cutoff=rule.time)
        return TimeLimit(held.dossier.limit_value or 0, unit)
