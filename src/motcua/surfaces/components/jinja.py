"""The Jinja2 environment of all pages."""

from typing import Any

from django.http import HttpRequest
from jinja2 import Environment


def environment(**options: Any) -> Environment:
    return Environment(**options)  # noqa: S701 - Django passes autoescape=True


def page_context(request: HttpRequest) -> dict[str, Any]:
    return {}
