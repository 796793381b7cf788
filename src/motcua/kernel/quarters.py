"""Quarters of a year (quý): the period in which models are reported."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal

ROMAN = "I", "II", "III", "IV"
FIRST_YEAR, LAST_YEAR = 1900, 2900
_WRITTEN = re.compile(r"(\d{4})-?[Qq]([1-4])")


class NoQuarter(Refusal):
    """What was written names no quarter."""


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter: ``year`` and ``number`` from 1 to 4; written ``2021Q3``."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2021Q3`` or ``2021-Q3``.

        Raises:
            NoQuarter: the text is neither, or lies outside the years that offices count in.
        """
        found = _WRITTEN.fullmatch(text.strip())
        if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            raise NoQuarter(_("Không đọc được quý “%(text)s”. Ghi như 2021Q3.") % {"text": text})
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, on: date) -> Self:
        """The quarter in which a day lies."""
        return cls(on.year, (on.month + 2) // 3)

    @classmethod
    def counted_on(cls, on: date) -> Self:
        """The quarter whose figures a day goes into: after the due day, the next one."""
        quarter = cls.of(on)
        return quarter if on <= quarter.due_on else quarter.after

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        return self.after.first_day - timedelta(days=1)

    @property
    def due_on(self) -> date:
        """The 25th of the last month: by then its results are reported, be it a Sunday.

        Source: công văn nhân rộng mô hình của Chủ tịch UBND huyện Châu Thành, 2021.
        """
        return date(self.year, 3 * self.number, 25)

    @property
    def counts_from(self) -> date:
        """The first day whose figures its report holds: the one after the last report, so that no day is lost."""
        return self.before.due_on + timedelta(days=1)

    @property
    def counts_to(self) -> date:
        """The last day whose figures its report holds (ngày chốt số liệu)."""
        return self.due_on

    @property
    def before(self) -> Self:
        return self._moved(-1)

    @property
    def after(self) -> Self:
        return self._moved(1)

    @property
    def name(self) -> str:
        """``Quý III năm 2021``."""
        return _("Quý %(number)s năm %(year)d") % {"number": ROMAN[self.number - 1], "year": self.year}

    @property
    def name_in_sentence(self) -> str:
        """``quý III năm 2021``."""
        return f"q{self.name[1:]}"

    def _moved(self, by: int) -> Self:
        year, number = divmod(self.year * 4 + self.number - 1 + by, 4)
        return type(self)(year, number + 1)
