"""Who owes which form to whom: duties that stand, as whoever gave them looks at them."""

from collections.abc import Collection
from datetime import date

from motcua.directives.models import Directive
from motcua.directives.states import State as DirectiveState
from motcua.initiatives.models import Replication
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.models.periods import valid_on
from motcua.organisation.order import in_order
from motcua.organisation.sight import sees, stands_for
from motcua.reporting.models import Obligation
from motcua.reporting.order import by_unit
from motcua.reporting.states import COLLECTORS, Form


def duties_in_sight(officer: Officer) -> list[Obligation]:
    """Every duty whose reports come in to the officer's units or below them, the newest of a form first."""
    rows = Obligation.objects.filter(collector__in=sees(officer)).select_related(
        "unit", "collector", "directive", "set_by", "ended_by"
    )
    return list(rows.order_by("form", "-starts_on", "unit__name", "pk"))


def owing(
    unit_ids: Collection[int], form: str, *, starts_on: date, ends_on: date | None = None
) -> dict[int, Obligation]:
    """Units that owe the form already on some of these days, each with that duty."""
    last = ends_on or date.max
    rows = Obligation.objects.filter(unit__in=unit_ids, form=form, starts_on__lte=last).select_related("unit")
    return {duty.unit_id: duty for duty in by_unit(rows) if duty.ends_on is None or duty.ends_on >= starts_on}


def without_duty(officer: Officer, directive: Directive, *, on: date) -> list[Unit]:
    """Recipients of a directive with mandatory models who are still there and owe no report on them yet, by name.

    None unless the officer may ask them for one.
    """
    if directive.state != DirectiveState.ISSUED or not officer.has(*COLLECTORS):
        return []
    mine = stands_for(officer)
    orders = Replication.objects.filter(directive=directive, mandatory=True)
    if directive.keeper_id not in mine or not orders.exists():
        return []
    ids = directive.recipients.values_list("unit_id", flat=True)
    there = Unit.objects.filter(valid_on(on), pk__in=sees(officer) - mine).filter(pk__in=ids)
    units = in_order(there)
    owed = owing([unit.pk for unit in units], Form.MODELS, starts_on=on)
    return [unit for unit in units if unit.pk not in owed]
