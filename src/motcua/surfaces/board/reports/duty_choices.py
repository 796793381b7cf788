"""What an officer may order when a report is given out: which units, gathered where, by which text, from when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.directives.models import Directive
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.models.periods import valid_on
from motcua.organisation.order import in_order
from motcua.organisation.sight import own_units, sees, stands_for
from motcua.reporting.models import Obligation
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import COLLECTORS, Form
from motcua.surfaces.board.directives.unit_choices import Group, groups

#: Newest texts that a duty may name.
MOST_TEXTS = 40
ALL_BELOW, RECIPIENTS = "communes", "recipients"


@dataclass(frozen=True, slots=True)
class Offer:
    """What the page offers, and ``start``: what is chosen when it is opened."""

    groups: list[Group]
    collectors: list[Unit]
    texts: list[Directive]
    start: dict[str, Any]


def offer_to(officer: Officer, text_key: str, *, on: date) -> Offer:
    """What an officer may order; a text named by its key chooses its recipients, else all communes are chosen."""
    asked = _text(officer, text_key)
    units, places, first = units_below(officer, asked, on=on), collectors(officer), next_quarter(on)
    start: dict[str, Any] = {
        "report_form": str(Form.MODELS), "from_quarter": str(first.quarter), "from_year": str(first.year),
        "collector": str(places[0].pk) if places else "", "directive": str(asked.pk) if asked else "",
    }  # fmt: skip
    whole = RECIPIENTS if asked else ALL_BELOW
    start["all_of"] = [group.key for group in units if group.key == whole]
    others = [one for one in texts(officer) if one != asked]
    return Offer(units, places, [asked, *others] if asked else others, start)


def may_oblige(officer: Officer, *, on: date) -> bool:
    """Whether communes or districts stand below the officer today, and the officer collects reports."""
    if not officer.has(*COLLECTORS):
        return False
    below = sees(officer) - stands_for(officer)
    there = Unit.objects.filter(valid_on(on), pk__in=below)
    return there.filter(level__in=[Level.COMMUNE, Level.DISTRICT]).exists()


def collectors(officer: Officer) -> list[Unit]:
    """Where reports may come in, the usual place first: where they come in now, the officer's office, the unit."""
    own = Unit.objects.filter(pk__in=own_units(officer))
    used = set(Obligation.objects.filter(collector__in=own).values_list("collector_id", flat=True))
    return sorted(own, key=lambda unit: (unit.pk not in used, unit.level != Level.DIVISION, unit.pk))


def texts(officer: Officer) -> list[Directive]:
    """Issued texts that the officer's units watch over, the newest first."""
    rows = Directive.objects.issued().filter(keeper__in=stands_for(officer))
    return list(rows.order_by("-issued_on", "-pk")[:MOST_TEXTS])


def _text(officer: Officer, key: str) -> Directive | None:
    """The issued text of a key, if the officer's units watch over it."""
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        return None
    return Directive.objects.issued().filter(keeper__in=stands_for(officer), pk=int(key)).first()


def units_below(officer: Officer, directive: Directive | None, *, on: date) -> list[Group]:
    """Units below the officer today, by level, the recipients of the text before all others; those of them that are
    not there any more stand apart, so that the refusal can say who took over."""
    own = own_units(officer)
    below = [group for group in groups(officer, on=on) if group.key != "above"]
    named = set(directive.recipients.values_list("unit_id", flat=True)) - own if directive else set()
    there = {unit.pk: unit for group in below for unit in group.units}
    asked = [unit for pk, unit in there.items() if pk in named]
    gone = in_order(Unit.objects.filter(pk__in=(named & sees(officer)) - there.keys()))
    every = _("Tất cả %(count)d nơi nhận") % {"count": len(asked)}
    found = [
        Group(RECIPIENTS, _("Nơi nhận của văn bản"), every, asked),
        *(_without(group, own | named) for group in below),
        Group("gone", _("Nơi nhận đã sáp nhập, thôi hoạt động"), "", gone),
    ]
    return [group for group in found if group.units]


def _without(group: Group, unit_ids: Collection[int]) -> Group:
    """The other units of a group; a tick for all of them says so no longer where some stand elsewhere."""
    rest = [unit for unit in group.units if unit.pk not in unit_ids]
    return group if len(rest) == len(group.units) else group._replace(units=rest, all_words="")


def next_quarter(on: date) -> ReportingPeriod:
    """The first quarter whose due day is still ahead."""
    now = ReportingPeriod.quarter_of(on)
    return now if on <= now.due_on() else now.after
