"""Following a dossier without signing in: by code and telephone, or by the QR of the receipt."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from motcua.calendars.queries import calendar_for
from motcua.dossiers import queries
from motcua.kernel.refusals import Refusal
from motcua.surfaces.components.day_strips import day_strip
from motcua.surfaces.portal import following, guesses
from motcua.surfaces.portal.counting import explain_dossier
from motcua.surfaces.portal.pages import show
from motcua.surfaces.portal.promises import progress_words
from motcua.surfaces.portal.typed_code import code_of

FIELDS = {"code": "ma", "phone_tail": "duoi"}


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("duoi")
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for the code and the end of the telephone number; neither ever stands in an address."""
    if request.method != "POST":
        return show(request, "portal/follow_ask.html", {"code": request.GET.get("ma", "")})
    code = code_of(request.POST.get("ma", ""))
    tail = request.POST.get("duoi", "").strip()
    errors = _missing(code, tail)
    if not errors and guesses.too_many(request, code):
        sentence = _("Đã thử sai nhiều lần. Xin chờ 15 phút rồi thử lại, hoặc gọi Bộ phận Một cửa.")
        return show(request, "portal/follow_ask.html", {"code": code, "errors": {"ma": sentence}}, status=429)
    if not errors:
        try:
            return _page(request, queries.follow(code=code, phone_tail=tail))
        except Refusal as refusal:
            guesses.count(request, code)
            errors = {FIELDS.get(refusal.field or "", "ma"): str(refusal)}
    return show(request, "portal/follow_ask.html", {"code": code, "errors": errors}, status=422)


@require_safe
def follow_by_token(request: HttpRequest, token: str) -> HttpResponse:
    """Show the dossier of a receipt's QR; the token is long enough that nobody guesses it."""
    try:
        return _page(request, queries.follow_by_token(token))
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal


def _missing(code: str, tail: str) -> dict[str, str]:
    errors = {}
    if not code:
        errors["ma"] = _("Xin nhập mã hồ sơ in trên giấy hẹn. Ví dụ: H13.58.12-261120-0041")
    if len(tail) != 4 or not tail.isdigit():
        errors["duoi"] = _("Xin nhập đúng 4 chữ số cuối của số điện thoại đã cho khi nộp. Ví dụ: 5678")
    return errors


def _page(request: HttpRequest, found: queries.FollowView) -> HttpResponse:
    response = show(request, "portal/follow.html", _answers(found))
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answers(found: queries.FollowView) -> dict[str, Any]:
    """What the page says about a dossier, worked out before the template."""
    dossier, now = found.dossier, timezone.localtime()
    calendar = calendar_for(dossier.unit_id, timezone.localdate(dossier.accepted_at or now))
    explanation = explain_dossier(dossier, calendar)
    return {
        "dossier": dossier,
        "missing": following.missing_papers(found),
        "owed_vnd": found.owed_vnd,
        "heading": following.heading(dossier),
        "promised": bool(dossier.due_at and not dossier.finished_at and not dossier.closed_at),
        "progress": progress_words(dossier.due_at, now, calendar) if dossier.due_at else "",
        "explanation": explanation,
        "days": day_strip(explanation) if explanation else [],
        "steps": following.steps(dossier),
        "return_words": following.return_words(dossier),
        "code_tail": dossier.code[-4:],
    }
