"""The verbs behind the counter in memory: steps, drafts, signatures, waiting, ends."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.documents.papers.content import Content
from motcua.documents.papers.kinds import content_of
from motcua.dossiers import clock
from motcua.dossiers.advancing import facts_of_step
from motcua.dossiers.inputs import ComponentInput
from motcua.dossiers.models import DueChange
from motcua.dossiers.states import PauseKind, State
from motcua.organisation.access import Officer
from motcua.process.definitions import StepKind
from motcua.process.models import StepAssignment, StepRun
from motcua.process.running import move, new_run
from motcua.process.states import StepState
from motcua.project.demo.counter import Counter
from motcua.project.demo.held import Act, Entering, Held


class Desk(Counter):
    """Everything that ``dossiers.services`` does to a dossier, in memory."""

    def do(self, act: Act, held: Held | None) -> Held:
        """Carry one act out; the first of a dossier brings it into being."""
        verb = getattr(self, act.verb)
        if act.verb in {"submit", "accept"}:
            made: Held = verb(by=act.by, at=act.at, **act.details)
            return made
        made = verb(held, by=act.by, at=act.at, **act.details)
        return held or made

    def transfer(self, held: Held, *, by: Officer, at: datetime, note: str = "") -> None:
        intake = held.running.open_of_kind(StepKind.INTAKE)
        assert intake is not None
        self.complete(held, intake.key, by=by, at=at, note=note)
        entering = Entering(held, self.records, by, at)
        entering.go("transfer")
        entering.record("transfer", **({"note": note} if note else {}))
        self._settle(entering)

    def complete_step(self, held: Held, *, step: str, by: Officer, at: datetime, note: str = "") -> None:
        run = self.complete(held, step, by=by, at=at, note=note)
        self._advance(held, "complete_step", run, by=by, at=at, note=note)

    def skip_step(self, held: Held, *, step: str, reason: str, by: Officer, at: datetime) -> None:
        run = self._finish_step(held, step, "skip", by=by, at=at, note=reason)
        self._advance(held, "skip_step", run, by=by, at=at, note=reason)

    def confirm_payment(self, held: Held, *, receipt_note: str, by: Officer, at: datetime) -> None:
        step = held.running.open_of_kind(StepKind.FINANCIAL)
        assert step is not None
        run = self.complete(held, step.key, by=by, at=at, note=receipt_note)
        self._advance(held, "complete_step", run, by=by, at=at, note=receipt_note)

    def draft_result(
        self, held: Held, *, kind: str, data: Content | Mapping[str, Any], by: Officer, at: datetime
    ) -> None:
        entering = Entering(held, self.records, by, at)
        paper = self.issue(kind, held.dossier.unit_id, content_of(kind, data), entering)
        entering.change(result=paper)
        entering.record("draft_result", paper=paper.pk, kind=kind, number=paper.number)

    def sign_result(self, held: Held, *, by: Officer, at: datetime) -> None:
        step = held.running.open_of_kind(StepKind.SIGN)
        assert step is not None
        run = self.complete(held, step.key, by=by, at=at)
        paper = held.dossier.result
        if paper is not None and paper.signed_at is None:
            paper.signed_at, paper.signed_by_id = at, by.account_id
        entering = Entering(held, self.records, by, at)
        entering.record("sign_result", paper=held.dossier.result_id, **facts_of_step(run))
        self._settle(entering)

    def send_back(
        self, held: Held, *, step: str, to_key: str, reason: str, by: Officer, at: datetime
    ) -> None:
        running = held.running
        run = running.latest(step)
        self._end(run, "send_back", by=by, at=at, note=reason)
        for definition in running.workflow.between(to_key, step):
            last = running.latest(definition.key)
            if last.state == StepState.WAITING:
                continue
            if last.state == StepState.OPEN:
                move(last, "cancel")
            again = new_run(running.case, definition, position=last.position, turn=last.turn + 1)
            running.steps.append(self.records.new(again))
        running.steps.sort(key=lambda each: (each.position, each.turn))
        opened = running.latest(to_key)
        done = [each for each in running.steps if each.key == to_key and each.state == StepState.DONE]
        opened.assignee_id = done[-1].finished_by_id
        running.enter(opened, running.workflow.step(to_key), calendar=self._calendar(held), at=at)
        running.keep(at=at)
        entering = Entering(held, self.records, by, at)
        entering.record("send_back", to=to_key, **facts_of_step(run, reason))
        self._settle(entering)

    def assign(self, held: Held, *, step: str, account_id: int, part: str, by: Officer, at: datetime) -> None:
        run = held.running.latest(step)
        run.assignee_id = account_id
        held.running.keep(at=at)
        assignment = StepAssignment(
            step=run, account_id=account_id, part=part, assigned_at=at, assigned_by_id=by.account_id
        )
        held.others.append(self.records.new(assignment))
        Entering(held, self.records, by, at).record(
            "assign", account=account_id, part=part, **facts_of_step(run)
        )

    def take_supplement(
        self, held: Held, *, components: tuple[ComponentInput, ...], by: Officer, at: datetime
    ) -> None:
        entering = Entering(held, self.records, by, at)
        self._add_papers(entering, components)
        self._take_items(held, by=by, at=at)
        pause = self.end_pause(entering)
        self._resume_case(held, at)
        entering.go("take_supplement")
        entering.record(
            "take_supplement", mode=pause.mode, due_before=pause.due_before, due_after=pause.due_after
        )
        self._settle(entering)

    def extend_limit(self, held: Held, *, reason: str, days: int, by: Officer, at: datetime) -> None:
        before = held.dossier.due_at
        assert before is not None
        new = self._calendar(held).due(before, TimeLimit(days, TimeUnit.WORKING_DAY))
        entering = Entering(held, self.records, by, at)
        self._change_due(entering, "verification", new, reason)
        entering.change(due_at=new)
        entering.record("extend_limit", reason=reason.strip(), due_before=before, due_after=new)

    def apologise(self, held: Held, *, reason: str, due_at: datetime, by: Officer, at: datetime) -> None:
        entering = Entering(held, self.records, by, at)
        self._change_due(entering, "apology", due_at, reason)
        entering.record("apologise", reason=reason.strip(), due_before=held.dossier.due_at, due_after=due_at)

    def note(self, held: Held, *, text: str, by: Officer, at: datetime) -> None:
        Entering(held, self.records, by, at).record("note", text=text.strip())

    def withdraw(self, held: Held, *, reason: str, by: Officer, at: datetime) -> None:
        self._end_without_result(held, "withdraw", by=by, at=at, reason=reason.strip())

    def stop(self, held: Held, *, reason: str, legal_ground: str, by: Officer, at: datetime) -> None:
        facts = {"reason": reason.strip(), "legal_ground": legal_ground.strip()}
        self._end_without_result(held, "stop", by=by, at=at, **facts)

    def line_in(self, unit_id: int, kind: str, on: date) -> int:
        """The next line of a register, for a paper that takes its number from there."""
        book = self._book(unit_id, kind, on.year)
        return self.records.number(f"book:{unit_id}:{book.kind}:{on.year}")

    # Inside

    def complete(self, held: Held, key: str, *, by: Officer, at: datetime, note: str = "") -> StepRun:
        return self._finish_step(held, key, "complete", by=by, at=at, note=note)

    def _finish_step(
        self, held: Held, key: str, verb: str, *, by: Officer, at: datetime, note: str
    ) -> StepRun:
        run = held.running.latest(key)
        self._end(run, verb, by=by, at=at, note=note)
        held.running.open_ready(calendar=self._calendar(held), at=at)
        held.running.keep(at=at)
        return run

    def _end(self, run: StepRun, verb: str, *, by: Officer, at: datetime, note: str) -> None:
        move(run, verb)
        run.finished_at, run.finished_by_id, run.note = at, by.account_id, note

    def _advance(self, held: Held, verb: str, run: StepRun, *, by: Officer, at: datetime, note: str) -> None:
        entering = Entering(held, self.records, by, at)
        was_open = held.dossier.closed_at is None
        entering.record(verb, **facts_of_step(run, note))
        if was_open:
            self._settle(entering)

    def _settle(self, entering: Entering) -> None:
        """As ``dossiers.advancing.settle``: state and clock follow the steps that are open now."""
        held = entering.held
        now_open, pause = held.running.open_steps(), held.pause
        returning = any(step.kind == StepKind.RETURN for step in now_open)
        waiting = [step for step in now_open if not step.counted and not returning]
        paying = any(step.kind == StepKind.FINANCIAL for step in waiting)
        was_paying = held.dossier.state == State.FINANCIAL_DUTY
        if pause is not None and not waiting:
            self.end_pause(entering)
            if not was_paying:
                entering.record(
                    "end_posting",
                    began_at=pause.began_at,
                    due_before=pause.due_before,
                    due_after=pause.due_after,
                )
        if returning:
            self._finish(entering, "finish_on_payment" if was_paying else "finish")
        elif was_paying and not paying:
            entering.go("confirm_payment")
            entering.record("confirm_payment")
        elif paying and not was_paying:
            if pause is None:
                self.begin_pause(entering, PauseKind.FINANCIAL, mode=clock.RESUME, reason=waiting[0].name)
            entering.go("ask_payment")
            entering.record("ask_payment", **facts_of_step(waiting[0]))
        elif waiting and pause is None:
            self.begin_pause(entering, PauseKind.POSTING, mode=clock.RESUME, reason=waiting[0].name)
            entering.record("begin_posting", **facts_of_step(waiting[0]))

    def _finish(self, entering: Entering, verb: str) -> None:
        dossier, at = entering.dossier, entering.at
        assert dossier.due_at is not None
        classification = self.dated.policy(entering.held.received_on).classification
        outcome = clock.judge(dossier.due_at, finished_at=at, classification=classification)
        entering.change(finished_at=at, finished_by_id=entering.by.account_id, outcome=outcome, closed_at=at)
        entering.go(verb)
        entering.record(verb, classification=classification, due_at=dossier.due_at, outcome=outcome)

    def _end_without_result(
        self, held: Held, verb: str, *, by: Officer, at: datetime, **details: object
    ) -> None:
        entering = Entering(held, self.records, by, at)
        if held.pause is not None:
            self.end_pause(entering, goes_on=False)
        if held.case is not None:
            for step in held.case.steps:
                if step.state in {StepState.OPEN, StepState.WAITING}:
                    move(step, "cancel" if step.state == StepState.OPEN else "cancel_waiting")
            held.case.case.paused_at = None
            held.case.keep(at=at)
        entering.change(closed_at=at)
        entering.go(verb)
        entering.record(verb, **details)

    def _resume_case(self, held: Held, at: datetime) -> None:
        case, calendar = held.running.case, self._calendar(held)
        assert case.paused_at is not None
        covered = calendar.working_minutes(case.paused_at, at)
        for step in held.running.open_steps():
            if step.due_at is not None and step.due_at >= case.paused_at:
                step.due_at = calendar.add(step.due_at, covered)
        case.paused_at = None

    def _change_due(self, entering: Entering, kind: str, new: datetime, reason: str) -> None:
        assert entering.dossier.due_at is not None
        change = DueChange(
            dossier=entering.dossier,
            kind=kind,
            due_before=entering.dossier.due_at,
            due_after=new,
            reason=reason.strip(),
            changed_at=entering.at,
            changed_by_id=entering.by.account_id,
        )
        entering.held.due_changes.append(self.records.new(change))

    def _calendar(self, held: Held) -> Any:
        return self.dated.calendar(held.dossier.unit_id, held.received_on)
