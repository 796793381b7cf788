"""Periodic reports of the stories: each unit opens, signs and sends its own; whoever collects takes them in.

No figure is typed in: the form fills itself from the dossiers and from the cases that units have entered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from motcua.calendars.wall_clock import LOCAL
from motcua.directives.models import Directive
from motcua.organisation.roles import Role
from motcua.project.demo.stories.days import is_open, working_day
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage
from motcua.reporting import services
from motcua.reporting.inputs import Comment, Duty
from motcua.reporting.models import Obligation, Report
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import Form

ONE_DAY = timedelta(days=1)


def oblige(
    stage: Stage,
    directive: Directive,
    collector: str,
    codes: Sequence[str],
    *,
    ends_on: date | None,
    at: datetime,
) -> None:
    """Let every unit owe the collector a quarterly report on its models."""
    assert directive.issued_on is not None
    services.oblige(
        duty=Duty(
            unit_ids=stage.ids(*codes),
            collector_id=stage.unit(collector).pk,
            form=Form.MODELS,
            starts_on=directive.issued_on,
            ends_on=ends_on,
            directive_id=directive.pk,
        ),
        by=stage.officer(collector, Role.HOME_AFFAIRS_OFFICER),
        at=at,
    )


@dataclass(frozen=True)
class Quarter:
    """One quarter as a district lives through it.

    Args:
        late: the unit that sends after the due day, on ``late_on``, once it was pressed.
        returned: the unit whose report comes back with ``reason``, and goes out again with ``answer``.
        difficulty: what every unit says about the quarter; blank: nothing.
        role: who writes the reports in a unit.
    """

    period: ReportingPeriod
    collector: str
    codes: Sequence[str]
    late: str = ""
    late_on: date | None = None
    returned: str = ""
    reason: str = ""
    answer: str = ""
    difficulty: str = ""
    role: str = Role.PAR_OFFICER

    def play(self, stage: Stage, script: Script) -> None:
        due_on = self.period.due_on()
        last_day = due_on if is_open(due_on) else working_day(due_on, -1)
        remind = lambda at: services.remind_reports(at=at)  # noqa: E731
        for day in (due_on - 7 * ONE_DAY, working_day(due_on, -1)):
            script.at(_on(day, 7), remind)
        for turn, code in enumerate(self.codes):
            if code == self.late and self.late_on:
                script.at(_on(self.late_on, 8), partial(self._press, stage))
                sent_at = _on(self.late_on, 14)
            else:
                day = working_day(last_day, -1) if turn % 3 else last_day
                sent_at = _on(day, 9) + timedelta(minutes=17 * turn)
            script.at(sent_at, partial(self._send, stage, script, code))
        script.at(_on(working_day(due_on, 4), 15), partial(self._add_up, stage))

    def _send(self, stage: Stage, script: Script, code: str, at: datetime) -> None:
        writer, leader = stage.officer(code, self.role), stage.officer(code, Role.COMMUNE_LEADER)
        duty = Obligation.objects.filter(unit=stage.unit(code), form=Form.MODELS).latest("starts_on")
        report = services.open_report(obligation_id=duty.pk, period=self.period.key, by=writer, at=at)
        if self.difficulty and code != self.returned:
            comment = Comment(difficulties=self.difficulty)
            services.comment(report_id=report.pk, comment=comment, by=writer, at=at + timedelta(minutes=6))
        services.sign(report_id=report.pk, by=leader, at=at + timedelta(minutes=20))
        services.send(report_id=report.pk, by=writer, at=at + timedelta(minutes=25))
        judge = self._return if code == self.returned else self._accept
        script.at(
            _on(working_day(at.date(), 1), 10) + timedelta(minutes=at.minute),
            partial(judge, stage, script, report.pk),
        )

    def _press(self, stage: Stage, at: datetime) -> None:
        duty = Obligation.objects.filter(unit=stage.unit(self.late), form=Form.MODELS).latest("starts_on")
        by = stage.officer(self.collector, Role.HOME_AFFAIRS_OFFICER)
        services.press(obligation_id=duty.pk, period=self.period.key, by=by, at=at)

    def _accept(self, stage: Stage, script: Script, report_id: int, at: datetime) -> None:
        by = stage.officer(self.collector, Role.HOME_AFFAIRS_OFFICER)
        services.accept(report_id=report_id, by=by, at=at)

    def _return(self, stage: Stage, script: Script, report_id: int, at: datetime) -> None:
        by = stage.officer(self.collector, Role.HOME_AFFAIRS_OFFICER)
        services.receive(report_id=report_id, by=by, at=at)
        services.return_report(report_id=report_id, reason=self.reason, by=by, at=at + timedelta(minutes=9))
        script.at(at + timedelta(hours=22), partial(self._send_again, stage, script, report_id))

    def _send_again(self, stage: Stage, script: Script, report_id: int, at: datetime) -> None:
        code = self.returned
        writer, leader = stage.officer(code, self.role), stage.officer(code, Role.COMMUNE_LEADER)
        services.new_version(report_id=report_id, reason=self.reason, by=writer, at=at)
        comment = Comment(difficulties=self.answer)
        services.comment(report_id=report_id, comment=comment, by=writer, at=at + timedelta(minutes=12))
        services.sign(report_id=report_id, by=leader, at=at + timedelta(minutes=31))
        services.send(report_id=report_id, by=writer, at=at + timedelta(minutes=35))
        script.at(at + timedelta(hours=6), partial(self._accept, stage, script, report_id))

    def _add_up(self, stage: Stage, at: datetime) -> Report:
        """Home affairs adds the reports up; the chair signs the whole."""
        unit, by = stage.unit(self.collector), stage.officer(self.collector, Role.HOME_AFFAIRS_OFFICER)
        report = services.consolidate(unit_id=unit.pk, form=Form.MODELS, period=self.period.key, by=by, at=at)
        chair = stage.officer(self.collector, Role.COMMUNE_LEADER)
        services.sign(report_id=report.pk, by=chair, at=at + timedelta(minutes=50))
        return report


def _on(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), LOCAL)
