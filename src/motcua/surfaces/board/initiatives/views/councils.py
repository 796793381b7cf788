"""Councils: formed, with their criteria; a member's sheet; the conclusion."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.initiatives import queries, services
from motcua.initiatives.states import KEEPERS
from motcua.organisation.access import Officer
from motcua.surfaces.board.colleagues import colleagues
from motcua.surfaces.board.initiatives.forms import councils as forms
from motcua.surfaces.board.initiatives.found import council_of, review_of, unit_of
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@reform_page()
def council_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Councils in sight, and by what the own unit judges today."""
    today = timezone.localdate()
    context = {
        "councils": queries.councils_for(officer),
        "criteria": queries.criteria_in_force(officer.unit_id, on=today),
        "may_keep": officer.has(*KEEPERS),
        "unit": unit_of(officer),
    }
    return render(request, "board/initiatives/councils.html", context)


@PAGE
@reform_page(*sorted(KEEPERS))
def council_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Form a council of colleagues."""
    today = timezone.localdate()
    unit = unit_of(officer)
    initial = {
        "name": _("Hội đồng sáng kiến %(unit)s năm %(year)d")
        % {"unit": unit.name_in_sentence, "year": today.year},
        "year": today.year,
        "formed_on": today,
    }
    form = forms.Form(
        colleagues(officer, on=today), request.POST if request.method == "POST" else None, initial=initial
    )
    if request.method == "POST":
        made = form.attempt(lambda: services.form_council(facts=form.facts, by=officer, at=timezone.now()))
        if made:
            messages.success(request, _("Đã lập hội đồng."))
            return redirect("board:council", made.pk)
    context = {"form": form, "criteria": queries.criteria_in_force(unit.pk, on=today)}
    return render(request, "board/initiatives/council_form.html", context, status=422 if form.errors else 200)


@require_safe
@reform_page()
def council(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Its members, criteria, and what lies before it."""
    found = council_of(officer, pk)
    reviews = found.reviews.select_related("initiative", "council__criteria").order_by("laid_at", "pk")
    context = {
        "council": found,
        "members": queries.members_of(found),
        "rows": [(review, queries.sheet(review, officer)) for review in reviews],
        "own": found.unit_id == officer.unit_id,
        "may_keep": officer.has(*KEEPERS),
    }
    return render(request, "board/initiatives/council.html", context)


@PAGE
@reform_page(*sorted(KEEPERS))
def criteria_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Set by what the councils of the own unit judge from a day on."""
    today = timezone.localdate()
    now = queries.criteria_in_force(officer.unit_id, on=today)
    initial = {"valid_from": today, "pass_mark": now.pass_mark}
    for number, item in enumerate(now.items, 1):
        initial |= {f"label-{number}": item["label_vi"], f"most-{number}": item["max"]}
    form = forms.Criteria(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST":
        made = form.attempt(
            lambda: services.set_criteria(
                items=form.items,
                pass_mark=form.cleaned_data["pass_mark"],
                valid_from=form.cleaned_data["valid_from"],
                basis=form.cleaned_data["basis"],
                by=officer,
                at=timezone.now(),
            )
        )
        if made:
            messages.success(request, _("Đã đặt bộ tiêu chí. Hội đồng đã lập vẫn chấm theo bộ cũ."))
            return redirect("board:council_list")
    return render(
        request, "board/initiatives/criteria_form.html", {"form": form}, status=422 if form.errors else 200
    )


@PAGE
@reform_page()
def initiative_score(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The sheet of a member; it may be changed until the conclusion."""
    review = review_of(officer, pk)
    sheet = queries.sheet(review, officer)
    if not sheet.may_score and request.method != "POST":
        return redirect("board:initiative", pk)
    form = forms.Sheet(
        review.council.criteria,
        request.POST if request.method == "POST" else None,
        initial=forms.sheet_as_typed(sheet.own),
    )
    if request.method == "POST":
        made = form.attempt(
            lambda: services.score(
                review_id=review.pk,
                points=form.points,
                comment=form.cleaned_data["comment"],
                by=officer,
                at=timezone.now(),
            )
        )
        if made:
            messages.success(
                request, _("Đã ghi phiếu chấm %(total)d điểm. Sửa được đến khi hội đồng kết luận.")
                % {"total": made.total}
            )  # fmt: skip
            return redirect("board:initiative", pk)
    context = {"review": review, "initiative": review.initiative, "sheet": sheet, "form": form}
    return render(request, "board/initiatives/score.html", context, status=422 if form.errors else 200)


@PAGE
@reform_page()
def initiative_conclude(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The conclusion of the council, by its chair or secretary."""
    review = review_of(officer, pk)
    sheet = queries.sheet(review, officer)
    if not sheet.may_conclude and request.method != "POST":
        return redirect("board:initiative", pk)
    form = forms.Conclude(
        sheet.judges,
        request.POST if request.method == "POST" else None,
        initial={"held_on": timezone.localdate()},
    )
    if request.method == "POST":
        made = form.attempt(
            lambda: services.conclude(review_id=review.pk, facts=form.facts, by=officer, at=timezone.now())
        )
        if made:
            told = (
                _("Hội đồng kết luận: đạt, đề nghị công nhận.")
                if made.passed
                else _("Hội đồng kết luận: chưa đạt.")
            )
            messages.success(request, told)
            return redirect("board:initiative", pk)
    context = {"review": review, "initiative": review.initiative, "sheet": sheet, "form": form}
    return render(request, "board/initiatives/conclude.html", context, status=422 if form.errors else 200)
