"""Figures that speak for a proposal, counted from the records at the moment of proposing."""

from datetime import date

from django.utils.translation import gettext as _

from motcua.initiatives.models import Initiative
from motcua.initiatives.queries import count_cases
from motcua.initiatives.sight import visible
from motcua.kernel.vietnamese import day, sort_key
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.oversight.inputs import EvidenceInput


def model_choices(officer: Officer) -> list[tuple[str, str]]:
    """Models whose cases can be counted, as the officer sees them."""
    shown = sorted(visible(officer).order_by("pk")[:300], key=lambda row: sort_key(row.title))
    return [(str(row.pk), row.title) for row in shown]


def measured(initiative_id: int, unit: Unit, first_day: date, last_day: date) -> EvidenceInput:
    """Count the cases of a model at a unit; the source says how they came about, so that anybody can count again."""
    initiative = Initiative.objects.get(pk=initiative_id)
    found = count_cases(initiative, [unit.pk], first_day, last_day)
    source = _(
        "đếm tại %(unit)s từ %(first)s đến %(last)s: %(counted)d từ hồ sơ, %(entered)d nhập từng việc"
    ) % {
        "unit": unit.name_in_sentence,
        "first": day(first_day),
        "last": day(last_day),
        "counted": found.counted,
        "entered": found.entered,
    }
    return EvidenceInput(label=initiative.title, value=found.total, source=source)
