"""Units that a text may be addressed to: those below, beside and above the officer's, any other by name or code."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean, day, search_form
from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.order import in_order

_PREFIXES = ("uy ban nhan dan ", "ubnd ")


class UnitUnclear(Refusal):
    """No unit is called so on that day, or several are."""


class Group(NamedTuple):
    """Units that are ticked together; ``key`` names the tick for all of them."""

    key: str
    title: str
    all_words: str
    units: list[Unit]


def groups(officer: Officer, *, on: date) -> list[Group]:
    """Return what the officer may tick, group by group; groups without a unit are left out."""
    own = organisation.unit_with_id(officer.unit_id)
    below = organisation.descendants(own, on=on)
    communes = in_order(unit for unit in below if unit.level == Level.COMMUNE)
    districts = in_order(unit for unit in below if unit.level == Level.DISTRICT)
    offices = [
        unit for unit in below if unit.level == Level.DIVISION and organisation.parent(unit, on) == own
    ]
    words = {"unit": own.name_in_sentence}
    found = [
        Group("communes", _("Xã, phường, thị trấn thuộc %(unit)s") % words,
              _("Tất cả %(count)d đơn vị cấp xã") % {"count": len(communes)}, communes),
        Group("districts", _("Cấp huyện thuộc %(unit)s") % words,
              _("Tất cả %(count)d đơn vị cấp huyện") % {"count": len(districts)}, districts),
        Group("offices", _("Phòng, cơ quan của %(unit)s") % words,
              _("Tất cả %(count)d phòng, cơ quan") % {"count": len(offices)}, offices),
        Group("above", _("Cấp trên và đơn vị mình"), "", [own, *organisation.ancestors(own, on=on)]),
    ]  # fmt: skip
    return [group if len(group.units) > 1 else group._replace(all_words="") for group in found if group.units]


def units_of(found: Iterable[Group]) -> dict[int, Unit]:
    """All units of the groups by their key."""
    return {unit.pk: unit for group in found for unit in group.units}


def unit_named(text: str, *, on: date) -> Unit:
    """Return the one unit that a name (``xã An Hiệp, tỉnh Đồng Tháp``) or a code means on a day.

    Raises:
        UnitUnclear: none, or several; then the sentence lists them with their codes.
    """
    name, *above = [clean(part) for part in text.split(",")]
    there = Unit.objects.valid(on=on)
    by_code = there.filter(code__iexact=name).first()
    if by_code is not None:
        return by_code
    found = [unit for unit in _called(name, on=on) if _lies_in(unit, above, on=on)]
    if len(found) == 1:
        return found[0]
    words = {"text": clean(text), "day": day(on), "count": len(found)}
    if not found:
        raise UnitUnclear(
            _("Ngày %(day)s không có đơn vị nào tên “%(text)s”. Ghi như: xã An Hiệp, hoặc ghi mã đơn vị.")
            % words
        )
    names = "; ".join(f"{organisation.full_name(unit, on=on)} ({unit.code})" for unit in found[:4])
    raise UnitUnclear(
        _("Có nhiều đơn vị tên “%(text)s”. Ghi mã của đơn vị cần chọn: %(names)s.")
        % {**words, "names": names}
    )


def units_named(text: str, *, on: date) -> list[Unit]:
    """Return the units of a text with one unit a line, in its order, twice if named twice."""
    return [unit_named(line, on=on) for line in text.splitlines() if clean(line)]


def _called(name: str, *, on: date) -> Sequence[Unit]:
    words = search_form(name)
    for prefix in _PREFIXES:
        words = words.removeprefix(prefix)
    exact = list(Unit.objects.valid(on=on).filter(search_name=words).order_by("code")[:60])
    return exact or organisation.find_units(words, on=on, limit=6)


def _lies_in(unit: Unit, names: list[str], *, on: date) -> bool:
    above = {step.search_name for step in organisation.ancestors(unit, on=on)}
    return all(search_form(name) in above for name in names if name)
