from datetime import date, datetime

from django.db import transaction

from motcua.identity.acts import record
from motcua.initiatives import shipped
from motcua.initiatives.kinds import ReformField
from motcua.initiatives.models import CriteriaSet, Initiative, ReformAction
from motcua.initiatives.numbering import next_code
from motcua.organisation.models import Unit


@transaction.atomic
def load_initiatives(at: datetime, *, until_year: int | None = None) -> int:
    """Enter the models, actions and criteria that came with Motcua and are not there yet; return how many models.

    Safe to run again: what is there stays as it is. Where the register of units lacks a unit, its name remains.

    Args:
        until_year: leave out models of later years, for whoever tells the past in its order.
    """
    _load_criteria(at)
    _load_actions(at)
    known = set(Initiative.objects.exclude(slug="").values_list("slug", flat=True))
    units = _unit_ids()
    latest = until_year or date.max.year
    new = [model for model in shipped.models() if model.id not in known and model.year <= latest]
    for model in new:
        initiative = Initiative.objects.create(
            code=next_code(model.year),
            slug=model.id,
            state=shipped.origins().states[model.status],
            year=model.year,
            title=model.name_vi,
            unit_id=units.get(model.id),
            unit_text=model.unit_vi,
            level=model.level,
            kind=model.kind,
            field=shipped.origins().fields.get(model.kind, ReformField.PROCEDURES),
            scope=", ".join((model.parent_unit_vi, model.province_vi)),
            steps=model.steps,
            procedures=model.procedures,
            target_groups=model.target_groups,
            channels=model.channels,
            source_ref=model.source_ref,
            registered_at=at,
        )
        record(initiative, "import", by=None, at=at, source=model.source_ref)
    return len(new)


def _load_actions(at: datetime) -> None:
    known = set(ReformAction.objects.values_list("slug", flat=True))
    units = _unit_ids()
    ReformAction.objects.bulk_create(
        ReformAction(
            slug=action.id,
            kind=action.kind,
            name=action.name_vi,
            issuer_id=units.get(action.id),
            issuer_text=action.issuer_vi,
            year=shipped.year_of(action.source_ref),
            covers=action.covers,
            tasks=action.tasks,
            source_ref=action.source_ref,
            imported_at=at,
        )
        for action in shipped.actions()
        if action.id not in known
    )


def _load_criteria(at: datetime) -> None:
    criteria = shipped.origins().criteria
    if not CriteriaSet.objects.filter(unit=None, valid_from=criteria.valid_from).exists():
        made = CriteriaSet.objects.create(
            valid_from=criteria.valid_from,
            items=criteria.items,
            pass_mark=criteria.pass_mark,
            fewest_members=criteria.fewest_members,
            quorum_votes=criteria.quorum.votes,
            quorum_of=criteria.quorum.of,
            basis=criteria.basis,
            entered_at=at,
        )
        record(made, "import", by=None, at=at)


def _unit_ids() -> dict[str, int]:
    """The key of the unit of each slug that the register of units knows."""
    codes = shipped.origins().units
    ids = dict(Unit.objects.filter(code__in=set(codes.values())).values_list("code", "pk"))
    return {slug: ids[code] for slug, code in codes.items() if code in ids}
