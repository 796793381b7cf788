"""One initiative through one act: locked, judged, changed, entered in the ledger, announced."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.identity.acts import by_whom, record
from motcua.initiatives.authority import require_may
from motcua.initiatives.events import InitiativeChanged, InitiativeMoved
from motcua.initiatives.models import Initiative
from motcua.initiatives.states import TRANSITIONS, State
from motcua.initiatives.words import ACTS
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer


class WrongState(Refusal):
    """The initiative is not where this act begins."""


class ChangedMeanwhile(Refusal):
    """Somebody changed it after the screen was drawn; nothing is overwritten unseen."""


def lock(initiative_id: int) -> Initiative:
    """Lock the row for the rest of the transaction."""
    rows = Initiative.objects.select_for_update(of=("self",)).select_related("unit", "round")
    return rows.get(pk=initiative_id)


def take(verb: str, *, initiative_id: int, by: Officer, revision: int | None = None) -> Initiative:
    """Lock an initiative that this officer may do this act with now.

    Args:
        verb: a key of ``TRANSITIONS``, or an act that changes no state.
        revision: what the officer's screen showed; None where nothing was shown.
    Raises:
        NotAllowed, WrongState, ChangedMeanwhile: as their sentences say.
    """
    initiative = lock(initiative_id)
    require_may(by, verb, initiative)
    if revision is not None and revision != initiative.revision:
        raise ChangedMeanwhile(_last_act(initiative))
    if verb in TRANSITIONS and initiative.state not in TRANSITIONS[verb].sources:
        raise WrongState(not_now(verb, initiative))
    return initiative


def not_now(verb: str, initiative: Initiative) -> str:
    """The sentence for an act that the state does not allow."""
    words = {"act": ACTS[verb], "state": str(State(initiative.state).label)}
    return _("Không làm được việc “%(act)s” khi sáng kiến ở trạng thái “%(state)s”.") % words


def advance(
    initiative: Initiative, verb: str, *, by: Actor | None, at: datetime, **details: Any
) -> Initiative:
    """Bring a locked initiative into the state that the act leads to; enter and announce it."""
    initiative.state = TRANSITIONS[verb].target
    initiative.save()
    entry = record(initiative, verb, by=by, at=at, **details)
    announce(
        InitiativeMoved(
            initiative_id=initiative.pk,
            sequence=entry.sequence,
            at=at,
            verb=verb,
            state=initiative.state,
            unit_id=initiative.unit_id,
        )
    )
    return initiative


def change(
    initiative: Initiative, verb: str, *, by: Actor | None, at: datetime, **details: Any
) -> LedgerEntry:
    """Enter and announce an act that leaves the state as it is."""
    entry = record(initiative, verb, by=by, at=at, **details)
    announce(InitiativeChanged(initiative_id=initiative.pk, sequence=entry.sequence, at=at, verb=verb))
    return entry


def _last_act(initiative: Initiative) -> str:
    entry = ledger.entries(initiative.stream).reverse()[0]
    words = {"act": by_whom(entry, str(ACTS[entry.verb]))}
    return _("Sáng kiến vừa được đổi: %(act)s. Hãy xem lại rồi làm tiếp.") % words
