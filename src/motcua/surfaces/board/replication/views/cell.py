"""The page behind a cell of the matrix, and what the unit itself does there."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.initiatives import access, services
from motcua.initiatives.models import Adoption, Initiative, ModelCase
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.kernel.quarters import Quarter
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit
from motcua.surfaces.board.reform_gate import act_only, reform_page
from motcua.surfaces.board.replication.cell_page import CellPage
from motcua.surfaces.board.replication.forms import Answer, CancelForm, CaseForm, StepForm
from motcua.surfaces.board.replication.scope import visible_unit


@require_safe
@reform_page()
def matrix_cell(request: HttpRequest, officer: Officer, unit_pk: int, initiative_pk: int) -> HttpResponse:
    """Show the records behind one figure."""
    return _drawn(request, _page(request, officer, unit_pk, initiative_pk))


@act_only
@reform_page()
def case_enter(request: HttpRequest, officer: Officer, unit_pk: int, initiative_pk: int) -> HttpResponse:
    """Enter one case."""
    page, form = _page(request, officer, unit_pk, initiative_pk), CaseForm(request.POST)
    made = form.attempt(
        lambda: services.enter_case(
            unit_id=unit_pk, initiative_id=initiative_pk, by=officer, at=timezone.now(), **form.cleaned_data
        )
    )
    if not made:
        return _drawn(request, page, case_form=form, status=422)
    messages.success(request, _("Đã ghi %(code)s: %(note)s.") % {"code": made.code, "note": made.note})
    return redirect(_address(page, Quarter.counted_on(made.happened_on)) + "#luot")


@require_http_methods(["GET", "HEAD", "POST"])
@reform_page()
def case_cancel(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Ask why, then cancel a case."""
    case = get_object_or_404(ModelCase.objects.select_related("unit", "initiative"), pk=pk)
    visible_unit(officer, case.unit)
    page = CellPage(
        officer, case.unit, case.initiative, Quarter.counted_on(case.happened_on), timezone.localdate()
    )
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        done = form.attempt(
            lambda: services.cancel_case(case_id=pk, by=officer, at=timezone.now(), **form.cleaned_data)
        )
        if done:
            told = _("Đã hủy %(code)s. Lượt này không còn được đếm.") % {"code": case.code}
            messages.success(request, told)
            return redirect(_address(page, page.quarter))
    context = {"case": case, "form": form, "back": _address(page, page.quarter)}
    return render(request, "board/replication/cancel.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@reform_page()
def adoption_answer(request: HttpRequest, officer: Officer, unit_pk: int, initiative_pk: int) -> HttpResponse:
    """Take the model up, or say why not."""
    page = _page(request, officer, unit_pk, initiative_pk)
    if not page.is_own:
        raise NotAllowed(_("Chỉ người của đơn vị mới trả lời thay đơn vị được."))
    form = Answer(request.POST) if request.method == "POST" else Answer(initial=_given(page.adoption))
    if request.method == "POST":
        answer = form.attempt(lambda: _answer(form, officer, unit_pk, initiative_pk))
        if answer:
            adopts = answer.state == AdoptionState.ADOPTED
            messages.success(request, _("Đã nhận làm mô hình.") if adopts else _("Đã ghi lý do chưa làm."))
            return redirect(_address(page, page.quarter))
    context = {"page": page, "form": form, "back": _address(page, page.quarter)}
    return render(request, "board/replication/answer.html", context, status=422 if form.errors else 200)


@act_only
@reform_page()
def adoption_step(request: HttpRequest, officer: Officer, unit_pk: int, initiative_pk: int) -> HttpResponse:
    """Tick a step, or take the tick off."""
    page = _page(request, officer, unit_pk, initiative_pk)
    adoption = get_object_or_404(Adoption, unit=unit_pk, initiative=initiative_pk)
    words: dict[str, Any] = {"adoption_id": adoption.pk, "by": officer, "at": timezone.now()}
    seq = request.POST.get("seq", "")
    words["seq"] = int(seq) if seq.isascii() and seq.isdigit() and len(seq) < 5 else 0
    form = StepForm(request.POST)
    if "bo" in request.POST:
        _untick(request, words)
    elif form.attempt(lambda: services.tick_step(**words, **form.cleaned_data)) is None:
        if isinstance(form.refusal, NotAllowed):
            raise form.refusal
        return _drawn(request, page, step_form=form, step_seq=words["seq"], status=422)
    return redirect(_address(page, page.quarter) + "#cac-buoc")


def _untick(request: HttpRequest, words: dict[str, Any]) -> None:
    try:
        services.untick_step(**words)
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))


def _answer(form: Answer, officer: Officer, unit_pk: int, initiative_pk: int) -> Adoption:
    whose: dict[str, Any] = {"unit_id": unit_pk, "initiative_id": initiative_pk, "by": officer}
    if form.declines:
        return services.decline(**whose, at=timezone.now(), reason=form.cleaned_data["reason"])
    return services.adopt(**whose, at=timezone.now(), **form.promise)


def _given(adoption: Adoption | None) -> dict[str, Any]:
    """The last answer, to be changed; else that the model is taken up from today on."""
    if adoption is None:
        return {"answer": AdoptionState.ADOPTED, "from_on": timezone.localdate()}
    names = ("from_on", "target", "target_text", "person", "reason")
    return {"answer": adoption.state, **{name: getattr(adoption, name) for name in names}}


def _page(request: HttpRequest, officer: Officer, unit_pk: int, initiative_pk: int) -> CellPage:
    """
    Raises:
        NotAllowed: the officer does not look into the unit.
        NoQuarter: ``ky`` names none.
    """
    named, today = request.GET.get("ky", ""), timezone.localdate()
    quarter = Quarter.parse(named) if named else Quarter.counted_on(today)
    unit = visible_unit(officer, get_object_or_404(Unit, pk=unit_pk))
    return CellPage(officer, unit, _model(officer, unit, initiative_pk), quarter, today)


def _model(officer: Officer, unit: Unit, pk: int) -> Initiative:
    """
    Raises:
        NotAllowed: another unit's, never open to all, ordered or taken up: its draft is nobody's business.
    """
    initiative = get_object_or_404(Initiative, pk=pk)
    if not (initiative.replications.exists() or Adoption.objects.filter(unit=unit, initiative=pk).exists()):
        access.require_visible(officer, initiative)
    return initiative


def _address(page: CellPage, quarter: Quarter) -> str:
    return f"{reverse('board:matrix_cell', args=[page.unit.pk, page.initiative.pk])}?ky={quarter}"


def _drawn(
    request: HttpRequest, page: CellPage, *, case_form: CaseForm | None = None,
    step_form: StepForm | None = None, step_seq: int = 0, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "page": page,
        "step_form": step_form,
        "step_seq": step_seq,
        "case_form": case_form or CaseForm(initial={"on": page.today, "quantity": 1, "key": uuid4().hex}),
        "before": _address(page, page.quarter.before),
        "after": _address(page, page.quarter.after),
        "matrix_href": f"{reverse('board:matrix')}?ky={page.quarter}",
    }
    return render(request, "board/replication/cell.html", context, status=status)
