"""A case in hand: its row locked, all its steps in memory, every change by the table of step moves."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.working_time import TimeLimit, TimeUnit, WorkingCalendar
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import moment
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.queries import holders
from motcua.process.definitions import COUNTER, StepDefinition, WorkflowDefinition
from motcua.process.models import Case, StepRun
from motcua.process.states import TRANSITIONS, StepState

_OVER_WELL = frozenset({StepState.DONE, StepState.SKIPPED})


class StepNotOpen(Refusal):
    """The step is not being worked on: not yet, or no longer."""


class CasePaused(Refusal):
    """The clock of the case stands still; nothing moves until it goes on."""


@dataclass(slots=True)
class RunningCase:
    """One case under lock. Services change it through the methods here and end with ``keep``."""

    case: Case
    steps: list[StepRun]

    @property
    def workflow(self) -> WorkflowDefinition:
        return self.case.version.steps

    def latest(self, key: str) -> StepRun:
        """The newest turn of a step."""
        return max((run for run in self.steps if run.key == key), key=lambda run: run.turn)

    def open_steps(self) -> list[StepRun]:
        return [run for run in self.steps if run.state == StepState.OPEN]

    def step(self, step_id: int) -> StepRun:
        """Return a step of this case by its key in the table, with the case already at hand."""
        return next(run for run in self.steps if run.pk == step_id)

    def require_open(self, step: StepRun) -> None:
        """Refuse a step that is not being worked on, saying what became of it."""
        if step.state != StepState.OPEN:
            raise StepNotOpen(_what_became_of(step))
        if self.case.paused_at is not None:
            raise CasePaused(
                _("Việc này đang tạm dừng từ %(since)s, chưa làm tiếp được.")
                % {"since": moment(self.case.paused_at)}
            )

    def open_ready(self, *, calendar: WorkingCalendar, at: datetime) -> list[StepRun]:
        """Open every step that waits for nothing any more, and return them."""
        opened = []
        for definition in self.workflow.steps:
            run = self.latest(definition.key)
            if run.state == StepState.WAITING and all(
                self.latest(key).state in _OVER_WELL for key in definition.after
            ):
                self.enter(run, definition, calendar=calendar, at=at)
                opened.append(run)
        return opened

    def enter(
        self, run: StepRun, definition: StepDefinition, *, calendar: WorkingCalendar, at: datetime
    ) -> None:
        """Open one step: its clock starts, and whoever alone holds its role gets it."""
        move(run, "open")
        run.entered_at = at
        run.due_at = step_due(definition, calendar=calendar, at=at)
        if run.assignee_id is None and run.kind not in COUNTER:
            candidates = holders(Unit(pk=self.case.unit_id), run.role, on=timezone.localdate(at))
            if len(candidates) == 1:
                run.assignee = candidates[0]
        if run.pk:
            run.save(update_fields=["state", "entered_at", "due_at", "assignee"])

    def keep(self, *, at: datetime) -> None:
        """Write the case: who holds it now by the first open step, and closed once nothing is left to do."""
        changed = self.restate(at=at)
        if changed:
            self.case.save(update_fields=changed)

    def restate(self, *, at: datetime) -> list[str]:
        """Let the case repeat what its open steps say, unsaved; return the columns that changed."""
        case, now_open = self.case, self.open_steps()
        first = now_open[0] if now_open else None
        facts: dict[str, object] = {
            "holder_id": first and first.assignee_id,
            "holder_role": first.role if first else "",
            "step_name": " · ".join(run.name for run in now_open)[:300],
            "held_since": first and first.entered_at,
        }
        if first is None and case.closed_at is None and not self._waiting():
            facts["closed_at"] = at
        changed = [name for name, value in facts.items() if getattr(case, name) != value]
        for name in changed:
            setattr(case, name, facts[name])
        return changed

    def _waiting(self) -> bool:
        return any(run.state == StepState.WAITING for run in self.steps)


def lock(case_id: int) -> RunningCase:
    """Lock a case for the rest of the transaction and read its steps in reading order."""
    cases = Case.objects.select_for_update(of=("self",)).select_related("version")
    case = cases.get(pk=case_id)
    steps = list(case.steps.select_related("assignee", "finished_by").order_by("position", "turn"))
    for step in steps:
        step.case = case
    return RunningCase(case, steps)


def lock_by_step(step_id: int) -> tuple[RunningCase, StepRun]:
    """Lock the case of a step, and return both."""
    case_id = StepRun.objects.values_list("case_id", flat=True).get(pk=step_id)
    running = lock(case_id)
    return running, running.step(step_id)


def move(run: StepRun, verb: str) -> None:
    """Take a step along one row of the table of moves."""
    transition = TRANSITIONS[verb]
    assert run.state == transition.source, f"{run} cannot {verb} from {run.state}."
    run.state = transition.target


def finish(run: StepRun, verb: str, *, by: Officer, at: datetime, note: str) -> None:
    """Take a step to one of its ends, with who did it and when."""
    move(run, verb)
    run.finished_at, run.finished_by_id, run.note = at, by.account_id, note
    run.save(update_fields=["state", "finished_at", "finished_by", "note"])


def step_due(definition: StepDefinition, *, calendar: WorkingCalendar, at: datetime) -> datetime | None:
    """Return until when a step entered now should be done; None where no time is given."""
    if definition.calendar_days:
        return calendar.due(at, TimeLimit(definition.calendar_days, TimeUnit.CALENDAR_DAY))
    return calendar.add(calendar.next_opening(at), definition.minutes) if definition.minutes else None


def new_run(case: Case, definition: StepDefinition, *, position: int, turn: int = 1) -> StepRun:
    """Build one step of a case as its workflow defines it, unsaved and waiting."""
    return StepRun(
        case=case,
        key=definition.key,
        turn=turn,
        position=position,
        name=definition.name_vi,
        lane=definition.lane,
        role=definition.role,
        kind=definition.kind,
        minutes=definition.minutes,
        counted=definition.counted,
        optional=definition.optional,
    )


def _what_became_of(step: StepRun) -> str:
    words = {"step": step.name, "name": step.finished_by, "at": step.finished_at and moment(step.finished_at)}
    match step.state:
        case StepState.DONE:
            return _("Bước “%(step)s” đã được %(name)s làm xong lúc %(at)s.") % words
        case StepState.SENT_BACK:
            return _("Bước “%(step)s” đã được %(name)s chuyển trả lại lúc %(at)s.") % words
        case StepState.SKIPPED:
            return _("Bước “%(step)s” đã được bỏ qua.") % words
        case StepState.CANCELLED:
            return _("Bước “%(step)s” đã thôi, không còn phải làm.") % words
        case _:
            return _("Bước “%(step)s” chưa tới lượt.") % words
