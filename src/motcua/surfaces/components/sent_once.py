"""A form acts once, however often it is sent: each form that is drawn carries a key of its own beside its token."""

import hashlib
import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect
from django.template.backends.utils import csrf_input
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from motcua.kernel import sent_forms
from motcua.kernel.models import SentForm
from motcua.kernel.vietnamese import moment

FIELD = "form_key"
_KEY = re.compile(r"[0-9a-f]{32}")
_NO_CONTENT = {FIELD, "csrfmiddlewaretoken"}


def act_once(request: HttpRequest, *, account_id: int, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Do the act of a form that was sent; sent again, it only leads to where it led the first time.

    The key is taken in the transaction of the act: both are kept, or neither. An answer that leads nowhere else
    (the form drawn again with its mistakes) has done nothing, and the form may be sent again.
    """
    key = request.POST.get(FIELD, "")
    if not _KEY.fullmatch(key):
        return act()
    with transaction.atomic():
        said = _hash(request)
        form, is_first = sent_forms.claim(
            account_id=account_id, key=key, content_hash=said, at=timezone.now()
        )
        if not is_first:
            return _sent_before(request, form, says_the_same=form.content_hash == said)
        answer = act()
        if isinstance(answer, HttpResponseRedirectBase):
            sent_forms.answer(form, answer.url)
        else:
            sent_forms.release(form)
        return answer


def _hash(request: HttpRequest) -> str:
    """What the form says: where it goes, its fields, its files by name and size."""
    fields = sorted((name, values) for name, values in request.POST.lists() if name not in _NO_CONTENT)
    files = sorted(
        (name, file.name, file.size)
        for name, found in request.FILES.lists()
        for file in found
        if isinstance(file, UploadedFile)
    )
    return hashlib.sha256(repr([request.get_full_path(), fields, files]).encode()).hexdigest()


def _sent_before(request: HttpRequest, form: SentForm, *, says_the_same: bool) -> HttpResponse:
    words = {"at": moment(form.sent_at)}
    if says_the_same:
        messages.success(request, _("Đã ghi lúc %(at)s. Lần gửi trùng không ghi thêm.") % words)
    else:
        told = _(
            "Tờ này đã ghi lúc %(at)s với nội dung khác, nên nội dung vừa gửi chưa ghi. "
            "Hãy sửa ở bản đã ghi, hoặc mở lại trang để ghi thêm."
        )
        messages.warning(request, told % words, extra_tags="unsent")  # put_back.js gives them back
    return redirect(form.led_to)


def context(request: HttpRequest) -> dict[str, Any]:
    """Where forms act once, ``csrf_input`` brings the key too: no template can forget it, each form has its own."""
    return {"csrf_input": _inputs(request)} if getattr(request, "acts_once", False) else {}


def _drawn(request: HttpRequest) -> SafeString:
    key = format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid4().hex)
    return csrf_input(request) + key


_inputs = lazy(_drawn, SafeString, str)
