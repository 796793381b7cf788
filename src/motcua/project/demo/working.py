"""The middle of a dossier's life: the office's steps, one after the other or side by side, and what interrupts them."""

from datetime import datetime, timedelta

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.dossiers.inputs import ComponentInput
from motcua.organisation.roles import Role
from motcua.process import parties
from motcua.process.definitions import Guard, StepKind
from motcua.process.models import StepRun
from motcua.process.states import Part
from motcua.project.demo.dated import local_day
from motcua.project.demo.intakes import missing_paper
from motcua.project.demo.results import result_of, statement_book
from motcua.project.demo.telling import DAY, Habit, Question, Story, Teller

LATE_SHARE, SUPPLEMENT_SHARE, SENT_BACK_SHARE = 0.022, 0.05, 0.015
TAKEN_SHARE, OPTIONAL_SHARE, APOLOGY_SHARE, UNSUPPLEMENTED_SHARE = 0.3, 0.5, 0.6, 0.06
_WAITS = {
    Habit.NOTICED: StepKind.POSTING, Habit.UNPAID: StepKind.FINANCIAL, Habit.UNSIGNED: StepKind.SIGN
}  # fmt: skip
_APOLOGIES = ("Chờ kết quả xác minh của cơ quan khác", "Người giải quyết đi công tác đột xuất")


