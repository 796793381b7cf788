"""The round, inspection or block of an address, if the officer may see it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from motcua.organisation.access import Officer
from motcua.organisation.sight import sees
from motcua.oversight import queries
from motcua.oversight.models import AwardRound, BacklogBlock, Inspection, InspectionTarget


def round_of(officer: Officer, pk: int) -> AwardRound:
    return get_object_or_404(queries.award_rounds(officer), pk=pk)


def inspection_of(officer: Officer, pk: int) -> Inspection:
    """A surprise plan is as good as none to those outside its team."""
    return get_object_or_404(queries.inspections(officer), pk=pk)


def target_of(officer: Officer, pk: int) -> InspectionTarget:
    target = get_object_or_404(InspectionTarget.objects.select_related("inspection__unit", "unit"), pk=pk)
    if not queries.inspections(officer).filter(pk=target.inspection_id).exists():
        raise Http404
    return target


def block_of(officer: Officer, pk: int) -> BacklogBlock:
    return get_object_or_404(BacklogBlock.objects.select_related("unit"), pk=pk, unit__in=sees(officer))
