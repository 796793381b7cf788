"""What a dossier costs: the version's tariff, the province's prices, what the applicant is entitled to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.catalogue import fees
from motcua.catalogue.definitions import ProcedureDefinition
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
    """Assess the fees of a dossier received by a unit on a local day; asks only for what the tariff needs."""
    definition, channel = version.definition, catalogue_channel(channel)
    exempting = person is not None and bool(definition.fee.items and definition.fee.exempt_groups)
    return fees.assess(
        definition,
        channel=channel,
        answers=answers,
        entitlements=entitlements(person, on=on) if exempting and person else (),
        on=on,
        case=case_id,
        schedule=fee_schedule(
            version.procedure, province_code=_province_code(unit, on), on=on, channel=channel
        )
        if _set_by_province(definition)
        else None,
    )


def _set_by_province(definition: ProcedureDefinition) -> bool:
    return any(item.amount_vnd is None and not item.tiers for item in definition.fee.items)


def _province_code(unit: Unit, on: date) -> str:
    line = [unit, *ancestors(unit, on=on)]
    return next((step.code for step in line if step.level == Level.PROVINCE), "")
