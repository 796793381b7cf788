"""The models that a directive spreads."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from msgspec.structs import replace

from motcua.directives.inputs import TextInput
from motcua.directives.models import Directive
from motcua.directives.services import edit_directive
from motcua.directives.states import State
from motcua.initiatives import services
from motcua.initiatives.models import Initiative, Replication
from motcua.initiatives.states import LIVE
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import search_form
from motcua.organisation.access import Officer
from motcua.surfaces.board.directives.forms.models import Spread
from motcua.surfaces.board.directives.forms.texts import WORDS
from motcua.surfaces.board.directives.found import directive_of
from motcua.surfaces.board.reform_gate import act_only, reform_page


@require_http_methods(["GET", "HEAD", "POST"])
@reform_page()
def directive_models(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Choose models; ``tim`` narrows the list by words of the title."""
    directive, text = directive_of(officer, pk), request.GET.get("tim", "")
    form = Spread(_offered(directive, text), request.POST if request.method == "POST" else None)
    if request.method == "POST":
        made = form.attempt(lambda: _order(form, directive, officer))
        if made:
            messages.success(request, _("Đã ghi %(count)d mô hình vào văn bản.") % {"count": len(made)})
            return redirect("board:directive", pk)
        if not form.errors:
            form.add_error(None, _("Chọn ít nhất một mô hình."))
    context = {"directive": directive, "form": form, "text": text}
    return render(request, "board/directives/models.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _order(form: Spread, directive: Directive, officer: Officer) -> list[Replication]:
    """Name the models, and in a draft write them into the text too, so that the printed paper names them."""
    at = timezone.now()
    made = services.order_replication(directive_id=directive.pk, orders=form.wanted, by=officer, at=at)
    if form.cleaned_data["write"] and made and directive.state == State.DRAFT:
        names = [
            _("- Mô hình “%(title)s” (%(unit)s).") % {"title": model.title, "unit": model.unit_text}
            for model in form.chosen
        ]
        text = TextInput(**{name: getattr(directive, name) for name in WORDS})
        text = replace(text, body="\n".join(filter(None, [directive.body, *names])))
        edit_directive(directive_id=directive.pk, text=text, by=officer, at=at)
    return made


@act_only
@reform_page()
def directive_model_drop(request: HttpRequest, officer: Officer, pk: int, initiative_pk: int) -> HttpResponse:
    """Take a model off a draft."""
    directive_of(officer, pk)
    try:
        services.drop_replication(directive_id=pk, initiative_id=initiative_pk, by=officer, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã bỏ mô hình khỏi dự thảo."))
    return redirect("board:directive", pk)


def _offered(directive: Directive, text: str) -> list[Initiative]:
    """Models that are served to people and that the directive does not name yet."""
    named = Replication.objects.filter(directive=directive).values("initiative")
    found = Initiative.objects.filter(state__in=sorted(LIVE)).exclude(pk__in=named)
    if text.strip():
        found = found.filter(search_title__contains=search_form(text))
    return list(found.order_by("-year", "pk")[:200])