class Working(Teller):
    """Goes through the steps until the return opens."""

    def work(self) -> Question:
        """Go through the steps until the return opens; False when the dossier ended before."""
        budget, asks, sends = self._budget(), self._asks(), self.happens(SENT_BACK_SHARE)
        planned: dict[tuple[str, int], datetime] = {}
        while self.state.dossier.finished_at is None:
            for run in self.state.running.open_steps():
                if (run.key, run.turn) not in planned:
                    planned[run.key, run.turn] = self._end_of(run, budget)
            run = min(
                (one for one in self.state.running.open_steps() if one.kind != StepKind.RETURN),
                key=lambda one: planned[one.key, one.turn],
            )
            if asks and run.counted:
                asks = False
                if not (yield from self._supplement()):
                    return False
                planned.clear()
                budget = self._budget()
                continue
            yield from self._maybe_take(run)
            yield from self._maybe_apologise(planned[run.key, run.turn])
            yield from self.wake_at(planned[run.key, run.turn])
            if sends and run.kind == StepKind.SIGN:
                sends = False
                if (yield from self._send_back(run)):
                    continue
            yield from self.end(run)
        return True

    def end(self, run: StepRun) -> Story:
        """End one step in the way of its kind."""
        by = self.doer(run)
        if run.optional and not self.happens(OPTIONAL_SHARE):
            yield from self.do("skip_step", by, step=run.key, reason="Người nộp không yêu cầu")
        elif run.kind == StepKind.FINANCIAL:
            note = f"Giấy nộp tiền vào ngân sách số {self.serial % 100_000:05d}"
            yield from self.do("confirm_payment", by, receipt_note=note)
        elif run.kind == StepKind.SIGN:
            if self._issuer == run.key and self.state.dossier.result is None:
                yield from self._draft()
                yield from self.sleep(2)
            yield from self.do("sign_result", self.leader)
        else:
            if run.key == self._drafter and self.state.dossier.result is None:
                yield from self._draft()
                yield from self.sleep(2)
            yield from self.do("complete_step", by, step=run.key)

    def _maybe_take(self, run: StepRun) -> Story:
        """Where several could do a step, one often takes it out of the queue first."""
        if run.kind != StepKind.WORK or run.assignee_id is not None or not self.happens(TAKEN_SHARE):
            return
        by = self.doer(run)
        if by.has(run.role):
            yield from self.sleep(self.random.randint(2, 12))
            yield from self.do("assign", by, step=run.key, account_id=by.account_id, part=str(Part.DO))

    def _draft(self) -> Story:
        dossier, on = self.state.dossier, local_day(self.now)
        book = statement_book(self.version.procedure.slug)
        line = self.setting.desk.line_in(dossier.unit_id, book, on) if book else None
        kind, data = result_of(dossier, leader=self.leader, on=on, line=line)
        yield from self.do("draft_result", self.specialist(), kind=kind, data=data)

    def _send_back(self, run: StepRun) -> Question:
        """The leader finds a fault in the draft: the specialist does the step again."""
        running = self.state.running
        if not self._drafter or self._drafter not in running.workflow.before(run.key):
            return False
        reason = "Sai tên đệm trong dự thảo, soạn lại"
        yield from self.do("send_back", self.leader, step=run.key, to_key=self._drafter, reason=reason)
        return True

    def _supplement(self) -> Question:
        """Ask for a better paper once; False when nobody brings it and the dossier is stopped."""
        item = missing_paper(self.random, self.version, self.intake)
        if item is None:
            return True
        yield from self.sleep(self.random.randint(20, 200))
        on = local_day(self.now)
        respond_by = self.calendar.next_working_day(on + timedelta(days=9))
        yield from self.do("ask_supplement", self.specialist(), items=(item,), respond_by=respond_by)
        if self.habit is Habit.INCOMPLETE:
            yield from self.sleep(8 * DAY)
        elif self.happens(UNSUPPLEMENTED_SHARE):
            yield from self.sleep(10 * DAY)
            ground = "Nghị định 61/2018/NĐ-CP, Điều 19"
            yield from self.do(
                "stop", self.holder(Role.COMMUNE_LEADER), reason="Quá hạn không bổ sung", legal_ground=ground
            )
            return False
        else:
            yield from self.sleep(self.random.randint(120, 5 * DAY))
        paper = ComponentInput(component_id=item.component_id, copy_kind=item.copy_kind)
        yield from self.do("take_supplement", self.at_counter(), components=(paper,))
        return True

    def _maybe_apologise(self, ends: datetime) -> Story:
        """When the promise will be broken, say so a day before, with a new day."""
        dossier = self.state.dossier
        due = dossier.due_at
        short = dossier.limit_unit in {TimeUnit.IMMEDIATE, TimeUnit.HOUR} or (dossier.limit_value or 0) < 3
        if short or due is None or ends <= due or self.state.due_changes or not self.happens(APOLOGY_SHARE):
            return
        told = self.calendar.add(due, -DAY)
        if told > self.now:
            yield from self.wake_at(told)
            new = self.calendar.due(due, TimeLimit(self.random.randint(2, 5), TimeUnit.WORKING_DAY))
            by = self.holder(Role.ONE_STOP_HEAD) if self.has(Role.ONE_STOP_HEAD) else self.leader
            yield from self.do("apologise", by, due_at=new, reason=self.random.choice(_APOLOGIES))

    # How long it takes

    def _budget(self) -> float:
        """Working minutes that the counted steps may use: mostly less than the limit, now and then more."""
        due = self.state.dossier.due_at
        left = self.calendar.working_minutes(self.now, due) if due else 2 * DAY
        until = self.setting.deadline
        if self.is_calm and until is not None:
            left = min(left, self.calendar.working_minutes(self.now, until) // 2)
        return max(left, 40) * self._pace()

    def _pace(self) -> float:
        if self.habit is Habit.SLOW:
            return 8.0
        if self.habit in {Habit.NOTICED, Habit.UNPAID, Habit.UNSIGNED}:
            return 0.1
        if self.is_calm:
            return self.random.uniform(0.25, 0.5)
        if self.habit is Habit.USUAL and self.happens(LATE_SHARE):
            return self.random.uniform(1.05, 1.9)
        return min(0.9, max(0.12, self.random.gauss(0.58, 0.22)))

    def _end_of(self, run: StepRun, budget: float) -> datetime:
        """When a step that has just opened will be over."""
        begin = run.entered_at or self.now
        if run.kind == _WAITS.get(self.habit):
            return self.open(self.calendar.add(self.calendar.next_opening(begin), 12 * DAY))
        if run.kind == StepKind.FINANCIAL:
            days = TimeLimit(2 if self.is_calm else self.random.randint(2, 9), TimeUnit.WORKING_DAY)
            return self.open(self.calendar.due(begin, days))
        if not run.counted:
            days = TimeLimit(
                self.state.running.workflow.step(run.key).calendar_days or 5, TimeUnit.CALENDAR_DAY
            )
            return self.open(self.calendar.add(self.calendar.due(begin, days), self.random.randint(5, 60)))
        share = self._planned(run) / self._total
        minutes = max(3, int(budget * share * self.random.uniform(0.85, 1.15)))
        return self.open(self.calendar.add(self.calendar.next_opening(max(begin, self.now)), minutes))

    def _planned(self, run: StepRun) -> int:
        return run.minutes or 2 * DAY

    @property
    def _total(self) -> int:
        return sum(
            self._planned(run)
            for run in self.state.running.steps
            if run.counted and run.turn == 1 and run.kind not in (StepKind.INTAKE, StepKind.RETURN)
        )  # fmt: skip

    # What it takes

    @property
    def _issuer(self) -> str:
        """The step in which the result is signed."""
        steps = self.state.running.workflow.steps
        return next((step.key for step in steps if Guard.RESULT_DRAFTED in step.guards), "")

    @property
    def _drafter(self) -> str:
        """The last step before the signature in which a specialist writes the draft."""
        if not self._issuer:
            return ""
        before = self.state.running.workflow.before(self._issuer)
        writers = parties.SPECIALISTS - {Role.DIVISION_HEAD}
        steps = [
            step.key
            for step in self.state.running.workflow.steps
            if step.key in before and step.role in writers and step.kind in (StepKind.WORK, StepKind.POSTING)
        ]
        return steps[-1] if steps else ""

    def _asks(self) -> bool:
        dossier = self.state.dossier
        if self.habit is Habit.INCOMPLETE:
            return True
        long = (
            dossier.limit_unit not in {TimeUnit.IMMEDIATE, TimeUnit.HOUR} and (dossier.limit_value or 0) >= 3
        )
        return long and self.habit is Habit.USUAL and not self.state.items and self.happens(SUPPLEMENT_SHARE)
