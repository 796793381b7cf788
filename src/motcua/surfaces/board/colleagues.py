"""Who works at the officer's unit: the people a council or a team is chosen from."""

from datetime import date
from typing import NamedTuple

from motcua.kernel.vietnamese import name_sort_key
from motcua.organisation.access import Officer
from motcua.organisation.models import Staff
from motcua.organisation.models.periods import valid_on
from motcua.organisation.roles import Role


class Colleague(NamedTuple):
    account_id: int
    name: str
    title: str

    @property
    def label(self) -> str:
        return ", ".join(filter(None, [self.name, self.title]))


def colleagues(officer: Officer, *, on: date) -> list[Colleague]:
    """Everybody who holds a post at the officer's unit today, each once, by name.

    Who only looks after the software sits in no council and no team.
    """
    posts = Staff.objects.filter(valid_on(on), unit=officer.unit_id, account__is_active=True)
    posts = posts.exclude(role=Role.ADMINISTRATOR)
    people = {
        post.account_id: Colleague(post.account_id, post.account.display_name, post.title_vi)
        for post in posts.select_related("account").order_by("pk")
    }
    return sorted(people.values(), key=lambda one: name_sort_key(one.name))
