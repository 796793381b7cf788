"""Addresses that only take what a form sends, and lead whoever merely opens one to the page it belongs to."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, get_script_prefix, resolve
from django.views.decorators.http import require_POST

P = ParamSpec("P")
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


def act_only(view: Guarded[P]) -> Guarded[P]:
    """Take what is sent; whoever only opens the address is led to the page above it.

    It was typed, comes from history, or from the door: who sends a form after the session has ended signs in again
    and arrives at the address of the form.
    """
    sent = require_POST(view)

    @wraps(view)
    def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method in {"GET", "HEAD"}:
            return redirect(_page_above(request.path_info))
        return sent(request, *args, **kwargs)

    inner.is_act = True  # type: ignore[attr-defined]
    return inner


def _page_above(path: str) -> str:
    """The nearest address above that shows a page."""
    while path != "/":
        path = f"{path.rstrip('/').rpartition('/')[0]}/"
        try:
            view = resolve(path).func
        except Resolver404:
            continue
        if not getattr(view, "is_act", False):
            break
    return get_script_prefix().rstrip("/") + path
