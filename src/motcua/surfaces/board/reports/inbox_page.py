"""The reports of one form and period that somebody waits for: what came in, what is missing, what adds up."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import stands_for
from motcua.reporting import queries
from motcua.reporting.models import Report
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.queries import InboxLine
from motcua.reporting.states import COLLECTORS, Form, State
from motcua.surfaces.board.reports.due_words import report_chip
from motcua.surfaces.components.due_chips import DueChip


@dataclass(frozen=True)
class InboxPage:
    """``officer`` collects these reports, or looks at those who do."""

    officer: Officer
    period: ReportingPeriod
    form: str
    today: date

    @property
    def after(self) -> ReportingPeriod | None:
        """The next period, if its first day has come."""
        return self.period.after if self.period.after.data_from() <= self.today else None

    @cached_property
    def lines(self) -> list[tuple[InboxLine, DueChip]]:
        found = queries.inbox(self.officer, self.period, on=self.today, form=self.form)
        return [(line, report_chip(line.due)) for line in found]

    @property
    def form_name(self) -> str:
        return str(Form(self.form).label)

    @property
    def expected(self) -> int:
        return len(self.lines)

    @property
    def sent(self) -> int:
        return sum(line.due.is_sent for line, _chip in self.lines)

    @property
    def on_time(self) -> int:
        return sum(line.due.is_sent and not line.due.is_late for line, _chip in self.lines)

    @property
    def waiting(self) -> int:
        """Sent, and nobody has looked at them yet."""
        return sum(line.state in {State.SENT, State.RECEIVED} for line, _chip in self.lines)

    @property
    def accepted(self) -> int:
        return sum(line.state == State.ACCEPTED for line, _chip in self.lines)

    @property
    def missing(self) -> int:
        return self.expected - self.sent

    @property
    def to_remind(self) -> int:
        """Missing, and not asked by anybody today."""
        return sum(not (line.due.is_sent or line.pressed_today) for line, _chip in self.lines)

    @cached_property
    def collector(self) -> Unit | None:
        """The unit that collects here, if the officer stands for it and may act for it."""
        if not self.officer.has(*COLLECTORS):
            return None
        mine = stands_for(self.officer)
        found = (line.due.obligation.collector for line, _chip in self.lines)
        return next((unit for unit in found if unit.pk in mine), None)

    @cached_property
    def consolidated(self) -> Report | None:
        ids = {line.due.obligation.collector_id for line, _chip in self.lines}
        return queries.consolidated_of(ids, self.form, self.period) if ids else None
