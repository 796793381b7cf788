"""The backlog of records: how much is piled up, what has been cleared, by when."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.organisation.access import Officer
from motcua.organisation.sight import own_units, sees
from motcua.oversight import queries, services
from motcua.oversight.access import works_on
from motcua.oversight.authority import ARCHIVE_KEEPERS
from motcua.oversight.lengths import shelf
from motcua.surfaces.board.act_page import act_page, posted
from motcua.surfaces.board.oversight.forms import backlog as forms
from motcua.surfaces.board.oversight.found import block_of
from motcua.surfaces.board.oversight.sections import BACKLOG
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@reform_page()
def backlog_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Every block of the units that the officer looks into, and their sum."""
    today = timezone.localdate()
    lines = queries.backlog(sees(officer))
    context = {
        "shelf": shelf,
        "lines": [(line, line.is_late(today), line.days_left(today)) for line in lines],
        "total": queries.added_up(lines),
        "may_register": officer.has(*ARCHIVE_KEEPERS) and bool(own_units(officer)),
    }
    return render(request, "board/oversight/backlog.html", context)


@require_safe
@reform_page()
def backlog_block(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """One block with each report on it."""
    found = block_of(officer, pk)
    today = timezone.localdate()
    line = next(one for one in queries.backlog([found.unit_id]) if one.block.pk == pk)
    context = {
        "shelf": shelf,
        "line": line,
        "block": found,
        "late": line.is_late(today),
        "left": line.days_left(today),
        "reports": found.progress.select_related("reported_by").order_by("-reported_on", "-pk"),
        "works": works_on(officer, found),
        "history": queries.history(found)[::-1],
    }
    return render(request, "board/oversight/block.html", context)


@PAGE
@reform_page()
def backlog_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    form = forms.Block(posted(request))
    return act_page(
        request,
        form,
        lambda: services.register_block(block=form.facts, by=officer, at=timezone.now()),
        words=BACKLOG.words(None, _("Ghi khối tài liệu tồn đọng"), _("Ghi sổ")),
        done=_("Đã ghi khối tài liệu."),
        to=BACKLOG.page_of,
    )


@PAGE
@reform_page()
def backlog_progress(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = block_of(officer, pk)
    form = forms.Progress(posted(request), initial={"key": uuid4().hex})
    hint = _("Còn %(left)s chưa chỉnh lý.") % {"left": shelf(found.remaining())}
    return act_page(
        request,
        form,
        lambda: services.report_progress(block_id=pk, **form.cleaned_data, by=officer, at=timezone.now()),
        words=BACKLOG.words(found, _("Báo cáo tiến độ chỉnh lý"), _("Báo cáo"), hint),
        done=_("Đã ghi tiến độ."),
    )


@PAGE
@reform_page()
def backlog_deadline(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = block_of(officer, pk)
    form = forms.Deadline(posted(request))
    return act_page(
        request,
        form,
        lambda: services.set_deadline(block_id=pk, **form.cleaned_data, by=officer, at=timezone.now()),
        words=BACKLOG.words(found, _("Đặt hạn xử lý"), _("Đặt hạn")),
        done=_("Đã đặt hạn."),
    )
