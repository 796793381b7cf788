"""A list of dossiers as its address says it: typed filters, read from a query string and written back."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Self

import msgspec
from django.db.models import Q, QuerySet
from django.utils import timezone

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import PENDING, Channel, Outcome, State
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.process import parties

#: What a desk calls its piles.
GROUPS: dict[str, Q] = {
    "open": Q(closed_at=None),
    "pending": Q(closed_at=None, accepted_at__isnull=False),
    "waiting_acceptance": Q(closed_at=None, state=State.REGISTERED),
    "waiting_return": Q(state=State.PROCESSED),
    "over": Q(closed_at__isnull=False),
}
DUE_GROUPS = ("overdue", "today", "soon", "in_time")
_OPEN_GROUPS = frozenset({"open", "pending", "waiting_acceptance"})
_OPEN_STATES = PENDING | {State.REGISTERED}
_SOON = timedelta(days=3)
_LONGEST = 200  # letters of one filter; a name of more words would ask too much of the database
_YEARS = range(1900, 2200)  # a day beyond is a slip, and has no instant in every zone

#: Names in the address, Vietnamese as all paths are.
_NAMES = {
    "group": "nhom", "state": "trang-thai", "field": "linh-vuc", "procedure": "thu-tuc", "channel": "kenh",
    "holder": "giu", "due": "han", "outcome": "danh-gia", "text": "tim", "unit": "don-vi", "order": "xep",
    "accepted_from": "nhan-tu", "accepted_to": "nhan-den", "finished_from": "xong-tu", "finished_to": "xong-den",
    "as_of": "tinh-den", "received_here": "nhan-ho",
}  # fmt: skip


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows; every part narrows it further.

    Args:
        group: a key of ``GROUPS``; ``state``: one state alone.
        procedure: slug; ``unit``: code of a unit below the officer's.
        holder: ``me`` (on my desk), ``role`` (in the queue of my roles), ``nobody``.
        due: ``overdue``, ``today``, ``soon`` (the next three days), ``in_time``.
        text: part of a code, a name with or without marks, a personal number, a phone number.
        accepted_from, accepted_to, finished_from, finished_to: local days, both included.
        as_of: as it stood at the end of that local day: accepted by then and not yet over.
        received_here: taken in here for another unit (phi địa giới).
        order: ``newest`` where open dossiers would come by due instant.
    """

    group: str = ""
    state: str = ""
    field: str = ""
    procedure: str = ""
    channel: str = ""
    holder: str = ""
    due: str = ""
    outcome: str = ""
    text: str = ""
    unit: str = ""
    accepted_from: date | None = None
    accepted_to: date | None = None
    finished_from: date | None = None
    finished_to: date | None = None
    as_of: date | None = None
    received_here: bool = False
    order: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> Self:
        """Read an address; what is not understood is left out, so that an old link still opens a list."""
        return cls(**{name: value for name, value in _read(query) if value})

    def to_query(self) -> dict[str, str]:
        """Write the address: only what narrows the list."""
        texts = {name: _text(getattr(self, name)) for name in _NAMES}
        return {_NAMES[name]: text for name, text in texts.items() if text}

    @property
    def only_open(self) -> bool:
        """Whether nothing but dossiers that are not over can be in the list."""
        urgent = self.due in {"overdue", "today", "soon"} and self.as_of is None
        return urgent or self.group in _OPEN_GROUPS or self.state in _OPEN_STATES

    @property
    def by_due(self) -> bool:
        """Whether the most urgent come first."""
        return self.order_column == "due_at"

    @property
    def order_column(self) -> str:
        """The column that orders the list: by due instant upwards, by anything else from the latest down.

        What narrows the list orders it too, so that one index finds the page and nothing is sorted.
        """
        if self.as_of or self.accepted_from or self.accepted_to:
            return "accepted_at"
        if self.finished_from or self.finished_to or self.outcome:
            return "finished_at"
        return "due_at" if self.only_open and self.order != "newest" else "pk"

    def apply(self, dossiers: "QuerySet[Dossier]", *, officer: Officer, at: datetime) -> "QuerySet[Dossier]":
        """Return the dossiers that pass."""
        conditions = GROUPS.get(self.group, Q())
        for name in ("state", "field", "channel", "outcome"):
            if value := getattr(self, name):
                conditions &= Q(**{name: value})
        if self.procedure:
            conditions &= Q(procedure__slug=self.procedure)
        if self.unit:
            conditions &= Q(unit__code=self.unit)
        if self.only_open:
            conditions &= Q(closed_at=None)
        conditions &= _between("accepted_at", self.accepted_from, self.accepted_to)
        conditions &= _between("finished_at", self.finished_from, self.finished_to)
        if self.order_column in {"accepted_at", "finished_at"}:
            conditions &= Q(**{f"{self.order_column}__isnull": False})
        return dossiers.filter(conditions & self._held(officer) & self._due(at))

    def _held(self, officer: Officer) -> Q:
        match self.holder:
            case "me":
                return Q(case__holder=officer.account_id)
            case "role":
                roles = set(officer.roles) | (parties.EXTERNAL if officer.has(*parties.RECORDERS) else set())
                return Q(case__holder=None, case__holder_role__in=sorted(roles))
            case "nobody":
                return Q(case__holder=None, case__isnull=False)
        return Q()

    def _due(self, at: datetime) -> Q:
        today = timezone.localdate(at)
        if self.as_of is not None:
            return self._as_of(_midnight(self.as_of + timedelta(days=1)))
        match self.due:
            case "overdue":
                return Q(accepted_at__isnull=False, due_at__lt=at)
            case "today":
                return Q(due_at__gte=at, due_at__lt=_midnight(today + timedelta(days=1)))
            case "soon":
                return Q(due_at__gte=at, due_at__lt=_midnight(today + timedelta(days=1) + _SOON))
            case "in_time":
                return GROUPS["pending"] & (Q(due_at=None) | Q(due_at__gte=at))
        return Q()

    def _as_of(self, end: datetime) -> Q:
        """Pending at an instant; ``due`` then parts them into overdue and in time by that instant."""
        pending = Q(accepted_at__lt=end) & (Q(closed_at=None) | Q(closed_at__gte=end))
        match self.due:
            case "overdue":
                return pending & Q(due_at__lt=end)
            case "in_time":
                return pending & (Q(due_at=None) | Q(due_at__gte=end))
        return pending


