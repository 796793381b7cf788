"""What is done with an inspection."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.directives.models import Directive
from motcua.directives.states import State as DirectiveState
from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.order import in_order
from motcua.organisation.sight import own_units
from motcua.oversight import services
from motcua.oversight.authority import signers
from motcua.surfaces.board.act_page import act_page, posted
from motcua.surfaces.board.colleagues import colleagues
from motcua.surfaces.board.oversight.forms import inspections as forms
from motcua.surfaces.board.oversight.found import inspection_of, target_of
from motcua.surfaces.board.oversight.sections import INSPECTIONS
from motcua.surfaces.board.oversight.views.with_reason import with_reason
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@reform_page()
def inspection_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Plan an inspection; a surprise is the secret of those chosen here."""
    today = timezone.localdate()
    own = organisation.unit_with_id(officer.unit_id)
    units = in_order(organisation.descendants(own, on=today))
    form = forms.Plan(units, colleagues(officer, on=today), signers(own, on=today), posted(request))
    return act_page(
        request,
        form,
        lambda: services.plan_inspection(
            **form.facts, targets=form.targets, team=form.members, by=officer, at=timezone.now()
        ),
        words=INSPECTIONS.words(None, _("Lập kế hoạch kiểm tra"), _("Lập kế hoạch")),
        done=_("Đã lập kế hoạch kiểm tra."),
        to=INSPECTIONS.page_of,
        template="board/oversight/inspection_new.html",
    )


@PAGE
@reform_page()
def inspection_decide(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = inspection_of(officer, pk)
    form = forms.DecideInspection(posted(request))
    hint = _("Ký xong, máy lấy số từ sổ văn bản đi và in quyết định. Đoàn kiểm tra bắt đầu được từ lúc đó.")
    return act_page(
        request,
        form,
        lambda: services.decide_inspection(
            inspection_id=pk, **form.cleaned_data, by=officer, at=timezone.now()
        ),
        words=INSPECTIONS.words(found, _("Ký quyết định kiểm tra"), _("Ký quyết định"), hint),
        done=_("Đã ký quyết định kiểm tra."),
    )


@PAGE
@reform_page()
def inspection_start(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = inspection_of(officer, pk)
    hint = _("Bấm khi đoàn đã tới nơi. Từ lúc này nơi được kiểm tra thấy cuộc kiểm tra trên phần mềm.")
    return act_page(
        request,
        PageForm(posted(request)),
        lambda: services.start_inspection(inspection_id=pk, by=officer, at=timezone.now()),
        words=INSPECTIONS.words(found, _("Bắt đầu kiểm tra"), _("Bắt đầu"), hint),
        done=_("Đã bắt đầu. Lập biên bản cho từng nơi."),
    )


@PAGE
@reform_page()
def inspection_cancel(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = inspection_of(officer, pk)
    return with_reason(
        request,
        partial(services.cancel_inspection, inspection_id=pk, by=officer),
        words=INSPECTIONS.words(found, _("Hủy kế hoạch kiểm tra"), _("Hủy kế hoạch")),
        done=_("Đã hủy kế hoạch kiểm tra."),
    )


@PAGE
@reform_page()
def inspection_minutes(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Write the minutes of one office."""
    target = target_of(officer, pk)
    found = inspection_of(officer, target.inspection_id)
    now = timezone.localtime()
    form = forms.Minutes(posted(request), initial={"day": now.date(), "to_clock": f"{now:%H:%M}"})
    title = _("Biên bản kiểm tra: %(name)s") % {"name": target.name}
    hint = _("Ghi đúng tới từng phút. Lập xong thì không sửa; in ra để hai bên ký.")
    return act_page(
        request,
        form,
        lambda: services.record_minutes(target_id=pk, minutes=form.facts, by=officer, at=timezone.now()),
        words=INSPECTIONS.words(found, title, _("Lập biên bản"), hint),
        done=_("Đã lập biên bản. In ra để hai bên ký."),
        template="board/oversight/minutes.html",
    )


@PAGE
@reform_page()
def inspection_conclude(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = inspection_of(officer, pk)
    form = forms.Conclude(posted(request))
    hint = _("Kết luận ký một lần, không sửa. Kiến nghị lấy từ vi phạm, tồn tại trong các biên bản.")
    return act_page(
        request,
        form,
        lambda: services.conclude_inspection(
            inspection_id=pk, **form.cleaned_data, by=officer, at=timezone.now()
        ),
        words=INSPECTIONS.words(found, _("Kết luận kiểm tra"), _("Ký kết luận"), hint),
        done=_("Đã kết luận cuộc kiểm tra."),
    )


@PAGE
@reform_page()
def inspection_tasks(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Make tasks of a draft directive out of what must be mended."""
    found = inspection_of(officer, pk)
    drafts = Directive.objects.filter(keeper__in=own_units(officer), state=DirectiveState.DRAFT)
    choices = [(str(row.pk), row.abstract) for row in drafts.order_by("-pk")[:50]]
    form = forms.Give(choices, posted(request))
    hint = (
        _("Mỗi tồn tại có cách khắc phục thành một nhiệm vụ của nơi đó, ban hành cùng dự thảo đã chọn.")
        if choices
        else _("Đơn vị chưa có dự thảo văn bản nào. Soạn một dự thảo ở mục Văn bản, rồi quay lại đây.")
    )
    return act_page(
        request,
        form,
        lambda: services.give_tasks(
            inspection_id=pk,
            directive_id=int(form.cleaned_data["directive_id"]),
            by=officer,
            at=timezone.now(),
        ),
        words=INSPECTIONS.words(found, _("Giao khắc phục"), _("Đưa vào dự thảo"), hint),
        done=_("Đã đưa nhiệm vụ khắc phục vào dự thảo văn bản."),
    )
