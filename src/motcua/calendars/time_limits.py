"""A time limit (thời hạn giải quyết): how long the law gives, in the unit in which it says so."""

import re
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Self

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal

_WRITTEN = re.compile(r"([0-9]{1,9})(wd|cd|h)")


class BadTimeLimit(Refusal):
    """The text or number is no time limit."""


class TimeUnit(StrEnum):
    """What a limit counts; the values are those of the catalogue.

    IMMEDIATE: the same day if received before the cut-off. HOUR: working hours. WORKING_DAY: the unit's
    standard number of working minutes. CALENDAR_DAY: every day, ended on a working day.
    """

    IMMEDIATE = "immediate"
    HOUR = "hour"
    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"


_SUFFIXES = {TimeUnit.HOUR: "h", TimeUnit.WORKING_DAY: "wd", TimeUnit.CALENDAR_DAY: "cd"}
_UNITS = {suffix: unit for unit, suffix in _SUFFIXES.items()}


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """So many of one unit, for example five working days.

    Args:
        value: whole number of units, at least 1; 0 for ``immediate``.
        unit: what is counted.
        cutoff: hour of ``immediate`` from which a dossier is due on the next working day; 15:00 sharp is
            already after (Luật Hộ tịch 60/2014/QH13 art. 5.3, NĐ 23/2015/NĐ-CP art. 7).
    Raises:
        BadTimeLimit: the number does not fit the unit.
    """

    value: int
    unit: TimeUnit
    cutoff: time = time(15)

    def __post_init__(self) -> None:
        if (self.value == 0) != (self.unit == TimeUnit.IMMEDIATE) or self.value < 0:
            raise BadTimeLimit(_("Thời hạn phải từ 1 trở lên. Làm ngay trong ngày thì ghi immediate."))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``5wd`` (working days), ``4h`` (working hours), ``30cd`` (calendar days) or ``immediate``.

        Raises:
            BadTimeLimit: the text is none of these.
        """
        word = text.strip().lower()
        if word == TimeUnit.IMMEDIATE:
            return cls(0, TimeUnit.IMMEDIATE)
        match = _WRITTEN.fullmatch(word)
        if match is None:
            raise BadTimeLimit(
                _(
                    "Thời hạn “%(text)s” không đọc được. Cách ghi: 5wd (ngày làm việc), 4h (giờ làm việc), "
                    "30cd (ngày), immediate (trong ngày)."
                )
                % {"text": text}
            )
        return cls(int(match[1]), _UNITS[match[2]])

    def __str__(self) -> str:
        """The text that ``parse`` reads."""
        return self.unit.value if self.unit == TimeUnit.IMMEDIATE else f"{self.value}{_SUFFIXES[self.unit]}"

    @property
    def in_words(self) -> str:
        """The limit as a person says it: ``5 ngày làm việc``."""
        if self.unit == TimeUnit.IMMEDIATE:
            return _("trong ngày")
        if self.unit == TimeUnit.HOUR:
            return _("%(n)d giờ làm việc") % {"n": self.value}
        if self.unit == TimeUnit.WORKING_DAY:
            return _("%(n)d ngày làm việc") % {"n": self.value}
        return _("%(n)d ngày") % {"n": self.value}
