"""What a unit has to send, and the inbox of whoever collects reports."""

from collections.abc import Collection
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.organisation.access import Officer
from motcua.organisation.sight import stands_for
from motcua.reporting import access, queries
from motcua.reporting.models import Obligation, Report
from motcua.reporting.models.obligation import YEARLY
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import COLLECTORS, WRITERS, Form
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.board.reports.due_words import report_chip, state_words
from motcua.surfaces.board.reports.duty_choices import may_oblige
from motcua.surfaces.board.reports.inbox_page import InboxPage

MOST_EARLIER = 8


@require_safe
@reform_page()
def periodic_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show what is due with the days left, then what came in."""
    today = timezone.localdate()
    waiting = queries.waiting_by_form(officer)
    usual = str(Form.MODELS) if Form.MODELS in waiting else next(iter(waiting), str(Form.MODELS))
    form = request.GET.get("bieu", "") or usual
    if form not in Form.values:
        raise Http404
    due = queries.due_of(officer, on=today)
    mine = stands_for(officer)
    present = ReportingPeriod.containing(today, yearly=form in YEARLY)
    period = _named(request, form)
    shown = period or _newest(officer, form, present, today)
    context = {
        "due": [(one, report_chip(one), state_words(one)) for one in due],
        "earlier": _earlier(mine, {one.report.pk for one in due if one.report}),
        "may_write": officer.has(*WRITERS),
        "inbox": InboxPage(officer, shown, form, today),
        "empty_period": present if period is None and shown != present else None,
        "collects": officer.has(*COLLECTORS) and Obligation.objects.filter(collector__in=mine).exists(),
        "forms": [(key, str(Form(key).label), count) for key, count in waiting.items()],
        "may_oblige": may_oblige(officer, on=today),
        "here_duty": "list",
    }
    return render(request, "board/reports/list.html", context)


def _named(request: HttpRequest, form: str) -> ReportingPeriod | None:
    """The period that the address names, if the form is reported for such periods.

    Raises:
        WrongPeriod: ``ky`` names none.
    """
    named = request.GET.get("ky", "")
    chosen = ReportingPeriod.parse(named) if named else None
    return chosen if chosen and (form in YEARLY) == (chosen.quarter == 0) else None


def _newest(officer: Officer, form: str, present: ReportingPeriod, today: date) -> ReportingPeriod:
    """The present period, and where nothing is owed any more the last that was."""
    if queries.inbox(officer, present, on=today, form=form):
        return present
    newest = access.visible_to(officer).filter(form=form).order_by("-period").first()
    return newest.reporting_period if newest else present


def _earlier(unit_ids: Collection[int], shown: Collection[int]) -> list[Report]:
    """The last reports that the units have sent and need not touch any more."""
    sent = Report.objects.filter(unit__in=unit_ids, first_sent_at__isnull=False).exclude(pk__in=shown)
    return list(sent.select_related("unit").order_by("-period", "-pk")[:MOST_EARLIER])
