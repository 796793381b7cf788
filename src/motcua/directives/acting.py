"""One directive or task through one act: locked, judged, changed, entered in the ledger, announced."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.directives import task_states
from motcua.directives.authority import require_directive, require_task
from motcua.directives.events import DirectiveDrafted
from motcua.directives.models import Directive, Task
from motcua.directives.states import Kind, State
from motcua.directives.words import ACTS
from motcua.identity.actors import Actor
from motcua.identity.acts import by_whom, record
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day, moment
from motcua.organisation.access import Officer


class AlreadyIssued(Refusal):
    """What is issued is not edited; the sentence says what to do instead."""


class WrongState(Refusal):
    """The directive or the task is not where this act begins."""


class ChangedMeanwhile(Refusal):
    """Somebody changed it after the screen was drawn; nothing is overwritten or signed unseen."""


def take_draft(verb: str, *, directive_id: int, by: Officer, revision: int | None = None) -> Directive:
    """Lock a draft that this officer may change.

    Args:
        revision: what the officer's screen showed; None where nothing was shown.
    Raises:
        NotAllowed, AlreadyIssued, ChangedMeanwhile: as their sentences say.
    """
    directive = lock_directive(directive_id)
    require_directive(by, verb, directive)
    require_draft(directive)
    if revision is not None and revision != directive.revision:
        raise ChangedMeanwhile(_("%(what)s Hãy xem lại rồi làm tiếp.") % {"what": _last_act(directive)})
    return directive


def require_draft(directive: Directive) -> None:
    """Refuse to change what no longer is a draft."""
    if directive.state == State.ISSUED:
        raise AlreadyIssued(
            _("%(kind)s %(number)s đã ban hành ngày %(day)s, không sửa được nữa. Cần đổi thì ban hành văn bản "
              "mới, hoặc thu hồi văn bản này.") % named(directive)
        )  # fmt: skip
    if directive.state == State.WITHDRAWN:
        raise WrongState(_("Văn bản này đã thu hồi, không sửa được nữa."))


def named(directive: Directive) -> dict[str, str]:
    """How sentences speak of an issued directive."""
    on = day(directive.issued_on) if directive.issued_on else ""
    return {"kind": str(Kind(directive.kind).label), "number": directive.number, "day": on}


def lock_directive(directive_id: int) -> Directive:
    """Lock the row for the rest of the transaction."""
    rows = Directive.objects.select_for_update(of=("self",)).select_related("issuer", "keeper", "paper")
    return rows.get(pk=directive_id)


def _last_act(directive: Directive) -> str:
    entry = ledger.entries(directive.stream).reverse()[0]
    return _("Dự thảo vừa được đổi: %(act)s.") % {"act": by_whom(entry, str(ACTS[entry.verb]))}


def require_seen(
    stream: str,
    revision: int | None,
    *,
    start: str,
    then: str = "",
    about: Callable[[LedgerEntry], bool] = lambda _entry: True,
    what: Callable[[LedgerEntry], str] = lambda entry: str(ACTS[entry.verb]),
) -> None:
    """Refuse to overwrite what was changed after a screen was drawn, saying what, by whom and when.

    Args:
        revision: the last ledger entry that the screen knew; None where nothing was shown.
        start: how the sentence begins: ``Nhiệm vụ 1 vừa được đổi:``; ``then``: what to do, blank for a form.
        about: which entries concern what is to be changed; ``what``: what one of them did.
    """
    if revision is None:
        return
    later = ledger.entries(stream).filter(sequence__gt=revision).reverse()
    entry = next(filter(about, later), None)
    if entry is not None:
        then = then or _("Những gì bạn ghi vẫn còn ở đây, hãy xem lại rồi lưu.")
        raise ChangedMeanwhile(f"{start} {by_whom(entry, what(entry))}. {then}")


def take_task(verb: str, *, task_id: int, by: Officer) -> Task:
    """Lock a task that this officer may do this act with now.

    Raises:
        NotAllowed: it is another unit's to do.
        WrongState: the task is not assigned yet, or closed already.
    """
    task = lock_task(task_id)
    require_task(by, verb, task)
    about_closed = verb in {"send_message", "read_messages"}
    if task.state == task_states.State.PLANNED or not (task.is_open or about_closed):
        raise WrongState(_wrong_state(task))
    return task


def lock_task(task_id: int) -> Task:
    """Lock the row for the rest of the transaction."""
    rows = Task.objects.select_for_update(of=("self",))
    return rows.select_related("directive__keeper", "lead_unit").get(pk=task_id)


def _wrong_state(task: Task) -> str:
    words = {"number": task.number, "day": moment(task.closed_at) if task.closed_at else ""}
    if task.state == task_states.State.PLANNED:
        return _("Nhiệm vụ %(number)s chưa giao, vì văn bản chưa ban hành.") % words
    if task.state == task_states.State.DONE:
        return _("Nhiệm vụ %(number)s đã hoàn thành lúc %(day)s.") % words
    return _("Nhiệm vụ %(number)s đã thôi giao lúc %(day)s.") % words


def record_draft(directive: Directive, verb: str, *, by: Actor, at: datetime, **details: Any) -> None:
    """Enter and announce a change of a draft."""
    entry = record(directive, verb, by=by, at=at, **details)
    announce(DirectiveDrafted(directive_id=directive.pk, sequence=entry.sequence, verb=verb, at=at))
