"""The life of a dossier: its steps by lane, its pauses, and everything that was done, from the ledger."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier, DueChange, Pause
from motcua.dossiers.states import State
from motcua.dossiers.words import ACTS
from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.kernel.vietnamese import moment, vnd
from motcua.process.models import StepRun
from motcua.process.queries import steps_of
from motcua.process.states import Part


class Lane(msgspec.Struct, frozen=True):
    """Steps that follow one another; lanes run side by side. ``main`` comes first."""

    key: str
    steps: list[StepRun]


class HistoryEntry(msgspec.Struct, frozen=True):
    """One line of history: what, who, when; ``remarks`` are sentences, ``state`` the new state if it changed."""

    sequence: int
    at: datetime
    verb: str
    title: str
    by_name: str
    remarks: list[str]
    state: str


class Timeline(msgspec.Struct, frozen=True):
    lanes: list[Lane]
    pauses: list[Pause]
    due_changes: list[DueChange]
    entries: list[HistoryEntry]


def timeline(dossier: Dossier) -> Timeline:
    """Return the whole life of a dossier, for its page."""
    steps = steps_of(dossier.case) if dossier.case else []
    keys = sorted({step.lane for step in steps}, key=lambda key: (key != "main", key))
    return Timeline(
        lanes=[Lane(key, [step for step in steps if step.lane == key]) for key in keys],
        pauses=list(dossier.pauses.select_related("began_by", "ended_by").order_by("began_at", "pk")),
        due_changes=list(dossier.due_changes.select_related("changed_by").order_by("changed_at", "pk")),
        entries=history(dossier),
    )


def history(dossier: Dossier, entries: Sequence[LedgerEntry] | None = None) -> list[HistoryEntry]:
    """Return everything that was done with a dossier, oldest first, in Vietnamese.

    Args:
        entries: what the ledger says of it, where the caller has read it.
    """
    if entries is None:
        entries = list(ledger.entries(dossier.ledger_stream))
    named = {entry.by_id for entry in entries} | {
        entry.payload["details"].get("account") for entry in entries
    }
    people = Account.objects.in_bulk([pk for pk in named if pk])
    return [
        HistoryEntry(
            sequence=entry.sequence,
            at=entry.at,
            verb=entry.verb,
            title=_title(entry.verb, entry.payload["details"]),
            by_name=str(people.get(entry.by_id or 0) or _("Hệ thống")),
            remarks=[*_assigned(entry.payload["details"], people), *_remarks(entry.payload["details"])],
            state=_new_state(entry.payload),
        )
        for entry in entries
    ]


def _assigned(details: dict[str, Any], people: dict[int, Account]) -> list[str]:
    """To whom a part in a step was given."""
    account = people.get(details.get("account") or 0)
    if account is None:
        return []
    part = str(Part(details["part"]).label) if details.get("part") else ""
    return [_("%(name)s (%(part)s)") % {"name": account, "part": part.lower()} if part else str(account)]


def _title(verb: str, details: dict[str, Any]) -> str:
    title = str(ACTS[verb].title)
    if verb in {"complete_step", "skip_step", "send_back"} and details.get("name"):
        return _("%(title)s: %(step)s") % {"title": title, "step": details["name"]}
    return title


def _new_state(payload: dict[str, Any]) -> str:
    before, after = payload["before"], payload["after"]["state"]
    return str(State(after).label) if before is None or before["state"] != after else ""


def _remarks(details: dict[str, Any]) -> list[str]:
    """The details that a reader needs, each as a short sentence."""
    free = ("reason", "note", "text", "receipt_note", "new_fact")
    told = [str(details[key]) for key in free if details.get(key)]
    if details.get("legal_ground"):
        told.append(_("Căn cứ: %(ground)s") % {"ground": details["legal_ground"]})
    if details.get("amount_vnd"):
        told.append(_("Số tiền: %(amount)s") % {"amount": vnd(details["amount_vnd"])})
    if details.get("receipt"):
        told.append(_("Biên lai số %(number)s") % {"number": details["receipt"]})
    if details.get("due_after"):
        due = moment(datetime.fromisoformat(details["due_after"]))
        told.append(_("Hẹn trả: %(due)s") % {"due": due})
    if details.get("received_by"):
        told.append(_("Người nhận: %(name)s") % {"name": details["received_by"]})
    told += [str(item["reason"]) for item in details.get("items", ()) if item.get("reason")]
    told += [str(file["name"]) for file in details.get("files", ())]
    if details.get("notice_late"):
        told.append(_("Phiếu yêu cầu lập sau 3 ngày làm việc kể từ khi nhận hồ sơ."))
    return told
