from datetime import time
from typing import Literal

from motcua.catalogue.definitions.base import Confidence, Definition

SupplementMode = Literal["restart", "resume"]
Classification = Literal["by_instant", "by_date"]
CutoffEffect = Literal["transfer_at_next_opening", "due_next_working_day", "count_from_next_working_day"]


class Span(Definition, frozen=True):
    """A length such as 3 working days; ``start`` says from when it counts."""

    value: int
    unit: Literal["working_day", "day"]
    start: str = ""


class SupplementRule(Definition, frozen=True):
    """What a supplement (bổ sung hồ sơ) does to the limit: it starts again, or goes on with the rest."""

    mode: SupplementMode
    notice_within: Span
    basis: str
    source: Confidence
    alternative: Literal["", "restart", "resume"] = ""
    before_acceptance: str = ""


class LocalApology(Definition, frozen=True):
    """A place's own lead for the letter of apology."""

    id: str
    place: str
    lead: Span
    basis: str
    source: Confidence


class ApologyRule(Definition, frozen=True):
    """The letter of apology (văn bản xin lỗi): sent at the latest ``lead`` before the due time."""

    lead: Span
    new_dates_max: int
    basis: str
    source: Confidence
    local: tuple[LocalApology, ...] = ()


class CutoffException(Definition, frozen=True):
    """An article with a limit of its own beside a cut-off rule."""

    article: str
    limit: str
    procedures: tuple[str, ...] = ()


class CutoffRule(Definition, frozen=True):
    """What a reception at ``time`` or later changes; the sharp minute counts as later (unsure)."""

    id: str
    time: time
    vi: str
    effect: CutoffEffect
    moves_due: bool
    applies_to: str
    basis: str
    source: Confidence
    condition: str = ""
    exceptions: tuple[CutoffException, ...] = ()
    note: str = ""


class ClockRules(Definition, frozen=True):
    """The choices of the time rules in one legal period (kỳ pháp lý); a dossier keeps those of its reception."""

    id: str
    basis: str
    source: Confidence
    supplement: SupplementRule
    apology: ApologyRule
    financial_duty: Literal["excluded"]
    classification: Classification
    cutoff_rules: tuple[CutoffRule, ...]
    note: str = ""

    def cutoff(self, rule_id: str) -> CutoffRule | None:
        """Return the cut-off rule that a procedure names, None for a procedure that names none."""
        return next((rule for rule in self.cutoff_rules if rule.id == rule_id), None)
