"""Requests that cannot be taken: what is said to who sent them, and what of them stands in the log."""

import logging

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


class Unreadable(BadRequest):
    """A request that no page of ours sends; its sentence may be read by everybody."""


class TooMuch(RequestDataTooBig):
    """More than one request may carry.

    Args:
        most: bytes.
    """

    def __init__(self, most: int) -> None:
        super().__init__(f"More than {most} bytes were sent.")
        self.most = most


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of a request that cannot be taken; which page it was for is not looked at any more."""
    return HttpResponseBadRequest(render_to_string("400.html", {"sentence": _sentence(exception)}))


def _sentence(exception: Exception) -> str:
    if isinstance(exception, TooMuch):
        return _(
            "Lần gửi này lớn quá %(most)d MB nên chưa ghi gì. Quay lại trang trước, chọn tệp nhỏ hơn, "
            "hoặc gửi làm nhiều lần."
        ) % {"most": exception.most // 1024**2}
    if isinstance(exception, RequestDataTooBig):
        return _(
            "Lần gửi này dài quá mức máy nhận nên chưa ghi gì. Quay lại trang trước, rút ngắn rồi gửi lại."
        )
    return str(exception) if isinstance(exception, Unreadable) else ""


class WithoutTrace(logging.Filter):
    """Keeps a request that was refused to one line: where our code stood then tells nothing, and fills the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        is_refusal = record.name.startswith("django.security") or getattr(record, "status_code", 500) < 500
        if is_refusal:
            record.exc_info = record.exc_text = None
        return True
