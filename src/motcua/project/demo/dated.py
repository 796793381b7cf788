"""What holds on a day, asked of the database once for each stretch of days in which nothing changes."""

from bisect import bisect_right
from collections.abc import Callable, Hashable
from datetime import date, timedelta
from typing import Any, TypeVar

from motcua.calendars.models import UnitHours
from motcua.calendars.queries import calendar_for
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

_DATED: tuple[Any, ...] = (
    ClockPolicy, FeeSchedule, ProcedureVersion, Staff, UnitHours, UnitPlacement, WorkflowVersion
)  # fmt: skip
Answer = TypeVar("Answer")


class Dated:
    """The questions that services ask about a day, with the services' own answers, remembered."""

    def __init__(self) -> None:
        turns: set[date] = set()
        for model in _DATED:
            for first, last in model.objects.values_list("valid_from", "valid_to").distinct():
                turns |= {first} if first else set()
                turns |= {last + timedelta(days=1)} if last else set()
        self._turns = sorted(turns)
        self._known: dict[Hashable, Any] = {}
        self.versions: dict[int, ProcedureVersion] = {}

    def _ask(self, on: date, what: Hashable, question: Callable[[], Answer]) -> Answer:
        key = (what, bisect_right(self._turns, on))
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

        return self._ask(on, ("version", slug), ask)

    def policy(self, on: date) -> ClockPolicy:
        return self._ask(on, "policy", lambda: clock_policy(on))

    def calendar(self, unit_id: int, on: date) -> WorkingCalendar:
        return self._ask(on, ("calendar", unit_id), lambda: calendar_for(unit_id, on))

    def workflow(self, version: ProcedureVersion, unit_id: int, on: date) -> WorkflowVersion:
        return self._ask(
            on,
            ("workflow", version.pk, unit_id),
            lambda: ensure_workflow(version=version, unit_id=unit_id, on=on),
        )

    def holders(self, unit_id: int, role: str, on: date) -> list[Account]:
        return self._ask(on, ("holders", unit_id, role), lambda: holders(Unit(pk=unit_id), role, on=on))

    def officer(self, account: Account, unit_id: int, on: date) -> Officer:
        return self._ask(
            on, ("officer", account.pk, unit_id), lambda: officer(account, on=on, unit_id=unit_id)
        )

    def prices(
        self, version: ProcedureVersion, unit: Unit, on: date, channel: str
    ) -> dict[str, ScheduledFee] | None:
        """What the unit's province charges; None where the law leaves nothing to it."""
        if not any(item.amount_vnd is None and not item.tiers for item in version.definition.fee.items):
            return None
        return self._ask(
            on,
            ("prices", version.pk, unit.pk, channel),
            lambda: fee_schedule(
                version.procedure, province_code=self._province(unit, on), on=on, channel=channel
            ),
        )

    def _province(self, unit: Unit, on: date) -> str:
        line = [unit, *ancestors(unit, on=on)]
        return next((step.code for step in line if step.level == Level.PROVINCE), "")
