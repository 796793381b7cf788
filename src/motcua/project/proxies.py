"""Who really asks, when proxies of our own stand between us."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse


class ClientAddressMiddleware:
    """Put the address that our outermost proxy was called from where the proxy's own address stands.

    Each proxy appends its caller to ``X-Forwarded-For``. What stands further to the left was written by the
    caller, who may write anything, and is not believed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.PROXIES < 1:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        callers = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(callers) >= settings.PROXIES and (caller := _address(callers[-settings.PROXIES])):
            request.META["REMOTE_ADDR"] = caller
        return self.get_response(request)


def _address(text: str) -> str:
    try:
        return str(ip_address(text.strip()))
    except ValueError:
        return ""
