"""What a schema cannot say about days: that they exist, are not to come, and stand right to each other."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue.conditions import age
from motcua.catalogue.definitions import Column, Field
from motcua.catalogue.eforms import sentences

RULE = re.compile(
    r"(?P<today><= today)|age < (?P<age>[0-9]+) years|<= (?P<field>[A-Za-z0-9_]+) \+ (?P<years>[0-9]+) years"
)
_DAYS = ("date", "partial_date", "datetime")


def fault(question: Field | Column, answer: Any, answers: Mapping[str, Any], on: date) -> str:
    """Return the sentence for an answer that is no right day, "" for every other answer.

    ``answers`` are those of the form, or of the same row of a table.
    """
    if question.type not in _DAYS or not isinstance(answer, str):
        return ""
    if not is_real(answer):
        return sentences.malformed(question, answer)
    rule = RULE.fullmatch(question.rule) if isinstance(question, Field) and question.rule else None
    if (question.max in ("today", "now") or (rule and rule["today"])) and _begins_after(answer, on):
        return sentences.in_the_future()
    if rule and rule["age"]:
        return _age_fault(answer, int(rule["age"]), on)
    if rule and rule["field"]:
        return _span_fault(answer, answers.get(rule["field"]), int(rule["years"]))
    return ""


def is_real(answer: str) -> bool:
    """Tell whether a whole or partial ISO day (1985, 1985-08, 1985-08-15, 1985-08-15T09:30) exists."""
    parts = answer.split("T")[0].split("-")
    try:
        whole = date(*(int(part) for part in [*parts, "1", "1"][:3]))
        if "T" in answer:
            datetime.fromisoformat(answer)
    except ValueError:
        return False
    return whole.year >= 1800


def _begins_after(answer: str, on: date) -> bool:
    day = answer.split("T")[0]
    return day > on.isoformat()[: len(day)]


def _age_fault(born: str, below: int, on: date) -> str:
    years = age(born, on)
    if born > on.isoformat():
        return sentences.in_the_future()
    if years is not None and years >= below:
        return _("Chỉ dành cho người chưa đủ %(years)d tuổi. Người này đã %(age)d tuổi.") % {
            "years": below,
            "age": years,
        }
    return ""


def _span_fault(end: str, start: Any, years: int) -> str:
    if not isinstance(start, str) or not is_real(start):
        return ""
    first = date.fromisoformat(start)
    last = date(first.year + years, first.month, min(first.day, 28) if first.month == 2 else first.day)
    if end < start:
        return _("Ngày này trước ngày bắt đầu %(day)s.") % {"day": f"{first:%d/%m/%Y}"}
    if end > last.isoformat():
        return _("Chỉ được đến ngày %(day)s, là %(years)d năm từ ngày bắt đầu.") % {
            "day": f"{last:%d/%m/%Y}",
            "years": years,
        }
    return ""
