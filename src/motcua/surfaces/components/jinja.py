"""The Jinja2 environment of all pages: what a template can say without asking."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from jinja2 import Environment

from motcua.kernel import vietnamese
from motcua.kernel.privacy import mask_name, mask_number
from motcua.surfaces.components.icons import icon
from motcua.surfaces.components.typed import as_typed

FILTERS = {
    "day": vietnamese.day,
    "moment": vietnamese.moment,
    "weekday": vietnamese.weekday,
    "hour": vietnamese.hour,
    "vnd": vietnamese.vnd,
    "number": vietnamese.number,
    "mask_id": mask_number,
    "mask_name": mask_name,
    "as_typed": as_typed,
}


def environment(**options: Any) -> Environment:
    options = {"trim_blocks": True, "lstrip_blocks": True, **options}
    made = Environment(extensions=["jinja2.ext.i18n"], **options)  # noqa: S701 - Django passes autoescape=True
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"url": url, "static": static, "icon": icon, "query": query, "demo": settings.DEMO}
    made.filters |= FILTERS
    return made


def url(name: str, *args: object, **kwargs: object) -> str:
    """``url("desk:dossier", dossier.pk)``."""
    return reverse(name, args=args, kwargs=kwargs)


def query(request: HttpRequest, **changes: object) -> str:
    """The present query string with some parameters changed; an empty value takes one out."""
    parameters = request.GET.copy()
    for name, value in changes.items():
        parameters.pop(name, None)
        if value not in (None, ""):
            parameters[name] = str(value)
    return f"?{urlencode(list(parameters.lists()), doseq=True)}"


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every page may show; kept apart, because the engine is made before the models are ready."""
    from motcua.surfaces.components import page

    return page.context(request)
