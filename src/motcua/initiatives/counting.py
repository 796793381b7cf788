"""What counts as one case of a model (một lượt phục vụ): a typed rule over records, never a typed-in figure."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

DATA = files("motcua.initiatives") / "data" / "counting.yaml"


class DossierRule(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="dossiers",
                  forbid_unknown_fields=True):  # fmt: skip
    """Each dossier (hồ sơ) that fits is one case, counted by the machine on its ``moment``.

    Args:
        procedures: slugs of the catalogue; none: every procedure.
        channels: how it came in; ``return_channels``: how its result goes out. One of both is enough, and where
            neither is named every way counts.
        least_age: full years of the applicant in the year of acceptance; None: any age.
        moment: the day on which it counts.
    """

    procedures: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    return_channels: tuple[str, ...] = ()
    least_age: int | None = None
    moment: Literal["accepted", "finished"] = "finished"


class EnteredRule(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="entered",
                  forbid_unknown_fields=True):  # fmt: skip
    """The machine keeps no such record: the unit enters each case with its day and a note."""


Rule = DossierRule | EnteredRule


class Counting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one of the shipped models is counted.

    Args:
        short_vi: its name in a few words, for the head of a column.
        case_vi: in one sentence, what is counted as one case.
    """

    short_vi: str
    case_vi: str
    rule: Rule


ENTERED_BY_HAND = "Mỗi lượt phục vụ do đơn vị ghi, có ngày và ghi chú."


@cache
def shipped() -> dict[str, Counting]:
    """The rules that came with Motcua, by the slug of the model."""
    return msgspec.yaml.decode(DATA.read_bytes(), type=dict[str, Counting])


def read_rule(content: Any) -> Rule:
    """Read a rule as an initiative stores it; blank means that cases are entered by hand."""
    return msgspec.convert(content, Rule) if content else EnteredRule()


def counting_of(*, slug: str | None, title: str, content: Any) -> Counting:
    """How a model is counted: by its own stored rule if it has one, else by the one that came with it."""
    known = shipped().get(slug or "")
    if known and not content:
        return known
    return Counting(
        short_vi=known.short_vi if known else title,
        case_vi=known.case_vi if known else ENTERED_BY_HAND,
        rule=read_rule(content),
    )
