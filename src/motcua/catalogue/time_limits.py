"""Which time limit a dossier gets: the procedure's own, or that of its case."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.conditions import holds, parse
from motcua.catalogue.definitions import Case, ClockRules, ProcedureDefinition, StatutoryTime
from motcua.kernel.refusals import Refusal


class UnknownCase(Refusal):
    """The procedure version does not know the case."""


class LimitChoice(msgspec.Struct, frozen=True):
    """One limit that an officer may choose; ``case`` "" is the procedure's own."""

    case: str
    name_vi: str
    limit: TimeLimit | None


def limit_for(
    definition: ProcedureDefinition,
    *,
    channel: str,
    case: str | None = None,
    rules: ClockRules | None = None,
) -> TimeLimit | None:
    """Return the limit of a dossier; None when the law's total is not established.

    With None the officer promises the days, with a reason. A case chosen by the officer comes first, then
    the case of the channel (``direct``, ``online``, ``post``, ``home``, ``mobile``), then the procedure's own.

    Raises:
        UnknownCase: the version has no such case.
    """
    return _limit(_time(definition, channel=channel, case=case), rules)


def choices(definition: ProcedureDefinition, *, rules: ClockRules | None = None) -> list[LimitChoice]:
    """Return the limits that the officer can choose among; one alone when the procedure has no cases."""
    usual = LimitChoice("", _("Trường hợp thường"), _limit(definition.statutory_time, rules))
    return [
        usual,
        *(
            LimitChoice(case.id, case.name_vi, _limit(case.time or definition.statutory_time, rules))
            for case in definition.cases
        ),
    ]


def suggested_case(
    definition: ProcedureDefinition, *, channel: str, answers: Mapping[str, Any], on: date
) -> str:
    """Return the case that the answers or the channel point to, "" for none."""
    for case in definition.cases:
        if case.when and holds(parse(case.when), answers, on=on):
            return case.id
    by_channel = _of_channel(definition, channel)
    return by_channel.id if by_channel else ""


def extended_limit(
    definition: ProcedureDefinition, *, channel: str, case: str | None = None
) -> TimeLimit | None:
    """Return the longest total when the law allows one lengthening (xác minh), None when it allows none."""
    time = _time(definition, channel=channel, case=case)
    if time.max_with_verification is not None:
        return TimeLimit(time.max_with_verification, TimeUnit(time.unit))
    if time.extension is None or time.extension.max_value is None:
        return None
    return TimeLimit(time.extension.max_value, TimeUnit(time.extension.unit))


def counted_from(
    definition: ProcedureDefinition, *, received: datetime, rules: ClockRules, calendar: WorkingCalendar
) -> datetime:
    """Return the instant from which the limit counts.

    It is the reception, save for procedures whose rule moves the start of the count: received at the cut-off
    or later, they count from the next working day's opening (linked birth bundle, NĐ 301/2026/NĐ-CP).
    """
    rule = rules.cutoff(definition.statutory_time.cutoff_rule)
    if rule is None or rule.effect != "count_from_next_working_day":
        return received
    local = timezone.localtime(received)
    if local.time() < rule.time:
        return received
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return calendar.next_opening(midnight + timedelta(days=1))


def _time(definition: ProcedureDefinition, *, channel: str, case: str | None) -> StatutoryTime:
    if case:
        try:
            chosen: Case | None = definition.case(case)
        except KeyError:
            raise UnknownCase(
                _("Thủ tục này không có trường hợp đó. Xin chọn lại trường hợp."), field="case"
            ) from None
    else:
        chosen = _of_channel(definition, channel)
    return (chosen.time if chosen else None) or definition.statutory_time


def _of_channel(definition: ProcedureDefinition, channel: str) -> Case | None:
    return next((case for case in definition.cases if case.channel and case.channel == channel), None)


def _limit(time: StatutoryTime, rules: ClockRules | None) -> TimeLimit | None:
    if time.value is None:
        return None
    rule = rules.cutoff(time.cutoff_rule) if rules else None
    if rule and time.unit == "immediate":
        return TimeLimit(time.value, TimeUnit.IMMEDIATE, cutoff=rule.time)
    return TimeLimit(time.value, TimeUnit(time.unit))
