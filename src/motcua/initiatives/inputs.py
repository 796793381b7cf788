"""What comes in from a screen, checked as it is read."""

from datetime import date

import msgspec


class AuthorInput(msgspec.Struct, frozen=True, kw_only=True):
    """An author; ``account_id`` when they work here, so that they abstain in a council."""

    name: str
    title: str = ""
    unit_text: str = ""
    share_percent: int = 0
    account_id: int | None = None


class InitiativeInput(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a registration; a draft may lack all but the title. ``steps`` are lines of the checklist.

    ``way`` is how its cases are counted (a key of ``counting_ways.WAYS``), ``case`` what one case is.
    """

    title: str
    kind: str = "other"
    level: str = "commune"
    field: str = "procedures"
    problem: str = ""
    solution: str = ""
    novelty: str = ""
    scope: str = ""
    first_applied_on: date | None = None
    cost: str = ""
    benefit_social: str = ""
    benefit_economic: str = ""
    replicability: str = ""
    approvals: str = ""
    steps: tuple[str, ...] = ()
    way: str = ""
    case: str = ""
    authors: tuple[AuthorInput, ...] = ()


class PilotInput(msgspec.Struct, frozen=True, kw_only=True):
    """How an initiative is tried out; ``counters`` are the names of what is counted meanwhile."""

    begins_on: date
    ends_on: date | None = None
    area: str = ""
    person: str = ""
    counters: tuple[str, ...] = ()


class MemberInput(msgspec.Struct, frozen=True, kw_only=True):
    account_id: int
    position: str = "member"
    title: str = ""


class CouncilInput(msgspec.Struct, frozen=True, kw_only=True):
    """A council; ``decision`` is the number and day of the decision that formed it."""

    name: str
    year: int
    formed_on: date
    decision: str = ""
    members: tuple[MemberInput, ...] = ()


class CriterionInput(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion and its most points."""

    label: str
    most: int


class ConclusionInput(msgspec.Struct, frozen=True, kw_only=True):
    """The meeting of a council about one initiative; ``absent_ids`` are members who did not come."""

    held_on: date
    place: str
    minutes: str
    absent_ids: tuple[int, ...] = ()
