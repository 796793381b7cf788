"""After the last button of an intake: print, take the fee, pass on, begin the next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.dossiers import services
from motcua.dossiers.access import visible_to
from motcua.dossiers.models import Dossier
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.desk.forms.intake import text, typed_from, whole
from motcua.surfaces.desk.intake_ending import ending
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_parts import answer


@require_safe
@reader_page
def intake_done(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The end of an intake; ``in=1`` opens the paper by itself where scripts run."""
    dossier = _dossier(officer, pk)
    context = {
        "dossier": dossier,
        "end": ending(dossier, officer, timezone.localtime()),
        "open_paper": request.GET.get("in") == "1",
    }
    return answer(request, page="desk/intake/done.html", part="desk/intake/_done.html", context=context)


@act_only
@reader_page
def intake_collect(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Take the whole fee in cash; the receipt stands ready to print."""
    dossier = _dossier(officer, pk)
    amount = whole(typed_from(request.POST), "amount_vnd", 0) or 0
    method = text(typed_from(request.POST), "method") or "cash"
    try:
        services.collect_fee(
            dossier_id=dossier.pk, amount_vnd=amount, method=method, by=officer, at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã thu đủ. In biên lai đưa người nộp."))
    return redirect("desk:intake_done", dossier.pk)


@act_only
@reader_page
def intake_transfer(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Pass the dossier on to those who settle it."""
    dossier = _dossier(officer, pk)
    try:
        services.transfer(dossier_id=dossier.pk, by=officer, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã chuyển hồ sơ %(code)s.") % {"code": dossier.short_code})
    return redirect("desk:intake_done", dossier.pk)


def _dossier(officer: Officer, pk: int) -> Dossier:
    rows = visible_to(officer).select_related(
        "version__procedure", "bill", "receipt", "unit", "case", "applicant"
    )
    return get_object_or_404(rows.defer("version__content"), pk=pk)
