"""Who may come into the pages of the reform chain: somebody signed in who holds a post today, and the right one."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.organisation import access
from motcua.organisation.access import NotAllowed, Officer
from motcua.surfaces.board.reform_rail import rail
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.components.sent_once import act_once

__all__ = ["act_only", "reform_page"]

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Officer, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


def reform_page(*roles: str) -> Callable[[View[P]], Guarded[P]]:
    """Give the view the officer who asks; a refusal that no form has shown is read as a page of its own.

    A form of these pages acts once, however often it is sent.

    Args:
        roles: one of them must be held; none named: the services judge.
    """

    def decorate(view: View[P]) -> Guarded[P]:
        @wraps(view)
        def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            assert isinstance(request.user, Account)
            try:
                officer = access.officer(request.user, on=timezone.localdate())
                request.officer = officer  # type: ignore[attr-defined]  # the frame of the page asks again
                request.rail = rail  # type: ignore[attr-defined]
                request.acts_once = True  # type: ignore[attr-defined]  # its forms bear keys
                if roles:
                    access.require(officer, *roles)
                act = partial(view, request, officer, *args, **kwargs)
                if request.method == "POST":
                    return act_once(request, account_id=officer.account_id, act=act)
                return act()
            except Refusal as refusal:
                status = 403 if isinstance(refusal, NotAllowed) else 400
                return render(request, "board/refused.html", {"sentence": str(refusal)}, status=status)

        inner.acts_once = True  # type: ignore[attr-defined]
        return login_required(inner)

    return decorate
