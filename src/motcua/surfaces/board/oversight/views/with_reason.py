"""The page of an act that needs nothing but its reason."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from motcua.surfaces.board.act_page import act_page, posted
from motcua.surfaces.board.oversight.forms.reason import Reason


def with_reason(
    request: HttpRequest, act: Callable[..., Any], *, words: Mapping[str, Any], done: str
) -> HttpResponse:
    """Ask for the reason, then do the act with it; ``act`` takes ``reason`` and ``at`` besides what it has."""
    form = Reason(posted(request))
    return act_page(
        request,
        form,
        lambda: act(reason=form.cleaned_data["reason"], at=timezone.now()),
        words=words,
        done=done,
    )
