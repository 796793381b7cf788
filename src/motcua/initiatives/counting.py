"""What counts as one case of a model (một lượt phục vụ): a typed rule over records, never a typed-in figure."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
from django.utils.translation import gettext as _

DATA = files("motcua.initiatives") / "data" / "counting.yaml"


class DossierRule(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="dossiers",
                  forbid_unknown_fields=True):  # fmt: skip
    """Each dossier (hồ sơ) that fits is one case, counted by the machine on its ``moment``.

    Args:
        procedures: slugs of the catalogue; none: every procedure.
        fields: fields of work (lĩnh vực) of the catalogue; none: every field.
        channels: how it came in; ``return_channels``: how its result goes out. One of both is enough, and where
            neither is named every way counts.
        both_ways: not one of them but both are asked for: filed online and sent back by post.
        least_age: full years of the applicant in the year of acceptance; None: any age.
        moment: the day on which it counts.
    """

    procedures: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    return_channels: tuple[str, ...] = ()
    both_ways: bool = False
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

    @property
    def by_whom(self) -> str:
        """Who counts the cases, in a sentence for those who read the figure."""
        if isinstance(self.rule, EnteredRule):
            return _("Đơn vị tự ghi từng trường hợp, có ngày và ghi chú.")
        return _("Máy tự đếm từ hồ sơ; trường hợp nào không có hồ sơ thì đơn vị ghi thêm.")


class OwnCounting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a model registered here is counted: the rule, and in its authors' words what one case is."""

    rule: Rule
    case_vi: str


MOST_SHORT = 48  # letters of a name that a column has room for
ENTERED_BY_HAND = "Một trường hợp là một lượt phục vụ theo mô hình."
COUNTED = "Một trường hợp là một hồ sơ theo quy tắc đếm của mô hình."


@cache
def shipped() -> dict[str, Counting]:
    """The rules that came with Motcua, by the slug of the model."""
    return msgspec.yaml.decode(DATA.read_bytes(), type=dict[str, Counting])


def read_rule(content: Any) -> Rule:
    """Read a rule as an initiative stores it; blank means that cases are entered by hand."""
    return msgspec.convert(content, Rule) if content else EnteredRule()


def counting_of(*, slug: str | None, title: str, content: Any) -> Counting:
    """How a model is counted: by its own stored rule if it has one, else by the one that came with it.

    Args:
        content: blank, a rule, or a rule with the words for a case (``OwnCounting``).
    """
    known = shipped().get(slug or "")
    if known and not content:
        return known
    short = known.short_vi if known else in_few_words(title)
    if content and "rule" in content:
        own = msgspec.convert(content, OwnCounting)
        return Counting(short_vi=short, case_vi=own.case_vi, rule=own.rule)
    rule = read_rule(content)
    unsaid = COUNTED if isinstance(rule, DossierRule) else ENTERED_BY_HAND
    return Counting(short_vi=short, case_vi=known.case_vi if known else unsaid, rule=rule)


def in_few_words(title: str) -> str:
    """The beginning of a long title, for the head of a column."""
    if len(title) <= MOST_SHORT:
        return title
    return title[:MOST_SHORT].rpartition(" ")[0].rstrip(",;:– ") + "…"
