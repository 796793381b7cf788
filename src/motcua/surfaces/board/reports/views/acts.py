"""What is done with reports: opened, commented, corrected, signed, sent, judged, reminded of, added up."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer
from motcua.reporting import queries, services
from motcua.reporting.models import Obligation
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.queries import InboxLine
from motcua.reporting.states import Form
from motcua.surfaces.board.reform_gate import act_only, reform_page
from motcua.surfaces.board.reports.forms import CommentForm, CorrectionForm, ReturnForm, VersionForm
from motcua.surfaces.board.reports.report_page import ReportPage, report_page
from motcua.surfaces.board.reports.views.report import drawn

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@transaction.atomic
def _sign_and_send(*, revision: int | None, **words: Any) -> None:
    """Both or neither: one button for whoever may do both."""
    services.sign(revision=revision, **words)
    services.send(**words)


#: As the address says it: the service, and what is told afterwards.
PLAIN: dict[str, tuple[Callable[..., Any], "StrOrPromise"]] = {
    "dem-lai": (services.fill, gettext_lazy("Đã đếm lại số liệu từ hồ sơ.")),
    "ky": (services.sign, gettext_lazy("Đã ký báo cáo.")),
    "gui": (services.send, gettext_lazy("Đã gửi báo cáo. Số liệu đã khóa.")),
    "ky-gui": (_sign_and_send, gettext_lazy("Đã ký và gửi báo cáo. Số liệu đã khóa.")),
    "rut-ve": (services.reopen, gettext_lazy("Đã rút về để sửa. Ký lại trước khi gửi.")),
    "tong-hop-lai": (
        services.add_up_again,
        gettext_lazy("Đã rút về và tổng hợp lại. Xem số liệu rồi ký lại."),
    ),
    "tiep-nhan": (services.receive, gettext_lazy("Đã tiếp nhận báo cáo.")),
    "chap-nhan": (services.accept, gettext_lazy("Đã chấp nhận báo cáo.")),
}


@act_only
@reform_page()
def periodic_open(request: HttpRequest, officer: Officer, obligation_pk: int, period: str) -> HttpResponse:
    """Open the report of a period, filled in by itself."""
    get_object_or_404(Obligation, pk=obligation_pk)
    report = services.open_report(obligation_id=obligation_pk, period=period, by=officer, at=timezone.now())
    return redirect("board:periodic_report", report.pk)


@act_only
@reform_page()
def periodic_act(request: HttpRequest, officer: Officer, pk: int, slug: str) -> HttpResponse:
    """Do one act; a refusal is read over the report as it is now, and what was typed stays."""
    page = report_page(officer, pk, now=timezone.localtime())
    if slug == "nhan-xet":
        return _comment(request, page)
    if slug in {"tra-lai", "lan-moi"}:
        return _with_reason(request, page, slug)
    if slug not in PLAIN:
        raise Http404
    act, told = PLAIN[slug]
    try:
        act(report_id=pk, by=officer, at=timezone.now(), revision=_revision(request))
    except NotAllowed:
        raise
    except Refusal as refusal:
        return drawn(request, report_page(officer, pk, now=page.now), refusal=str(refusal), status=422)
    messages.success(request, str(told))
    return redirect("board:periodic_report", pk)


def _comment(request: HttpRequest, page: ReportPage) -> HttpResponse:
    form = CommentForm(page.version, request.POST, names=page.short_names)
    done = form.attempt(
        lambda: services.comment(
            report_id=page.report.pk, comment=form.comment, by=page.officer, at=timezone.now(),
            revision=_revision(request),
        )
    )  # fmt: skip
    if not done:
        return drawn(request, page, comment_form=form, status=422)
    messages.success(request, _("Đã lưu nhận xét."))
    return redirect("board:periodic_report", page.report.pk)


def _with_reason(request: HttpRequest, page: ReportPage, slug: str) -> HttpResponse:
    form = (ReturnForm if slug == "tra-lai" else VersionForm)(request.POST, prefix=slug)
    whose: dict[str, Any] = {"report_id": page.report.pk, "by": page.officer, "at": timezone.now()}
    if slug == "tra-lai":
        done = form.attempt(
            lambda: services.return_report(**whose, revision=_revision(request), **form.cleaned_data)
        )
        told, name = _("Đã trả lại báo cáo, đơn vị đọc được lý do."), "return_form"
    else:
        done = form.attempt(lambda: services.new_version(**whose, **form.cleaned_data))
        told, name = _("Đã lập lần báo cáo mới. Sửa số cần sửa, rồi ký và gửi lại."), "version_form"
        if page.report.consolidated:
            told = _("Đã lập lần mới, cộng từ báo cáo đang có hiệu lực. Xem lại số liệu, rồi ký và gửi lại.")
    if not done:
        return drawn(request, page, status=422, **{name: form})
    messages.success(request, told)
    return redirect("board:periodic_report", page.report.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@reform_page()
def periodic_correct(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Let the unit say another figure than the counted one, with its reason."""
    page = report_page(officer, pk, now=timezone.localtime())
    row = page.version.sheet.row(request.GET.get("dong", ""))
    column = page.version.sheet.column(request.GET.get("cot", ""))
    if row is None or column is None:
        raise Http404
    now = next(one for one in page.what.rows if one.id == row.id).figures.get(column.id, 0)
    form = CorrectionForm(request.POST or None, initial={"value": now})
    if request.method == "POST":
        done = form.attempt(
            lambda: services.correct(
                report_id=pk, row_id=row.id, column_id=column.id, by=officer, at=timezone.now(),
                revision=_revision(request), **form.cleaned_data,
            )
        )  # fmt: skip
        if done:
            messages.success(request, _("Đã điều chỉnh. Số máy đếm và lý do vẫn hiện bên cạnh."))
            return redirect("board:periodic_report", pk)
    context = {
        "page": page, "row": row, "column": column, "form": form, "counted": row.figures.get(column.id, 0),
        "records": row.records,
    }  # fmt: skip
    return render(request, "board/reports/correct.html", context, status=422 if form.errors else 200)


