"""The life of one dossier as it might have gone: who did what when, and what that did to its promise.

Nothing here touches the database. A life is a list of acts in order of time; whoever writes it down takes the
acts up to "now" and leaves the rest to happen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from motcua.calendars.working_time import TimeLimit, TimeUnit, WorkingCalendar
from motcua.catalogue.definitions import ClockRules, ProcedureDefinition
from motcua.dossiers import clock
from motcua.process.definitions import StepDefinition, StepKind, WorkflowDefinition
from motcua.project.demo.workload import Arrival

LATE_SHARE, SUPPLEMENT_SHARE, WITHDRAWN_SHARE, REFUSED_SHARE, STOPPED_SHARE = 0.022, 0.05, 0.006, 0.011, 0.002
DAY = 480


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its verb in the ledger, who does it by role, the step it ends, what it opens, its details."""

    at: datetime
    verb: str
    role: str
    ends: str = ""
    opens: tuple[str, ...] = ()
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Life:
    """All acts of a dossier, past and to come."""

    limit: TimeLimit
    limit_reason: str
    acts: list[Act]


@dataclass(slots=True)
class Living:
    """The teller of one life: a clock in local time, a promise, the acts so far."""

    random: Random
    definition: ProcedureDefinition
    workflow: WorkflowDefinition
    calendar: WorkingCalendar
    rules: ClockRules
    arrival: Arrival
    acts: list[Act] = field(default_factory=list)
    due: datetime = field(init=False)
    now: datetime = field(init=False)

    def live(self) -> Life:
        own = clock.limit_of(self.definition, channel=self.arrival.channel, case_id="", rules=self.rules)
        limit = own or TimeLimit(12, TimeUnit.WORKING_DAY)
        reason = "" if own else "Thời hạn gồm phần việc của Sở Nội vụ"
        self.now = self.arrival.at
        if self.arrival.channel in {"online", "postal"}:
            self._act("submit", "citizen")
            self.now = self._later(self.random.randint(10, 300))
        if self.random.random() < REFUSED_SHARE:
            self._act("refuse", "one_stop_officer", reason=self._refusal())
            return Life(limit, reason, self.acts)
        self.due = clock.due(
            self.definition, limit, received=self.now, rules=self.rules, calendar=self.calendar
        )
        accepted = self.now
        self._act("accept", "one_stop_officer", due_at=self.due)
        work = [step for step in self.workflow.steps if step.kind not in (StepKind.INTAKE, StepKind.RETURN)]
        intake = self.workflow.steps[0]
        self.now = self._later(self.random.randint(4, 70), most=self.due)
        self._act("transfer", "one_stop_officer", ends=intake.key, opens=self._first(work))
        budget = max(self.calendar.working_minutes(accepted, self.due), 30) * self._pace()
        if self._breaks_off():
            return Life(limit, reason, self.acts)
        if limit.value >= 3 and self.random.random() < SUPPLEMENT_SHARE:
            self._supplement(limit)
        self._work(work, budget)
        self._hand_over(self.workflow.steps[-1])
        return Life(limit, reason, self.acts)

    def _pace(self) -> float:
        """Which part of the limit is used: mostly less, now and then more than all of it."""
        if self.random.random() < LATE_SHARE:
            return self.random.uniform(1.05, 1.9)
        return min(0.97, max(0.12, self.random.gauss(0.58, 0.22)))

    def _breaks_off(self) -> bool:
        chance = self.random.random()
        if chance > WITHDRAWN_SHARE + STOPPED_SHARE:
            return False
        self.now = self._later(self.random.randint(20, 400))
        if chance < WITHDRAWN_SHARE:
            self._act("withdraw", "one_stop_officer", reason="Người nộp đổi ý, xin nhận lại giấy tờ")
        else:
            ground = "Nghị định 118/2025/NĐ-CP"
            self._act(
                "stop", "commune_leader", reason="Người nộp đề nghị dừng, đã xem xét", legal_ground=ground
            )
        return True

    def _supplement(self, limit: TimeLimit) -> None:
        began = self.now = self._later(self.random.randint(20, 200), most=self.due)
        before = self.due
        self._act("ask_supplement", self._specialist(), due_at=None, pause="supplement", due_before=before)
        self.now = self._later(self.random.randint(120, 5 * DAY))
        mode = self.rules.supplement.mode
        anew = clock.due(self.definition, limit, received=self.now, rules=self.rules, calendar=self.calendar)
        self.due = clock.resumed(
            before,
            began=began,
            ended=self.now,
            calendar=self.calendar,
            restarted=anew if mode == "restart" else None,
        )
        self._act("take_supplement", "one_stop_officer", due_at=self.due, resume=mode)

    def _work(self, work: list[StepDefinition], budget: float) -> None:
        """Go through the steps; lanes that run side by side end one after the other in their own time."""
        planned = {
            step.key: step.minutes or (0 if step.kind is StepKind.FINANCIAL else 2 * DAY) for step in work
        }
        total = sum(minutes for step in work if step.counted for minutes in (planned[step.key],)) or 1
        done: set[str] = {self.workflow.steps[0].key}
        for index, step in enumerate(work):
            share = budget * planned[step.key] / total
            if not step.counted:
                self._standing_still(step)
            else:
                self.now = self._later(max(2, int(share * self.random.uniform(0.85, 1.15))))
            done.add(step.key)
            last = index == len(work) - 1
            opens = self._opened(done, step.key)
            if step.kind is StepKind.SIGN:
                self._act("sign_result", step.role, result="signed")
            self._act("complete_step", step.role, ends=step.key, opens=opens, last=last)
            if not last and work[index + 1].kind is StepKind.SIGN:
                self._draft(step.role)
        self._act("finish", work[-1].role)

    def _draft(self, role: str) -> None:
        self._act("draft_result", role, result="drafted")

    def _standing_still(self, step: StepDefinition) -> None:
        """A public notice or a payment: its time is left out of the limit."""
        began, before = self.now, self.due
        financial = step.kind is StepKind.FINANCIAL
        verb, role = ("ask_payment", step.role) if financial else ("begin_posting", step.role)
        self._act(verb, role, due_at=None, pause="financial" if financial else "posting", due_before=before)
        days = self.random.randint(2, 9) if financial else step.calendar_days or 15
        limit = TimeLimit(days, TimeUnit.WORKING_DAY if financial else TimeUnit.CALENDAR_DAY)
        self.now = self.calendar.due(self.now, limit)
        self.due = clock.resumed(before, began=began, ended=self.now, calendar=self.calendar, restarted=None)
        self._act("confirm_payment" if financial else "end_posting", role, due_at=self.due, resume="resume")

    def _hand_over(self, step: StepDefinition) -> None:
        self.now = self._later(self.random.choice((5, 10, 25, 60, 200, 480, 960, 2400)))
        self._act("return_result", "one_stop_officer", ends=step.key)

    def _act(
        self, verb: str, role: str, *, ends: str = "", opens: tuple[str, ...] = (), **details: Any
    ) -> None:
        self.acts.append(Act(self.now, verb, role, ends, opens, details))

    def _later(self, minutes: int, *, most: datetime | None = None) -> datetime:
        """An open moment some working minutes on, inside opening hours."""
        moved = self.calendar.next_opening(self.calendar.add(self.calendar.next_opening(self.now), minutes))
        return min(moved, most) if most is not None and most > self.now else moved

    def _first(self, work: list[StepDefinition]) -> tuple[str, ...]:
        return self._opened({self.workflow.steps[0].key}, self.workflow.steps[0].key)

    def _opened(self, done: set[str], just: str) -> tuple[str, ...]:
        return tuple(
            step.key
            for step in self.workflow.steps
            if just in step.after and done.issuperset(step.after) and step.key not in done
        )

    def _specialist(self) -> str:
        return next(
            (step.role for step in self.workflow.steps if step.kind is StepKind.WORK), "one_stop_officer"
        )

    def _refusal(self) -> str:
        return self.random.choice(
            (
                "Không thuộc thẩm quyền giải quyết của xã",
                "Bản chính bị tẩy xóa, sửa chữa, không chứng thực được",
                "Chưa đủ điều kiện theo quy định",
            )
        )


def until(acts: list[Act], now: datetime) -> Iterator[Act]:
    """The acts that have happened by now."""
    for act in acts:
        if act.at >= now:
            return
        yield act
