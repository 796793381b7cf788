from typing import Literal

from motcua.catalogue.definitions.base import Confidence, Definition

FeeKind = Literal["free", "fixed", "conditional", "provincial"]
FeeUnit = Literal[
    "dossier", "copy", "page_of_original", "case", "transaction", "document", "will", "registration", "person"
]


class Within(Definition, frozen=True):
    """At most ``days`` calendar days after the day that the applicant gave in ``field``."""

    field: str
    days: int


class FeeWhen(Definition, frozen=True):
    """When an item is charged; every part that is given must hold.

    ``online`` True: filed online only; False: any other way. ``case``: the case that the officer chose, ""
    being no case. ``answers``: a condition over the e-form. ``within``/``after``: in time, or too late.
    """

    online: bool | None = None
    case: str | None = None
    answers: str = ""
    within: Within | None = None
    after: Within | None = None
    text_vi: str = ""


class FeeTier(Definition, frozen=True):
    """From the ``start``-th unit on, each unit costs ``amount_vnd``, until the next tier begins."""

    start: int
    amount_vnd: int


class FeeQuantity(Definition, frozen=True):
    """What is counted. Nothing given: one. ``field``: a number in the e-form. ``rows``: a table's rows.

    With ``rows``, ``units`` is the column that holds the units of one piece and ``pieces`` the column that
    says how many pieces are made of it.
    """

    field: str = ""
    rows: str = ""
    units: str = ""
    pieces: str = ""


class FeeItem(Definition, frozen=True):
    """One line of the tariff (biểu mức thu). ``amount_vnd`` None: set by the province (``set_by``).

    ``reference_vnd`` is a level seen on the national portal; it informs and is never charged.
    ``cap_vnd`` limits what one piece may cost.
    """

    id: str
    label_vi: str
    unit: FeeUnit
    amount_vnd: int | None = None
    tiers: tuple[FeeTier, ...] = ()
    cap_vnd: int | None = None
    quantity: FeeQuantity = FeeQuantity()
    when: FeeWhen = FeeWhen()
    set_by: str = ""
    reference_vnd: int | None = None
    source: Confidence | None = None


class Fee(Definition, frozen=True):
    """The fees (phí, lệ phí) of a procedure and the groups that do not pay them."""

    kind: FeeKind
    source: Confidence
    items: tuple[FeeItem, ...] = ()
    exempt_groups: tuple[str, ...] = ()
    basis: str = ""
    currency: str = ""
    note: str = ""
