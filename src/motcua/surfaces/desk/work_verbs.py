"""The one thing to do next with a dossier, as it stands at the end of its row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.dossiers.queries import Row
from motcua.dossiers.states import TRANSITIONS, State
from motcua.organisation.access import Officer
from motcua.process import parties
from motcua.process.definitions import StepKind
from motcua.surfaces.desk.work_steps import ListedStep

#: Who reminds the holder of a late dossier.
REMINDERS = parties.DESK | parties.ASSIGNERS


@dataclass(frozen=True, slots=True)
class Verb:
    """``act`` names the quick act that a button posts; without it the words are a link to ``page``.

    Args:
        key: the key that presses it on the current row.
        page: dossier, signing or returning.
    """

    words: str
    key: str = ""
    act: str = ""
    page: str = "dossier"
    hidden: Mapping[str, object] = field(default_factory=dict)


def next_verb(dossier: Row, steps: Sequence[ListedStep], officer: Officer, *, now: datetime) -> Verb | None:
    """Return what this officer does next with it, or that the holder is to be reminded; None: nothing to do.

    Args:
        steps: the open steps of its case, and the signatures that still wait.
    """
    at_counter = officer.unit_id in {dossier.unit_id, dossier.received_unit_id}
    if at_counter and (verb := _at_the_counter(dossier, officer)) is not None:
        return verb
    if dossier.state == State.PROCESSING:
        running = [step for step in steps if step.is_open]
        mine = next((step for step in running if step.may_be_completed_by(officer)), None)
        if mine is not None:
            return _of_step(mine, needs_draft=_needs_draft(dossier, mine, steps))
        if dossier.due_at and dossier.due_at < now and running and officer.has(*REMINDERS):
            return Verb(_("Nhắc"), act="remind")
    return None


def _at_the_counter(dossier: Row, officer: Officer) -> Verb | None:
    if dossier.state == State.REGISTERED and officer.has(*TRANSITIONS["accept"].owners):
        return Verb(_("Tiếp nhận"))
    if dossier.state == State.ACCEPTED and officer.has(*TRANSITIONS["transfer"].owners):
        return Verb(_("Chuyển"), key="c", act="transfer")
    if dossier.state == State.SUPPLEMENT_REQUESTED and officer.has(*TRANSITIONS["take_supplement"].owners):
        return Verb(_("Nhận bổ sung"))
    if dossier.state == State.PROCESSED and officer.has(*TRANSITIONS["return_result"].owners):
        return Verb(_("Trả kết quả"), key="t", page="returning")
    return None


def _needs_draft(dossier: Row, mine: ListedStep, steps: Sequence[ListedStep]) -> bool:
    """Whether the next step is the signature, and there is nothing to sign yet."""
    signing = any(step.kind == StepKind.SIGN and step.position == mine.position + 1 for step in steps)
    return dossier.result_id is None and signing


def _of_step(step: ListedStep, *, needs_draft: bool) -> Verb:
    if step.kind == StepKind.WORK and needs_draft:
        return Verb(_("Soạn kết quả"), key="c")
    if step.kind == StepKind.SIGN:
        return Verb(_("Ký"), key="c", page="signing")
    if step.kind == StepKind.WORK:
        return Verb(_("Làm xong bước"), key="c", act="complete", hidden={"step": step.pk})
    if step.kind == StepKind.EXTERNAL:
        return Verb(_("Ghi kết quả"), key="c")
    return Verb(_("Làm tiếp"), key="c")
