"""A page that asks a few things and does one act: the same frame for all of them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from motcua.surfaces.board.page_form import PageForm


def posted(request: HttpRequest) -> Any:
    """What was sent, or None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def act_page(
    request: HttpRequest,
    form: PageForm,
    act: Callable[[], Any],
    *,
    words: Mapping[str, Any],
    done: str,
    to: Callable[[Any], str] | None = None,
    template: str = "board/act.html",
) -> HttpResponse:
    """Draw the form; when it was sent and the act succeeds, say so and go on; a refusal stands at its field.

    Args:
        words: what the frame and the template show besides the form; ``back`` is the page before this one.
        done: the sentence after it.
        to: the address to go to, from what the act returned; ``back`` when None.
    """
    if request.method == "POST":
        made = form.attempt(act)
        if made is not None:
            messages.success(request, done)
            return redirect(to(made) if to else words["back"])
    return render(request, template, {"form": form, **words}, status=422 if form.errors else 200)
