"""What this package announces. ``sequence`` is the ledger entry of the same act, so a key never comes twice."""

from datetime import date, datetime
from typing import ClassVar

import msgspec


class ReportNews(msgspec.Struct, frozen=True, kw_only=True):
    NAME: ClassVar[str]

    report_id: int
    sequence: int
    at: datetime
    unit_id: int
    form: str
    period: str

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.report_id}:{self.sequence}"


class ReportSent(ReportNews, frozen=True, kw_only=True):
    """A version went to the collector; ``on_time`` is judged by the first sending."""

    NAME: ClassVar[str] = "report.sent"

    version: int
    on_time: bool


class ReportReturned(ReportNews, frozen=True, kw_only=True):
    """The collector gave a version back with a reason."""

    NAME: ClassVar[str] = "report.returned"

    version: int


class ReportAccepted(ReportNews, frozen=True, kw_only=True):
    NAME: ClassVar[str] = "report.accepted"

    version: int


class ReportDueSoon(msgspec.Struct, frozen=True, kw_only=True):
    """A report is due soon and not sent; ``days_left`` are calendar days, negative once it is late."""

    NAME: ClassVar[str] = "report.due_soon"

    obligation_id: int
    reminder_id: int
    at: datetime
    unit_id: int
    form: str
    period: str
    due_on: date
    days_left: int

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.obligation_id}:{self.reminder_id}"
