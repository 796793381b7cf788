"""What a unit has to send, and the inbox of whoever collects reports."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.organisation.access import Officer
from motcua.organisation.sight import stands_for
from motcua.reporting import access, queries
from motcua.reporting.models import Obligation
from motcua.reporting.models.obligation import YEARLY
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import COLLECTORS, WRITERS, Form
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.board.reports.due_words import report_chip, state_words
from motcua.surfaces.board.reports.duty_choices import may_oblige
from motcua.surfaces.board.reports.inbox_page import InboxPage


@require_safe
@reform_page()
def periodic_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show what is due with the days left, then what came in."""
    today = timezone.localdate()
    form = request.GET.get("bieu", "") or str(Form.MODELS)
    if form not in Form.values:
        raise Http404
    due = queries.due_of(officer, on=today)
    mine = stands_for(officer)
    context = {
        "due": [(one, report_chip(one), state_words(one)) for one in due],
        "may_write": officer.has(*WRITERS),
        "inbox": InboxPage(officer, _period(request, officer, form, today), form, today),
        "collects": officer.has(*COLLECTORS) and Obligation.objects.filter(collector__in=mine).exists(),
        "forms": Form.choices,
        "may_oblige": may_oblige(officer, on=today),
        "here_duty": "list",
    }
    return render(request, "board/reports/list.html", context)


def _period(request: HttpRequest, officer: Officer, form: str, today: date) -> ReportingPeriod:
    """The period asked for; else the present one, and where nothing is owed any more the last that was.

    Raises:
        WrongPeriod: ``ky`` names none.
    """
    if named := request.GET.get("ky", ""):
        chosen = ReportingPeriod.parse(named)
        if (form in YEARLY) == (chosen.quarter == 0):
            return chosen
    present = ReportingPeriod(today.year) if form in YEARLY else ReportingPeriod.quarter_of(today)
    if queries.inbox(officer, present, on=today, form=form):
        return present
    newest = access.visible_to(officer).filter(form=form).order_by("-period").first()
    return newest.reporting_period if newest else present
