"""Who answers for a unit about models, and what must be so for an answer or a case."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from motcua.initiatives.models import Initiative
from motcua.initiatives.rules import WrongDay
from motcua.initiatives.states import FINAL, KEEPERS, PROPOSERS
from motcua.kernel.quarters import Quarter
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role
from motcua.organisation.sight import stands_for

#: Who promises in the name of a unit; who works with its models.
ANSWERERS: frozenset[str] = KEEPERS | {Role.ONE_STOP_HEAD}
WORKERS: frozenset[str] = PROPOSERS


class UnitNotThere(Refusal):
    """The unit did not exist on the day, or had been merged into another."""


class ModelOver(Refusal):
    """The model has ended and nobody takes it up any more."""


def take_unit(unit_id: int, *, by: Officer, roles: Iterable[str], on: date) -> Unit:
    """Return the unit in whose name the officer acts.

    Raises:
        NotAllowed: it is another unit, or the officer has none of the roles.
        UnitNotThere: it did not exist on the day that is spoken of.
    """
    unit = Unit.objects.get(pk=unit_id)
    if unit_id not in stands_for(by):
        raise NotAllowed(
            _("Việc này của %(unit)s, đơn vị của bạn không làm thay được.") % {"unit": unit.name_in_sentence}
        )
    require(by, *sorted(roles))
    require_there(unit, on=on)
    return unit


def require_there(unit: Unit, *, on: date, field: str | None = None) -> None:
    """Refuse what is said of a unit on a day on which it was not there."""
    words = {"unit": unit.name, "day": day(on)}
    if on < unit.valid_from:
        raise UnitNotThere(_("%(unit)s chưa thành lập vào ngày %(day)s.") % words, field=field)
    if unit.valid_to is not None and on > unit.valid_to:
        raise UnitNotThere(
            _("%(unit)s không còn hoạt động vào ngày %(day)s. Ghi cho đơn vị kế tục.") % words, field=field
        )


def require_live(initiative: Initiative) -> None:
    """Refuse to take up what has ended."""
    if initiative.state in FINAL:
        raise ModelOver(_("Mô hình “%(title)s” đã kết thúc.") % {"title": initiative.title})


def require_past(on: date, *, today: date, field: str) -> None:
    """Refuse a day that has not come."""
    if on > today:
        raise WrongDay(_("Ngày %(day)s chưa tới. Ghi ngày đã làm.") % {"day": day(on)}, field=field)


def require_first_day(on: date, initiative: Initiative, *, today: date) -> None:
    """Refuse a first day with a model that nobody can hold a unit to.

    The latest is the end of the year, for which units set their targets, or that of the next quarter where it comes
    later: whoever begins after it has not taken the model up yet, but would be new in one matrix after another.
    The earliest is the first day of the year in which the model was registered, or the day of its first application
    where that was before. It may lie before the order: many units did a model already when they were told to.
    """
    latest = max(date(today.year, 12, 31), Quarter.of(today).after.last_day)
    if on > latest:
        words = {"day": day(on), "latest": day(latest)}
        raise WrongDay(
            _(
                "Ngày %(day)s còn quá xa. Ghi ngày bắt đầu từ %(latest)s trở về trước, "
                "hoặc chọn “Chưa làm được” và nói khi nào sẽ làm."
            )
            % words,
            field="from_on",
        )
    earliest = date(initiative.year, 1, 1)
    if initiative.first_applied_on is not None:
        earliest = min(earliest, initiative.first_applied_on)
    if on < earliest:
        words = {"day": day(on), "earliest": day(earliest)}
        raise WrongDay(
            _("Ngày %(day)s mô hình này chưa có. Ghi ngày bắt đầu từ %(earliest)s trở đi.") % words,
            field="from_on",
        )
