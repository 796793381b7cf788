"""Reports given out: who owes which form from when, and who does not owe it any more."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer
from motcua.reporting import services
from motcua.reporting.models import Obligation
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import COLLECTORS
from motcua.surfaces.board.act_page import posted
from motcua.surfaces.board.reform_gate import reform_page
from motcua.surfaces.board.reports.duty_choices import Offer, may_oblige, offer_to
from motcua.surfaces.board.reports.duty_form import DutyForm, EndForm
from motcua.surfaces.board.reports.duty_page import DutyGroup, DutyPreview, duty_groups

PAGE = require_http_methods(["GET", "HEAD", "POST"])
OWNERS = sorted(COLLECTORS)
MOST_NAMES = 12  # in a sentence


@PAGE
@reform_page(*OWNERS)
def periodic_oblige(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Choose form, periods and units; what it means is told beside the form before anybody owes anything."""
    today = timezone.localdate()
    offer = offer_to(officer, request.GET.get("van-ban", ""), on=today)
    form = _duty_form(offer, posted(request))
    preview = _preview(form if form.is_bound else _duty_form(offer, offer.start), today)
    if request.method == "POST" and "xem" not in request.POST:
        told = form.attempt(lambda: _oblige(form, officer, preview))
        if told is not None:
            messages.success(request, told)
            return redirect("board:periodic_duties")
    context = {"form": form, "preview": preview, "here_duty": "oblige", "may_oblige": True}
    shown = form.errors and form.is_bound and "xem" not in request.POST
    return render(request, "board/reports/oblige.html", context, status=422 if shown else 200)


def _duty_form(offer: Offer, data: Any) -> DutyForm:
    form = DutyForm(data, initial=offer.start)
    form.choose("collector", [(str(unit.pk), unit.name) for unit in offer.collectors])
    named = [(str(one.pk), f"{one.number}, {one.abstract}") for one in offer.texts]
    form.choose("directive", [("", _("Không theo văn bản nào")), *named])
    form.offer(offer.groups)
    return form


def _preview(form: DutyForm, today: date) -> DutyPreview | None:
    """What a filled form would mean; None while it does not say from when."""
    form.is_valid()
    return DutyPreview(form, form.first, today) if form.first else None


def _oblige(form: DutyForm, officer: Officer, preview: DutyPreview | None) -> str:
    """Give the order to those who do not owe it yet, and tell of both."""
    assert preview is not None
    kept = _in_a_sentence(preview.kept)
    if not preview.asked:
        raise Refusal(_("Không còn ai để giao: %(units)s đã có biểu này.") % {"units": kept}, field="units")
    if preview.is_past and not preview.is_confirmed:
        raise Refusal(
            _(
                "%(late)s Nếu vẫn giao kỳ này, hãy đánh dấu “Hạn này đã qua, tôi vẫn giao”; nếu không, chọn kỳ sau."
            )
            % {"late": preview.late_words},
            field="late_ok",
        )
    made = services.oblige(duty=form.duty(without=preview.owing), by=officer, at=timezone.now())
    told = _("Đã giao báo cáo cho %(count)d đơn vị, hạn đầu tiên ngày %(day)s.") % {
        "count": len(made),
        "day": day(preview.due_on),
    }
    return told + (_(" Giữ nguyên vì đã giao từ trước: %(units)s.") % {"units": kept} if kept else "")


def _in_a_sentence(units: Sequence[str]) -> str:
    many = _("%(count)d đơn vị") % {"count": len(units)}
    return ", ".join(units) if len(units) <= MOST_NAMES else many


@PAGE
@reform_page(*OWNERS)
def periodic_duties(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show who owes what since when and by which text, and let whoever gave it out take it back."""
    today = timezone.localdate()
    groups = duty_groups(officer, on=today)
    chosen = next((one for one in groups if one.key == request.POST.get("nhom")), None)
    forms = {group.key: _end_form(request, group, chosen) for group in groups if group.open_duties}
    if chosen is not None and chosen.key in forms:
        form = forms[chosen.key]
        ended = form.attempt(lambda: _end(form, officer))
        if ended is not None:
            messages.success(
                request, _("Đã thôi giao báo cáo cho: %(units)s.") % {"units": _in_a_sentence(ended)}
            )
            return redirect(reverse("board:periodic_duties"))
    context = {
        "groups": groups,
        "forms": forms,
        "here_duty": "duties",
        "may_oblige": may_oblige(officer, on=today),
        "failed": chosen.key if chosen else "",
    }
    return render(request, "board/reports/duties.html", context, status=422 if chosen else 200)


def _end_form(request: HttpRequest, group: DutyGroup, chosen: DutyGroup | None) -> EndForm:
    periods = group.periods
    form = EndForm(
        request.POST if group is chosen else None,
        prefix=f"n{group.key}",
        initial={"last": periods[1].key, "duties": []},
    )
    form.offer([duty.pk for duty in group.open_duties], periods)
    return form


@transaction.atomic
def _end(form: EndForm, officer: Officer) -> list[str]:
    """End them all or none."""
    last = ReportingPeriod.parse(form.cleaned_data["last"]).last
    ended = []
    for pk in form.cleaned_data["duties"]:
        starts_on = Obligation.objects.values_list("starts_on", flat=True).get(pk=pk)
        duty = services.end_obligation(
            obligation_id=pk, ends_on=max(last, starts_on), reason=form.cleaned_data["reason"], by=officer,
            at=timezone.now(),
        )  # fmt: skip
        ended.append(duty.unit.name_in_sentence)
    return ended
