"""Random lives of dossiers that keep the one rule of promises: a due instant changes only before it has passed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from motcua.dossiers.events import Snapshot
from motcua.dossiers.states import Channel, Outcome, State
from motcua.statistics.measures import midnight

START = midnight(datetime(2025, 11, 20).date())


@dataclass(frozen=True)
class Moment:
    at: datetime
    snapshot: Snapshot


def snapshot(**facts) -> Snapshot:
    known = {
        "state": State.REGISTERED, "unit_id": 1, "procedure_id": 1, "field": "ho_tich", "channel": Channel.DIRECT,
        "accepted_at": None, "due_at": None, "finished_at": None, "closed_at": None, "outcome": "",
    }  # fmt: skip
    return Snapshot(**{**known, **facts})


def changed(of: Snapshot, **facts) -> Snapshot:
    return Snapshot(**{**{name: getattr(of, name) for name in of.__struct_fields__}, **facts})


def waits() -> st.SearchStrategy[timedelta]:
    return st.integers(0, 60 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def judged(due_at: datetime | None, at: datetime) -> str:
    return Outcome.LATE if due_at and at > due_at else Outcome.ON_TIME


@st.composite
def lives(draw) -> list[Moment]:
    """One dossier from its birth to wherever it has come, oldest moment first."""
    at = START + draw(waits())
    now = snapshot(
        unit_id=draw(st.integers(1, 2)), field=draw(st.sampled_from(["ho_tich", "dat_dai"])),
        channel=draw(st.sampled_from([Channel.DIRECT, Channel.ONLINE])),
    )  # fmt: skip
    life = [Moment(at, now)]
    for move in draw(st.lists(st.sampled_from([*MOVES]), max_size=8)):
        at += draw(waits())
        if (after := MOVES[move](now, at, at + draw(waits()))) is not None:
            now = after
            life.append(Moment(at, now))
    return life


def accept(now: Snapshot, at: datetime, due_at: datetime) -> Snapshot | None:
    if now.state != State.REGISTERED:
        return None
    return changed(now, state=State.PROCESSING, accepted_at=at, due_at=due_at)


def refuse(now: Snapshot, at: datetime, _due_at: datetime) -> Snapshot | None:
    return changed(now, state=State.NOT_ACCEPTED, closed_at=at) if now.state == State.REGISTERED else None


def promise_anew(now: Snapshot, at: datetime, due_at: datetime) -> Snapshot | None:
    """An extension, or the end of a pause."""
    if not _is_open(now) or _has_passed(now, at):
        return None
    return changed(now, state=State.PROCESSING, due_at=due_at)


def pause(now: Snapshot, at: datetime, _due_at: datetime) -> Snapshot | None:
    if not _is_open(now) or _has_passed(now, at):
        return None
    return changed(now, state=State.SUPPLEMENT_REQUESTED, due_at=None)


def finish(now: Snapshot, at: datetime, _due_at: datetime) -> Snapshot | None:
    if not _is_open(now):
        return None
    outcome = judged(now.due_at, at)
    return changed(now, state=State.PROCESSED, finished_at=at, closed_at=at, outcome=outcome)


def withdraw(now: Snapshot, at: datetime, _due_at: datetime) -> Snapshot | None:
    return changed(now, state=State.WITHDRAWN, closed_at=at) if _is_open(now) else None


def stop(now: Snapshot, at: datetime, _due_at: datetime) -> Snapshot | None:
    return changed(now, state=State.STOPPED, closed_at=at) if _is_open(now) else None


MOVES = {
    "accept": accept, "accept_again": accept, "refuse": refuse, "extend": promise_anew, "pause": pause,
    "resume": promise_anew, "finish": finish, "withdraw": withdraw, "stop": stop,
}  # fmt: skip


def _is_open(now: Snapshot) -> bool:
    return now.accepted_at is not None and now.closed_at is None


def _has_passed(now: Snapshot, at: datetime) -> bool:
    return now.due_at is not None and now.due_at < at


def day(text: str, hour: int = 9) -> datetime:
    return midnight(date.fromisoformat(text)) + timedelta(hours=hour)


def life(
    *, accepted: str, due: str, channel: str = Channel.DIRECT, field: str = "ho_tich", **ends: str
) -> list[Moment]:
    """A short life told in days: ``life(accepted="2026-10-05", due="2026-10-08", finished="2026-10-07")``."""
    at = day(accepted)
    first = snapshot(
        field=field, channel=channel, state=State.PROCESSING, accepted_at=at, due_at=day(due, 17)
    )
    told = [Moment(at, first)]
    for verb, on in ends.items():
        end = day(on)
        if verb == "finished":
            outcome = Outcome.LATE if end > day(due, 17) else Outcome.EARLY if on < due else Outcome.ON_TIME
            facts = {"state": State.PROCESSED, "finished_at": end, "outcome": outcome}
        else:
            facts = {"state": State(verb)}
        told.append(Moment(end, changed(first, closed_at=end, **facts)))
    return told


def refusal(on: str) -> list[Moment]:
    return [Moment(day(on), snapshot(state=State.NOT_ACCEPTED, closed_at=day(on)))]