def _read(query: Mapping[str, Any]) -> list[tuple[str, Any]]:
    texts = {name: clean(str(query.get(param, ""))[:_LONGEST]) for name, param in _NAMES.items()}
    allowed: dict[str, set[str]] = {
        "group": set(GROUPS),
        "state": set(State.values),
        "channel": set(Channel.values),
        "outcome": set(Outcome.values),
        "due": set(DUE_GROUPS),
        "holder": {"me", "role", "nobody"},
        "order": {"due", "newest"},
    }
    found: list[tuple[str, Any]] = []
    for name, text in texts.items():
        if name in allowed:
            found.append((name, text if text in allowed[name] else ""))
        elif name in {"accepted_from", "accepted_to", "finished_from", "finished_to", "as_of"}:
            found.append((name, _day(text)))
        elif name == "received_here":
            found.append((name, text == "1"))
        else:
            found.append((name, text))
    return found


def _day(text: str) -> date | None:
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(text, shape).date()
        except ValueError:
            continue
        return day if day.year in _YEARS else None
    return None


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value or "")


def _between(column: str, first: date | None, last: date | None) -> Q:
    """Instants on local days, both included."""
    span = Q()
    if first is not None:
        span &= Q(**{f"{column}__gte": _midnight(first)})
    if last is not None:
        span &= Q(**{f"{column}__lt": _midnight(last + timedelta(days=1))})
    return span


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_default_timezone())