@act_only
@reform_page()
def periodic_remind(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Remind one unit, or all that have not sent."""
    period = ReportingPeriod.parse(request.POST.get("ky", ""))
    form, one = _form(request), request.POST.get("don-vi", "")
    lines = queries.inbox(officer, period, on=timezone.localdate(), form=form)
    silent = [line for line in lines if not line.due.is_sent and one in {"", str(line.unit.pk)}]
    asked = [line for line in silent if one or not line.pressed_today]
    try:
        with transaction.atomic():
            for line in asked:
                services.press(
                    obligation_id=line.due.obligation.pk, period=period.key, by=officer, at=timezone.now()
                )
        _tell_reminded(request, asked, len(silent))
    except services.RemindedToday as refusal:
        messages.warning(request, str(refusal))
    return redirect(f"{reverse('board:periodic_list')}?ky={period.key}&bieu={form}")


def _tell_reminded(request: HttpRequest, asked: list[InboxLine], silent: int) -> None:
    if asked:
        names = ", ".join(line.unit.name_in_sentence for line in asked)
        told = _("Đã nhắc %(count)d đơn vị: %(names)s.") % {"count": len(asked), "names": names}
        if earlier := silent - len(asked):
            told += _(" %(count)d đơn vị khác đã nhắc hôm nay, không nhắc lại.") % {"count": earlier}
        messages.success(request, told)
    elif silent:
        messages.info(request, _("Hôm nay đã nhắc mọi đơn vị còn thiếu. Mỗi báo cáo nhắc một lần một ngày."))
    else:
        messages.info(request, _("Mọi đơn vị đã gửi báo cáo kỳ này, không còn ai phải nhắc."))


@act_only
@reform_page()
def periodic_consolidate(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Add up what came in to one report."""
    form, period = _form(request), request.POST.get("ky", "")
    unit_pk = request.POST.get("don-vi", "")
    if not (unit_pk.isascii() and unit_pk.isdigit() and len(unit_pk) < 12):
        raise Http404
    report = services.consolidate(
        unit_id=int(unit_pk), form=form, period=period, by=officer, at=timezone.now()
    )
    messages.success(request, _("Đã tổng hợp báo cáo của các đơn vị."))
    return redirect("board:periodic_report", report.pk)


def _form(request: HttpRequest) -> str:
    named = request.POST.get("bieu", "") or str(Form.MODELS)
    if named not in Form.values:
        raise Http404
    return named


def _revision(request: HttpRequest) -> int | None:
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
