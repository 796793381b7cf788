"""Where dossiers closed without a result stand in table 06a: named policies, kept as data."""

from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal

FILE = Path(__file__).parent / "data" / "closing_policies.yaml"


class Place(StrEnum):
    """Where a withdrawn or stopped dossier is counted; the data file says what each means."""

    APART = "apart"
    OUTSIDE = "outside"
    SETTLED = "settled"
    ON_TIME = "on_time"
    PENDING = "pending"


class Base(StrEnum):
    """Which dossiers the columns of settled ones speak of."""

    FINISHED = "finished"
    PROMISED = "promised"


class ClosingPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One policy; ``balanced`` says that received = settled + pending (+ apart) must hold under it."""

    id: str
    name_vi: str
    withdrawn: Place
    stopped: Place
    balanced: bool
    note_vi: str
    source: str
    settled_of: Base = Base.FINISHED
    seen: str = ""

    @property
    def asks_for_apart(self) -> bool:
        """Whether it must know when dossiers without a result were accepted, or how timely their closing was."""
        return not {self.withdrawn, self.stopped}.isdisjoint({Place.OUTSIDE, Place.SETTLED})


class ClosingPolicies(msgspec.Struct, frozen=True):
    default: str
    policies: tuple[ClosingPolicy, ...]


@cache
def closing_policies() -> ClosingPolicies:
    """Return all policies, as the data file has them."""
    return msgspec.yaml.decode(FILE.read_bytes(), type=ClosingPolicies)


def closing_policy(policy_id: str = "") -> ClosingPolicy:
    """Return a policy by its id, the default one without.

    Raises:
        Refusal: no policy has this id.
    """
    known = {policy.id: policy for policy in closing_policies().policies}
    policy = known.get(policy_id or closing_policies().default)
    if policy is None:
        raise Refusal(
            _("Không có cách xếp “%(id)s”. Chọn một trong: %(known)s.")
            % {"id": policy_id, "known": ", ".join(known)}
        )
    return policy
