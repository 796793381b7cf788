"""Deadlines in the calendar of one's telephone: the secret address, how to add it, and what it answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.directives import queries, services
from motcua.directives.models import CalendarFeed
from motcua.directives.queries import FeedUnknown
from motcua.organisation.access import Officer
from motcua.surfaces.board.reform_gate import act_only, reform_page


@require_safe
@reform_page()
def feed_help(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show one's address, if there is one, and how to add it."""
    found = CalendarFeed.objects.filter(account=officer.account_id).first()
    address = request.build_absolute_uri(reverse("board:feed", args=[found.token])) if found else ""
    context = {"address": address, "webcal": f"webcal://{address.partition('://')[2]}", "feed": found}
    return render(request, "board/directives/feed.html", context)


@act_only
@reform_page()
def feed_change(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Open an address, renew it, or close it, as the button pressed says."""
    at, wish = timezone.now(), request.POST.get("viec", "")
    if wish == "dong":
        services.close_calendar_feed(by=officer, at=at)
        messages.success(request, _("Đã đóng địa chỉ lịch. Điện thoại không tải được nữa."))
    elif wish == "doi":
        services.renew_calendar_feed(by=officer, at=at)
        messages.success(
            request, _("Đã đổi địa chỉ. Địa chỉ cũ không dùng được nữa, hãy thêm lại địa chỉ mới.")
        )
    else:
        services.open_calendar_feed(by=officer, at=at)
    return redirect("board:feed_help")


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar itself; the token is the key, nobody signs in."""
    try:
        content = queries.calendar_feed(token, on=timezone.localdate())
    except FeedUnknown as refusal:
        return HttpResponse(str(refusal), status=404, content_type="text/plain; charset=utf-8")
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=900"
    response.headers["Content-Disposition"] = 'inline; filename="han-viec.ics"'
    return response
