"""Which pages of the desk open for which roles; what a list shows is judged again by the domain."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from motcua.organisation.access import Officer
from motcua.organisation.roles import Role
from motcua.process import parties
from motcua.surfaces.desk.gate import officer_page

P = ParamSpec("P")

MERGERS: frozenset[str] = frozenset({Role.ADMINISTRATOR, Role.ONE_STOP_HEAD})


def reader_page(
    view: Callable[Concatenate[HttpRequest, Officer, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Like ``officer_page``, for pages with personal facts: only roles that work on dossiers come in."""

    def inner(request: HttpRequest, officer: Officer, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not officer.has(*parties.READERS):
            sentence = _(
                "Trang này có dữ liệu của người dân, chỉ mở cho người giải quyết hồ sơ. "
                "Nếu công việc cần, nhờ người quản trị của đơn vị giao thêm vị trí."
            )
            words = {"title": _("Trang này không mở cho vị trí đang giữ"), "sentence": sentence}
            return render(request, "desk/no_post.html", words, status=403)
        return view(request, officer, *args, **kwargs)

    return wraps(view)(officer_page(inner))
