"""The first page: the door, the question, the ways in."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.surfaces.portal.doors import doors
from motcua.surfaces.portal.offer import in_force_count
from motcua.surfaces.portal.pages import show


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what people come for most; each suggestion is a search in their own words."""
    today = timezone.localdate()
    context = {
        "often": [_("sao y giấy tờ"), _("ba mới mất"), _("giấy độc thân"), _("mở quán nước")],
        "doors": doors(today),
        "procedure_count": in_force_count(today),
    }
    return show(request, "portal/home.html", context)
