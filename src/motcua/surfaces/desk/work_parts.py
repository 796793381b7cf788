"""A page or the part of it that htmx asked for: one file draws both, so they cannot drift."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def is_part(request: HttpRequest) -> bool:
    """Whether only the part that changes is wanted; going back in history wants the page again."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def answer(
    request: HttpRequest, *, page: str, part: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Draw the part for htmx and the page for everybody else, from the same context."""
    response = render(request, part if is_part(request) else page, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def first_errors(form: Form) -> dict[str, str]:
    """The first sentence of each field at fault, as the error summary wants them."""
    return {name: str(sentences[0]) for name, sentences in form.errors.items()}
