"""What holds on a day, asked of the database once for each stretch of days in which nothing changes."""

from bisect import bisect_right
from collections.abc import Callable, Hashable
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from motcua.calendars.models import UnitHours
from motcua.calendars.queries import calendar_for
from motcua.calendars.wall_clock import LOCAL
from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.fees import ScheduledFee
from motcua.catalogue.models import ClockPolicy, FeeSchedule, ProcedureVersion
from motcua.catalogue.queries import NotInForce, clock_policy, fee_schedule, in_force
from motcua.identity.models import Account
from motcua.organisation.access import Officer, officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Staff, Unit, UnitPlacement
from motcua.organisation.queries import ancestors, holders
from motcua.process.models import WorkflowVersion
from motcua.process.services import ensure_workflow

#: Which rows make an answer: it holds until one of them begins or ends.
_MADE_OF: dict[str, tuple[Any, ...]] = {
    "version": (ProcedureVersion,),
    "policy": (ClockPolicy,),
    "calendar": (UnitHours, UnitPlacement),
    "workflow": (WorkflowVersion,),
    "holders": (Staff,),
    "officers": (Staff,),
    "prices": (FeeSchedule, UnitPlacement),
    "province": (UnitPlacement,),
}
Answer = TypeVar("Answer")


def local_day(at: datetime) -> date:
    """The local calendar day of an instant; as ``timezone.localdate``, without asking which zone is active."""
    return at.astimezone(LOCAL).date()


class Dated:
    """The questions that services ask about a day, with the services' own answers, remembered."""

    def __init__(self) -> None:
        turns = {model: _turns(model) for models in _MADE_OF.values() for model in models}
        self._turns = {
            what: sorted(set().union(*(turns[model] for model in models)))
            for what, models in _MADE_OF.items()
        }
        self._known: dict[Hashable, Any] = {}
        self.versions: dict[int, ProcedureVersion] = {}

    def _ask(self, what: str, about: Hashable, on: date, question: Callable[[], Answer]) -> Answer:
        key = (what, about, bisect_right(self._turns[what], on))
        if key not in self._known:
            self._known[key] = question()
        answer: Answer = self._known[key]
        return answer

    def version(self, slug: str, on: date) -> ProcedureVersion | None:
        """The version in force, None when there is none yet or any more."""

        def ask() -> ProcedureVersion | None:
            try:
                found = in_force(slug, on=on)
            except NotInForce:
                return None
            return self.versions.setdefault(found.pk, found)

        return self._ask("version", slug, on, ask)

    def policy(self, on: date) -> ClockPolicy:
        return self._ask("policy", None, on, lambda: clock_policy(on))

    def calendar(self, unit_id: int, on: date) -> WorkingCalendar:
        return self._ask("calendar", unit_id, on, lambda: calendar_for(unit_id, on))

    def workflow(self, version: ProcedureVersion, unit_id: int, on: date) -> WorkflowVersion:
        return self._ask(
            "workflow",
            (version.pk, unit_id),
            on,
            lambda: ensure_workflow(version=version, unit_id=unit_id, on=on),
        )

    def holders(self, unit_id: int, role: str, on: date) -> list[Account]:
        return self._ask("holders", (unit_id, role), on, lambda: holders(Unit(pk=unit_id), role, on=on))

    def officers(self, unit_id: int, role: str, on: date) -> list[Officer]:
        """The holders of a role, each with all that they may do on the day."""
        return self._ask(
            "officers",
            (unit_id, role),
            on,
            lambda: [officer(account, on=on, unit_id=unit_id) for account in self.holders(unit_id, role, on)],
        )

    def prices(
        self, version: ProcedureVersion, unit: Unit, on: date, channel: str
    ) -> dict[str, ScheduledFee] | None:
        """What the unit's province charges; None where the law leaves nothing to it."""
        if not any(item.amount_vnd is None and not item.tiers for item in version.definition.fee.items):
            return None
        return self._ask(
            "prices",
            (version.pk, unit.pk, channel),
            on,
            lambda: fee_schedule(
                version.procedure, province_code=self._province(unit, on), on=on, channel=channel
            ),
        )

    def _province(self, unit: Unit, on: date) -> str:
        def ask() -> str:
            line = [unit, *ancestors(unit, on=on)]
            return next((step.code for step in line if step.level == Level.PROVINCE), "")

        return self._ask("province", unit.pk, on, ask)


def _turns(model: Any) -> set[date]:
    """The days on which something of a table begins to hold, or holds no more."""
    turns: set[date] = set()
    for first, last in model.objects.values_list("valid_from", "valid_to").distinct():
        turns |= {first} if first else set()
        turns |= {last + timedelta(days=1)} if last else set()
    return turns
