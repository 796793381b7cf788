"""Reporting periods (kỳ báo cáo): their days, their due day, the days whose figures they hold. Pure arithmetic."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal

_KEY = re.compile(r"(\d{4})(?:Q([1-4]))?")
_ROMAN = ("I", "II", "III", "IV")
FIRST_YEAR, LAST_YEAR = 1990, 2899
DUE_DAY = 25
ONE_DAY = timedelta(days=1)


class WrongPeriod(Refusal):
    """There is no such period."""


@dataclass(frozen=True, slots=True, order=True)
class ReportingPeriod:
    """A quarter of a year; ``quarter`` 0 is the whole year.

    The due day is a legal day and stays where it is, also on a Sunday (công văn nhân rộng, “ngày 25 tháng cuối quý”).
    The figures of a period run from the day after the last cut-off to its own cut-off, so that no day is lost
    and none counts twice.
    """

    year: int
    quarter: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2021Q3`` or ``2021``.

        Raises:
            WrongPeriod: no such quarter, or a year no office reports on.
        """
        match = _KEY.fullmatch(text.strip().upper())
        if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            raise WrongPeriod(
                _("Kỳ báo cáo ghi như 2021Q3 (quý) hoặc 2021 (năm), không phải “%(text)s”.") % {"text": text},
                field="period",
            )
        return cls(int(match[1]), int(match[2] or 0))

    @classmethod
    def quarter_of(cls, on: date) -> Self:
        return cls(on.year, (on.month + 2) // 3)

    @classmethod
    def containing(cls, on: date, *, yearly: bool) -> Self:
        """The year or the quarter in which a day lies."""
        return cls(on.year) if yearly else cls.quarter_of(on)

    @property
    def key(self) -> str:
        return f"{self.year}Q{self.quarter}" if self.quarter else str(self.year)

    @property
    def name(self) -> str:
        """``Quý III năm 2021``, ``Năm 2021``."""
        if not self.quarter:
            return _("Năm %(year)d") % {"year": self.year}
        return _("Quý %(number)s năm %(year)d") % {"number": _ROMAN[self.quarter - 1], "year": self.year}

    @property
    def first(self) -> date:
        """The first day of the calendar period."""
        return date(self.year, 3 * self.quarter - 2 if self.quarter else 1, 1)

    @property
    def last(self) -> date:
        """The last day of the calendar period."""
        return self.day_of_last_month(31)

    @property
    def before(self) -> Self:
        if not self.quarter:
            return type(self)(self.year - 1)
        return type(self)(self.year, self.quarter - 1) if self.quarter > 1 else type(self)(self.year - 1, 4)

    @property
    def after(self) -> Self:
        if not self.quarter:
            return type(self)(self.year + 1)
        return type(self)(self.year, self.quarter + 1) if self.quarter < 4 else type(self)(self.year + 1, 1)

    @property
    def first_of_year(self) -> Self:
        """The first period of the same kind in the same year."""
        return type(self)(self.year, min(self.quarter, 1))

    def day_of_last_month(self, day: int) -> date:
        """A day of the period's last month; its last day where the month is shorter."""
        month = 3 * self.quarter if self.quarter else 12
        return date(self.year, month, min(day, monthrange(self.year, month)[1]))

    def due_on(self, due_day: int = DUE_DAY) -> date:
        return self.day_of_last_month(due_day)

    def data_to(self, cut_off_day: int = DUE_DAY) -> date:
        """The last day whose figures the period holds (ngày chốt số liệu)."""
        return self.day_of_last_month(cut_off_day)

    def data_from(self, cut_off_day: int = DUE_DAY) -> date:
        return self.before.data_to(cut_off_day) + ONE_DAY


def periods_from(first: ReportingPeriod, last: ReportingPeriod) -> list[ReportingPeriod]:
    """All periods of one kind from one to another, both included."""
    found = []
    while first <= last:
        found.append(first)
        first = first.after
    return found
