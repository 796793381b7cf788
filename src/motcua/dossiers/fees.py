"""What a dossier costs: the version's tariff, the province's prices, what the applicant is entitled to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.catalogue import fees
from motcua.catalogue.fees import FeeAssessment
from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.queries import fee_schedule
from motcua.dossiers.clock import catalogue_channel
from motcua.identity.models import Person
from motcua.identity.queries import entitlements
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.queries import ancestors


def assess(
    version: ProcedureVersion,
    *,
    unit: Unit,
    channel: str,
    case_id: str,
    answers: Mapping[str, Any],
    person: Person | None,
    on: date,
) -> FeeAssessment:
    """Assess the fees of a dossier received by a unit on a local day.

    The province's prices and the applicant's entitlements are looked up only where they make a difference.
    """
    definition, channel = version.definition, catalogue_channel(channel)
    asked: dict[str, Any] = {"channel": channel, "answers": answers, "on": on, "case": case_id}
    assessment = fees.assess(definition, entitlements=(), **asked)
    if not assessment.unknown and not assessment.total_vnd:
        return assessment
    groups = entitlements(person, on=on) if person is not None and definition.fee.exempt_groups else set()
    prices = None
    if assessment.unknown:
        province = _province_code(unit, on)
        prices = fee_schedule(version.procedure, province_code=province, on=on, channel=channel)
    return fees.assess(definition, entitlements=groups, schedule=prices, **asked)


def _province_code(unit: Unit, on: date) -> str:
    line = [unit, *ancestors(unit, on=on)]
    return next((step.code for step in line if step.level == Level.PROVINCE), "")
