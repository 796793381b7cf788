"""NUL, which is a character of no text and which PostgreSQL refuses to hold, stays outside."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from motcua.project.refused import Unreadable

NUL = "\x00"


class NulCharacterMiddleware:
    """Refuse an address with a NUL in it, which no page of ours links to; leave one out of what was filled in.

    Something pasted may carry one, and nobody loses a page of typing for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Unreadable(_("Địa chỉ có ký tự không đọc được. Mở lại trang từ đầu."))
        for name, value in [*request.COOKIES.items()]:
            if NUL in value:
                del request.COOKIES[name]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        if request.method != "POST":
            return
        sent = [text for name, values in request.POST.lists() for text in (name, *values)]
        if any(NUL in text for text in sent):
            request.POST = _without(request.POST)  # type: ignore[assignment]


def _without(sent: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in sent.lists():
        kept.setlist(name.replace(NUL, ""), [value.replace(NUL, "") for value in values])
    kept._mutable = False
    return kept
