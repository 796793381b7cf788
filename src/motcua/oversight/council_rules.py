"""When a council for emulation and commendation is able to decide: dated lines of ``data/councils.yaml``."""

from datetime import date
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from motcua.organisation.quorum import Quorum


class CouncilRule(msgspec.Struct, frozen=True, kw_only=True):
    """From a day on: how many a council has at the least, and the share of those entitled that must have voted.

    Source: Luật Thi đua, khen thưởng 15/2003/QH11 (in force from 01/07/2004) and 06/2022/QH15 have councils and give
    no quorum; two thirds is a custom of councils, not a legal number.
    """

    valid_from: date
    fewest_members: int
    quorum: Quorum


def council_rule_on(day: date) -> CouncilRule:
    """Return the rule that holds for a council formed on a day; days before the first law have none."""
    return max((rule for rule in _rules() if rule.valid_from <= day), key=lambda rule: rule.valid_from)


@cache
def _rules() -> tuple[CouncilRule, ...]:
    text = (files("motcua.oversight") / "data" / "councils.yaml").read_text("utf-8")
    return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), tuple[CouncilRule, ...])
