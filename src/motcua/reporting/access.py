"""Whose reports an officer sees, and what may be done with one."""

from django.utils.translation import gettext as _

from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.models import Unit
from motcua.organisation.sight import sees, stands_for
from motcua.reporting.models import Report
from motcua.reporting.models.report import ReportQuerySet
from motcua.reporting.states import COLLECTORS, TRANSITIONS, WRITERS, Side, State

_ACTS = {"fill": WRITERS, "comment": WRITERS, "correct": WRITERS}


def visible_to(officer: Officer) -> ReportQuerySet:
    """Reports that the officer may read: those of units in sight, and what was sent to a unit stood for.

    A unit's draft is its own until it is sent; those below are seen once sent.
    """
    mine = Report.objects.in_sight_of(stands_for(officer))
    below = Report.objects.filter(unit__in=sees(officer), first_sent_at__isnull=False)
    return (mine | below).distinct()


def sides(officer: Officer, report: Report) -> frozenset[Side]:
    """From which sides an officer looks at a report; none for a stranger."""
    mine = stands_for(officer)
    found = {Side.UNIT} if report.unit_id in mine else set()
    if report.obligation is not None and report.obligation.collector_id in mine:
        found.add(Side.COLLECTOR)
    return frozenset(found)


def owners_of(verb: str) -> tuple[Side, frozenset[str]]:
    """The side and the roles whose act this is."""
    if verb in TRANSITIONS:
        return TRANSITIONS[verb].side, TRANSITIONS[verb].owners
    return Side.UNIT, _ACTS[verb]


def may(officer: Officer, verb: str, report: Report) -> bool:
    """Whether side and roles allow an act; the state is judged apart."""
    side, roles = owners_of(verb)
    return side in sides(officer, report) and officer.has(*roles)


def require_report(officer: Officer, verb: str, report: Report) -> None:
    """Refuse, naming who does this."""
    side, roles = owners_of(verb)
    if side not in sides(officer, report):
        if side == Side.COLLECTOR:
            collector = report.obligation.collector if report.obligation else report.unit
            raise NotAllowed(
                _("Việc này của nơi nhận báo cáo: %(unit)s.") % {"unit": collector.name_in_sentence}
            )
        raise NotAllowed(
            _("Báo cáo này của %(unit)s, đơn vị của bạn không làm được việc này.")
            % {"unit": report.unit.name_in_sentence}
        )
    require(officer, *sorted(roles))


def require_writer(officer: Officer, unit: Unit) -> None:
    """Refuse to begin a report for a unit that the officer does not stand for."""
    if unit.pk not in stands_for(officer):
        raise NotAllowed(_("Bạn không công tác ở %(unit)s.") % {"unit": unit.name_in_sentence})
    require(officer, *sorted(WRITERS))


def require_collector(officer: Officer, unit: Unit) -> None:
    """Refuse whoever does not collect reports at a unit."""
    if unit.pk not in stands_for(officer):
        raise NotAllowed(_("Bạn không công tác ở %(unit)s.") % {"unit": unit.name_in_sentence})
    require(officer, *sorted(COLLECTORS))


def report_verbs(officer: Officer, report: Report) -> list[str]:
    """What the officer may do with the newest version now: names of services, for its buttons."""
    version = report.latest
    verbs = ["fill", "comment", "correct"] if version.state == State.DRAFT else []
    verbs += [verb for verb, step in TRANSITIONS.items() if version.state in step.sources]
    if version.sent_at is not None:
        verbs.append("new_version")
    never = {"replace"}
    if version.number > 1 and not report.consolidated:
        never.add("fill")  # frozen figures are corrected, not counted anew
    if report.obligation_id is None:
        never.add("send")  # owed to nobody
    return [verb for verb in verbs if verb not in never and may(officer, verb, report)]
