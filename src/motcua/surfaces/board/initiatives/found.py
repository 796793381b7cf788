"""The initiative, review or council of an address, if the officer may see it; and the people of a unit."""

from datetime import date
from typing import NamedTuple

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from motcua.initiatives import access, queries
from motcua.initiatives.models import Council, Initiative, Review
from motcua.kernel.vietnamese import name_sort_key
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Staff, Unit
from motcua.organisation.models.periods import valid_on


class Colleague(NamedTuple):
    account_id: int
    name: str
    title: str

    @property
    def label(self) -> str:
        return ", ".join(filter(None, [self.name, self.title]))


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


def colleagues(officer: Officer, *, on: date) -> list[Colleague]:
    """Everybody who holds a post at the officer's unit today, each once, by name."""
    posts = Staff.objects.filter(valid_on(on), unit=officer.unit_id, account__is_active=True)
    people = {
        post.account_id: Colleague(post.account_id, post.account.display_name, post.title_vi)
        for post in posts.select_related("account").order_by("pk")
    }
    return sorted(people.values(), key=lambda one: name_sort_key(one.name))


def unit_of(officer: Officer) -> Unit:
    return Unit.objects.get(pk=officer.unit_id)
