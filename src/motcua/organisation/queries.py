"""Questions about units and those who work in them, on a day."""

from datetime import date
from typing import TypedDict

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.kernel.memory import kept_until_change
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import search_form
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit, UnitPlacement
from motcua.organisation.models.periods import valid_on


class UnitUnknown(Refusal):
    """No unit has this code."""


class Letterhead(TypedDict):
    """The head of a paper: who speaks, the agency above (blank: none is printed), and the place before the date."""

    agency: str
    superior: str
    place: str


def unit(code: str) -> Unit:
    """Return the unit of a code, ended or not."""
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise UnitUnknown(_("Không có đơn vị nào mang mã “%(code)s”.") % {"code": code})
    return found


def home_unit() -> Unit:
    """Return the unit whose desk this installation serves (setting ``MOTCUA_HOME_UNIT``)."""
    if not settings.HOME_UNIT:
        raise UnitUnknown(_("Chưa chọn đơn vị cho máy này. Đặt mã đơn vị vào MOTCUA_HOME_UNIT."))
    return _unit_with_code(settings.HOME_UNIT)


@kept_until_change
def _unit_with_code(code: str) -> Unit:
    return unit(code)


@kept_until_change
def unit_with_id(unit_id: int) -> Unit:
    """Return the unit of a key; one object for the whole process, not to be changed."""
    return Unit.objects.get(pk=unit_id)


def parent(of: Unit, on: date) -> Unit | None:
    """Return the unit directly above on a day."""
    placement = UnitPlacement.objects.filter(valid_on(on), unit=of).select_related("parent").first()
    return placement.parent if placement else None


def ancestors(of: Unit, on: date) -> list[Unit]:
    """Return the units above on a day, nearest first."""
    return list(_ancestors(of.pk, on))


@kept_until_change
def _ancestors(unit_id: int, on: date) -> tuple[Unit, ...]:
    above: list[Unit] = []
    step = parent(Unit(pk=unit_id), on=on)
    while step is not None and step not in above:
        above.append(step)
        step = parent(step, on=on)
    return tuple(above)


def descendants(of: Unit, on: date) -> list[Unit]:
    """Return all units below on a day, level by level; offices come after the units of their level."""
    return list(_descendants(of.pk, on))


@kept_until_change
def _descendants(unit_id: int, on: date) -> tuple[Unit, ...]:
    below: list[Unit] = []
    frontier = [unit_id]
    while frontier:
        children = list(
            Unit.objects.filter(
                valid_on(on, prefix="placements__"), placements__parent__in=frontier
            ).order_by("code")
        )
        below += children
        frontier = [child.pk for child in children]
    return tuple(below)


def full_name(of: Unit, on: date) -> str:
    """Name a unit with those above it: ``xã An Thạnh, thành phố Cần Thơ``."""
    return ", ".join(step.name_in_sentence for step in [of, *ancestors(of, on=on)])


def letterhead(of: Unit, on: date) -> Letterhead:
    """Return how a unit's papers begin on a day.

    An office stands under the committee that it belongs to, which gives the place too; a committee stands alone.
    """
    above = parent(of, on=on) if of.level == Level.DIVISION else None
    return {
        "agency": of.agency_name,
        "superior": above.agency_name if above else "",
        "place": (above or of).short_name,
    }


def successors(of: Unit) -> list[Unit]:
    """Return the units that took over from one that ended, down to those that still exist."""
    found: list[Unit] = []
    frontier = [of]
    while frontier:
        heirs = Unit.objects.filter(inheritances__predecessor__in=frontier).order_by("code").distinct()
        frontier = [heir for heir in heirs if heir not in found]
        found += frontier
    return found


def predecessors(of: Unit) -> list[Unit]:
    """Return the units whose territory or archive a unit has taken over, nearest first."""
    found: list[Unit] = []
    frontier = [of]
    while frontier:
        before = Unit.objects.filter(successions__successor__in=frontier).order_by("code").distinct()
        frontier = [unit for unit in before if unit not in found]
        found += frontier
    return found


def find_units(text: str, *, on: date, limit: int = 20) -> list[Unit]:
    """Find units that exist on a day by the words of their name, with or without marks."""
    words = Q()
    for word in search_form(text).split():
        words &= Q(search_name__startswith=word) | Q(search_name__contains=f" {word}")
    return list(Unit.objects.valid(on=on).filter(words).order_by("search_name", "code")[:limit])


def holders(of: Unit, role: str, on: date) -> list[Account]:
    """Return the accounts that hold a role at a unit on a day, by post or by delegation."""
    held = Q(posts__unit=of, posts__role=role) & valid_on(on, prefix="posts__")
    lent = Q(delegations__post__unit=of, delegations__post__role=role)
    lent &= valid_on(on, prefix="delegations__") & valid_on(on, prefix="delegations__post__")
    return list(Account.objects.filter(held | lent, is_active=True).distinct().order_by("pk"))
