"""The initiative, review or council of an address, if the officer may see it."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from motcua.initiatives import access, queries
from motcua.initiatives.models import Council, Initiative, Review
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit


def initiative_of(officer: Officer, pk: int) -> Initiative:
    """
    Raises:
        NotAllowed: another unit's, and not recognised.
    """
    rows = Initiative.objects.select_related("unit", "round", "review__council", "recognition")
    initiative = get_object_or_404(rows, pk=pk)
    access.require_visible(officer, initiative)
    return initiative


def review_of(officer: Officer, pk: int) -> Review:
    """The review of an initiative that lies before a council."""
    initiative = initiative_of(officer, pk)
    rows = Review.objects.select_related("council__criteria", "council__unit", "initiative", "paper")
    return get_object_or_404(rows, initiative=initiative)


def council_of(officer: Officer, pk: int) -> Council:
    """
    Raises:
        NotAllowed: another unit's council, and the officer does not sit in it.
    """
    council = get_object_or_404(Council.objects.select_related("unit", "criteria"), pk=pk)
    if council not in queries.councils_for(officer):
        raise NotAllowed(_("Hội đồng này của đơn vị khác."))
    return council


def unit_of(officer: Officer) -> Unit:
    return Unit.objects.get(pk=officer.unit_id)
