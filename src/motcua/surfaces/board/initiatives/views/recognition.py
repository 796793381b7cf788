"""Recognition: one decision for those that passed, signed by the leader."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.initiatives import services
from motcua.initiatives.models import Initiative
from motcua.initiatives.states import State
from motcua.organisation.access import Officer
from motcua.organisation.roles import LEADERS
from motcua.surfaces.board.initiatives.forms.councils import Recognise
from motcua.surfaces.board.initiatives.found import unit_of
from motcua.surfaces.board.reform_gate import reform_page


@require_http_methods(["GET", "HEAD", "POST"])
@reform_page(*sorted(LEADERS))
def initiative_recognise(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Choose among those that passed a council of the own unit; sign the decision and the certificates."""
    passed = list(
        Initiative.objects.filter(
            state=State.EVALUATING, review__passed=True, review__council__unit=officer.unit_id
        )
        .select_related("review")
        .order_by("code")
    )
    form = Recognise(
        request.POST if request.method == "POST" else None,
        initial={"initiative_ids": [str(it.pk) for it in passed]},
    )
    form.choose("initiative_ids", [(str(it.pk), f"{it.code}: {it.title}") for it in passed])
    if request.method == "POST":
        made = form.attempt(
            lambda: services.recognise(
                initiative_ids=[int(pk) for pk in form.cleaned_data["initiative_ids"]],
                scope=form.cleaned_data["scope"],
                by=officer,
                at=timezone.now(),
            )
        )
        if made:
            words = {"number": made[0].number, "count": len(made)}
            messages.success(
                request, _("Đã ký Quyết định %(number)s, công nhận %(count)d sáng kiến.") % words
            )
            return redirect("board:initiative", made[0].initiative_id)
    context = {"form": form, "passed": passed, "unit": unit_of(officer)}
    return render(request, "board/initiatives/recognise.html", context, status=422 if form.errors else 200)
