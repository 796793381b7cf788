from typing import Literal

from motcua.catalogue.definitions.base import Confidence, Definition

TimeUnit = Literal["immediate", "hour", "working_day", "calendar_day"]


class Extension(Definition, frozen=True):
    """A single lengthening (gia hạn) that the law allows, for example to verify something elsewhere.

    ``max_value`` is the greatest total in ``unit``; None where a written agreement decides.
    """

    when_vi: str
    max_value: int | None = None
    unit: TimeUnit = "working_day"
    note: str = ""


class StatutoryTime(Definition, frozen=True):
    """The time limit (thời hạn giải quyết). ``value`` None: not established, the officer promises a day.

    ``cutoff_rule`` names the rule of the clock policy that applies to a reception at 15:00 or later.
    ``max_with_verification`` is the total allowed when something must be verified.
    """

    unit: TimeUnit
    source: Confidence
    value: int | None = None
    cutoff_rule: str = ""
    extension: Extension | None = None
    max_with_verification: int | None = None
    note: str = ""
