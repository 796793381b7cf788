"""How reports are spoken of: in the middle of a sentence, and the acts of their history."""

from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import ACTS as _ACTS
from motcua.reporting.states import TRANSITIONS

ACTS: dict[str, str] = {verb: step.title_vi for verb, step in TRANSITIONS.items()} | _ACTS


def in_words(period: ReportingPeriod) -> str:
    """``quý III năm 2021``."""
    return f"{period.name[0].lower()}{period.name[1:]}"
