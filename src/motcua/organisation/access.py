"""Who somebody is at work on a day, and what that allows."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.kernel.memory import kept_until_change
from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Staff
from motcua.organisation.models.periods import valid_on
from motcua.organisation.roles import Role


class NotAllowed(Refusal):
    """The officer's posts do not allow this."""


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody at work for one unit on one day; ``roles`` come from posts held or delegated."""

    account_id: int
    name: str
    unit_id: int
    roles: frozenset[str]
    division_ids: frozenset[int] = field(default_factory=frozenset)
    title: str = ""

    @property
    def rank(self) -> str:
        """The title as it stands under a signature, without the body named above it: ``Chủ tịch``."""
        return self.title.partition(" UBND")[0].partition(" Ủy ban nhân dân")[0]

    def has(self, *roles: str) -> bool:
        """Whether the officer has one of the roles."""
        return not self.roles.isdisjoint(roles)


def officer(account: Account, *, on: date, unit_id: int | None = None) -> Officer:
    """Return who an account is on a day, by its posts and by what is delegated to it.

    Args:
        unit_id: the unit to work for; without it, the unit of the post held longest.
    Raises:
        NotAllowed: the account holds no post (at that unit) on that day.
    """
    posts = _posts(account.pk, on)
    if posts and unit_id is None:
        unit_id = posts[0].unit_id
    posts = tuple(post for post in posts if post.unit_id == unit_id)
    if unit_id is None or not posts or not account.is_active:
        raise NotAllowed(
            _("Tài khoản này chưa được giao việc ở đơn vị nào. Nhờ người quản trị của đơn vị giao vị trí.")
        )
    return Officer(
        account_id=account.pk,
        name=account.display_name,
        unit_id=unit_id,
        roles=frozenset(post.role for post in posts),
        division_ids=frozenset(post.division_id for post in posts if post.division_id),
        title=next((post.title_vi for post in posts if post.account_id == account.pk and post.title_vi), ""),
    )


@kept_until_change
def _posts(account_id: int, on: date) -> tuple[Staff, ...]:
    """Posts held and lent on a day, one's own before those of others, the longest held first."""
    held = Q(account=account_id) & valid_on(on)
    lent = Q(delegations__delegate=account_id) & valid_on(on) & valid_on(on, prefix="delegations__")
    posts = Staff.objects.filter(held | lent).distinct().order_by("valid_from", "pk")
    return tuple(sorted(posts, key=lambda post: post.account_id != account_id))


def require(officer: Officer, *roles: str) -> None:
    """Refuse unless the officer has one of the roles."""
    if not officer.has(*roles):
        labels = ", ".join(str(Role(role).label) for role in roles)
        raise NotAllowed(_("Việc này dành cho: %(roles)s.") % {"roles": labels})


def require_unit(officer: Officer, unit_id: int) -> None:
    """Refuse unless the officer works for the unit."""
    if officer.unit_id != unit_id:
        raise NotAllowed(_("Hồ sơ này của đơn vị khác. Chỉ người của đơn vị đó làm được việc này."))


def require_not_same(officer: Officer, account_id: int | None, *, sentence: str = "") -> None:
    """Refuse when the officer is the account that did the step before: who receives does not sign."""
    if officer.account_id == account_id:
        raise NotAllowed(sentence or _("Người nhận hồ sơ không được ký kết quả của chính hồ sơ đó."))


def require_administrator(by: Actor) -> None:
    """Refuse unless the actor administers: by a post, or as the account that set the software up."""
    if isinstance(by, Officer):
        require(by, Role.ADMINISTRATOR)
    elif not (isinstance(by, Account) and by.is_superuser):
        raise NotAllowed(_("Việc này dành cho người quản trị phần mềm."))
