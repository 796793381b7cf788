"""Acts done from a row of a list: one POST, then back to the list with what came of it."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from motcua.dossiers import services
from motcua.dossiers.access import visible_to
from motcua.dossiers.models import Dossier
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.process.models import StepRun
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.desk.forms.work import Quick
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_places import place_of

Act = Callable[[Dossier, Quick, Officer, datetime], str]


@act_only
@reader_page
def quick(request: HttpRequest, officer: Officer, pk: int, verb: str) -> HttpResponse:
    """Do the act of a row. A refusal comes back as its sentence, and nothing is done."""
    if verb not in ACTS:
        raise Http404
    dossier = get_object_or_404(visible_to(officer), pk=pk)
    form = Quick(request.POST)
    try:
        if not form.is_valid():
            raise Refusal(_("Máy chưa đọc được yêu cầu. Tải lại trang rồi làm lại."))
        messages.success(request, ACTS[verb](dossier, form, officer, timezone.now()))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(back(request))


def back(request: HttpRequest, otherwise: str = "desk:home") -> str:
    """The page that the form was on, if it is one of ours; anything else could be taken for a page's name."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if own and wanted.startswith("/") else reverse(otherwise)


def _transfer(dossier: Dossier, form: Quick, officer: Officer, at: datetime) -> str:
    moved = services.transfer(
        dossier_id=dossier.pk, by=officer, at=at, revision=form.cleaned_data["revision"]
    )
    return _("Đã chuyển hồ sơ %(code)s. Đang ở: %(place)s.") % {
        "code": moved.short_code,
        "place": place_of(moved, officer),
    }


def _complete(dossier: Dossier, form: Quick, officer: Officer, at: datetime) -> str:
    step = get_object_or_404(StepRun, pk=form.cleaned_data["step"], case=dossier.case_id)
    revision = form.cleaned_data["revision"]
    moved = services.complete_step(
        dossier_id=dossier.pk, step_id=step.pk, by=officer, at=at, revision=revision
    )
    return _("Đã xong bước của hồ sơ %(code)s. Đang ở: %(place)s.") % {
        "code": moved.short_code,
        "place": place_of(moved, officer),
    }


def _remind(dossier: Dossier, form: Quick, officer: Officer, at: datetime) -> str:
    place = place_of(dossier, officer)
    text = _("Nhắc xử lý hồ sơ quá hạn. Đang ở: %(place)s.") % {"place": place}
    services.note(dossier_id=dossier.pk, text=text, by=officer, at=at)
    return _("Đã ghi lời nhắc vào nhật ký hồ sơ %(code)s. Đang ở: %(place)s.") % {
        "code": dossier.short_code,
        "place": place,
    }


ACTS: dict[str, Act] = {"transfer": _transfer, "complete": _complete, "remind": _remind}
