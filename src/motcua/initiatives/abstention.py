"""Who does not judge: an author abstains from the own work."""

from collections.abc import Iterable

from motcua.initiatives.models import Author, CouncilMember
from motcua.kernel.vietnamese import search_form


def abstaining(members: Iterable[CouncilMember], authors: Iterable[Author]) -> set[int]:
    """Return the keys of the members who are authors and therefore do not judge.

    An author is known by the account; one written down without an account, by the name, whatever its marks: better
    that a namesake abstains than that somebody judges the own work.
    """
    authors = list(authors)
    return {
        member.pk for member in members if is_author(member.account_id, member.account.display_name, authors)
    }


def is_author(account_id: int, name: str, authors: Iterable[Author]) -> bool:
    """Whether somebody with this account and name is among the authors, as ``abstaining`` knows them."""
    own = search_form(name)
    return any(
        search_form(author.name) == own if author.account_id is None else author.account_id == account_id
        for author in authors
    )
