from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.initiatives import rules
from motcua.initiatives.acting import advance
from motcua.initiatives.authority import require_unit_of
from motcua.initiatives.counting_ways import content_of
from motcua.initiatives.inputs import InitiativeInput
from motcua.initiatives.kinds import Kind, Level, ReformField
from motcua.initiatives.models import Author, Initiative
from motcua.initiatives.numbering import next_code
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


@transaction.atomic
def register_initiative(
    *, facts: InitiativeInput, year: int, by: Officer, at: datetime, unit_id: int | None = None, key: str = ""
) -> Initiative:
    """Begin the registration of a model or initiative (đăng ký sáng kiến): a draft of the own unit.

    Args:
        year: of the registration, whose round takes it when it is sent.
        key: of the form (32 letters at most); the same form sent again gives the same draft.
    Raises:
        Incomplete, WrongShares, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=unit_id or by.unit_id)
    require_unit_of(by, "register", unit)
    known = Initiative.objects.filter(registered_by=by.account_id, key=key[:32]).first() if key else None
    if known is not None:
        return known
    rules.require_facts(facts)
    initiative = Initiative(
        code=next_code(year),
        year=year,
        unit=unit,
        unit_text=unit.agency_name,
        registered_at=at,
        registered_by_id=by.account_id,
        key=key[:32],
        **columns(facts),
    )
    advance(initiative, "register", by=by, at=at)
    write_authors(initiative, facts)
    return initiative


def columns(facts: InitiativeInput) -> dict[str, Any]:
    """The columns of an initiative that its words fill."""
    long = "problem", "solution", "novelty", "scope", "cost", "benefit_social", "benefit_economic"
    return {
        "title": clean(facts.title),
        "kind": Kind(facts.kind),
        "level": Level(facts.level),
        "field": ReformField(facts.field) if facts.field else "",
        "first_applied_on": facts.first_applied_on,
        "counting": content_of(facts.way, facts.case),
        "steps": [
            {"seq": place, "role": "", "action_vi": clean(step), "evidence": "reported"}
            for place, step in enumerate(filter(clean, facts.steps), 1)
        ],
        **{name: getattr(facts, name).strip() for name in (*long, "replicability", "approvals")},
    }


def write_authors(initiative: Initiative, facts: InitiativeInput) -> None:
    """Write down the authors anew, in the order given; they have been judged."""
    initiative.authors.all().delete()
    Author.objects.bulk_create(
        Author(
            initiative=initiative,
            account_id=author.account_id,
            name=clean(author.name),
            title=clean(author.title),
            unit_text=clean(author.unit_text),
            share_percent=author.share_percent,
        )
        for author in facts.authors
    )
