"""Who may come behind the counter: somebody signed in who holds a post today."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.organisation import access
from motcua.organisation.access import Officer

P = ParamSpec("P")


def officer_page(
    view: Callable[Concatenate[HttpRequest, Officer, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give the view the officer who asks; whoever holds no post reads why and what to do."""

    @login_required
    @wraps(view)
    def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        assert isinstance(request.user, Account)
        try:
            officer = access.officer(request.user, on=timezone.localdate())
        except access.NotAllowed as refusal:
            words = {"title": _("Chưa có vị trí công tác"), "sentence": str(refusal)}
            return render(request, "desk/no_post.html", words, status=403)
        request.officer = officer  # type: ignore[attr-defined]  # the frame of the page asks again
        return view(request, officer, *args, **kwargs)

    return inner
