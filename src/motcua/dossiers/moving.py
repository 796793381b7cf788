"""One dossier on its way through one act: locked, judged, changed, entered in the ledger, announced.

Every verb takes the dossier with ``take``, changes its row, and ends with ``record``; in one transaction, so
that the last snapshot of the ledger always equals the row and no news tells of what did not happen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.utils.translation import gettext as _

from motcua.dossiers import authority
from motcua.dossiers.events import DossierMoved, Snapshot
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import TRANSITIONS, State
from motcua.dossiers.words import ACTS, when
from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.kernel.rows import insert
from motcua.organisation.access import Officer


class WrongState(Refusal):
    """The dossier is not where this act begins; the sentence says what happened to it, by whom and when."""


class ChangedMeanwhile(Refusal):
    """Somebody changed the dossier after the screen was drawn; nothing is overwritten unseen."""


class Actor(Protocol):
    @property
    def account_id(self) -> int: ...


@dataclass(slots=True)
class Moving:
    """A dossier under lock and what it was before; ``by`` and ``at`` are those of the whole act."""

    dossier: Dossier
    by: Actor
    at: datetime
    before: Snapshot | None
    _touched: set[str] = field(default_factory=set)

    def change(self, **facts: Any) -> None:
        """Set columns of the dossier; ``record`` writes them."""
        for name, value in facts.items():
            setattr(self.dossier, name, value)
            self._touched.add(name.removesuffix("_id"))

    def go(self, verb: str) -> None:
        """Move the dossier to the state in which the transition ends."""
        step = TRANSITIONS[verb]
        assert (State(self.before.state) if self.before else None) in step.sources, (
            f"{verb} from {self.before}"
        )
        self.change(state=step.target)

    def record(self, verb: str, **details: Any) -> LedgerEntry:
        """Write the row, one ledger entry and, if the facts of figures changed, the news of it."""
        dossier, after = self.dossier, self.dossier.snapshot()
        dossier.revision += 1
        is_new = dossier._state.adding
        if is_new:
            insert(dossier)
        else:
            dossier.save(update_fields=[*self._touched, "revision"])
        entry = ledger.append(
            dossier.ledger_stream,
            verb=verb,
            payload={"before": self.before, "after": after, "details": details},
            at=self.at,
            by_id=self.by.account_id,
            begins=is_new,
        )
        assert entry.sequence == dossier.revision, (
            f"{dossier.code}: entry {entry.sequence}, row {dossier.revision}"
        )
        if after != self.before:
            announce(
                DossierMoved(
                    dossier_id=dossier.pk,
                    code=dossier.code,
                    sequence=entry.sequence,
                    verb=verb,
                    at=self.at,
                    before=self.before,
                    after=after,
                )
            )
        self.before = after
        self._touched = set()
        return entry


def take(
    verb: str,
    *,
    dossier_id: int,
    by: Officer,
    at: datetime,
    revision: int | None = None,
    states: Iterable[State] | None = None,
) -> Moving:
    """Lock a dossier and judge whether this officer may do this act with it now.

    Args:
        revision: what the officer's screen showed; None where nothing was shown.
        states: in which the act is possible; those of the transition when it is one.
    Raises:
        NotAllowed: role or unit does not allow it.
        WrongState: it is not in such a state, with what happened to it.
        ChangedMeanwhile: the screen is out of date, with what happened since.
    """
    dossier = lock(dossier_id)
    authority.require_may(by, verb, dossier)
    sources = TRANSITIONS[verb].sources if states is None else tuple(states)
    if State(dossier.state) not in sources:
        raise WrongState(what_happened(dossier, now=at))
    require_unchanged(dossier, revision, at=at)
    return Moving(dossier, by, at, dossier.snapshot())


def lock(dossier_id: int) -> Dossier:
    """Lock the row for the rest of the transaction; the pinned version and the case come with it."""
    rows = Dossier.objects.select_for_update(of=("self",)).select_related(
        "version__procedure", "case", "unit"
    )
    return rows.defer("version__content").get(pk=dossier_id)


def require_unchanged(dossier: Dossier, revision: int | None, *, at: datetime) -> None:
    """Refuse to act on a screen that shows an older dossier; notes alone do not make it older."""
    if revision is None or revision == dossier.revision:
        return
    since = ledger.entries(dossier.ledger_stream).filter(sequence__gt=revision).exclude(verb="note")
    entry = since.reverse().first()
    if entry is not None:
        sentence = _("%(what)s Hãy xem lại hồ sơ rồi làm tiếp.")
        raise ChangedMeanwhile(sentence % {"what": _told(dossier, entry, now=at)})


def what_happened(dossier: Dossier, *, now: datetime) -> str:
    """Say who brought the dossier into its state, and when."""
    for entry in ledger.entries(dossier.ledger_stream).reverse():
        before, after = entry.payload["before"], entry.payload["after"]
        if before is None or before["state"] != after["state"]:
            return _told(dossier, entry, now=now)
    raise AssertionError(f"{dossier.code} has no history.")


def _told(dossier: Dossier, entry: LedgerEntry, *, now: datetime) -> str:
    """``Hồ sơ 261123-0008 đã được Trần Mỹ Lệ tiếp nhận lúc 09:41.``"""
    actor = Account.objects.filter(pk=entry.by_id or 0).first()
    return _("Hồ sơ %(code)s đã được %(name)s %(done)s %(when)s.") % {
        "code": dossier.short_code,
        "name": actor or _("hệ thống"),
        "done": ACTS[entry.verb].done,
        "when": when(entry.at, now=now),
    }
