"""Who does not judge: an author abstains from the own work."""

from collections.abc import Iterable

from motcua.initiatives.models import Author, CouncilMember
from motcua.kernel.vietnamese import search_form


def abstaining(members: Iterable[CouncilMember], authors: Iterable[Author]) -> set[int]:
    """Return the keys of the members who are authors and therefore do not judge.

    An author is known by the account; one written down without an account, by the name, whatever its marks: better
    that a namesake abstains than that somebody judges the own work.
    """
    accounts, names = set(), set()
    for author in authors:
        if author.account_id is None:
            names.add(search_form(author.name))
        else:
            accounts.add(author.account_id)
    return {
        member.pk
        for member in members
        if member.account_id in accounts or search_form(member.account.display_name) in names
    }
