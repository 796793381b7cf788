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

#: Who works on dossiers and may look people up for it; helpers (đoàn viên, trưởng ấp, bưu tá) may not.
READERS: frozenset[str] = frozenset(
    parties.DESK
    | parties.SPECIALISTS
    | parties.SIGNERS
    | {
        Role.RECORDS_CLERK,
        Role.ADMINISTRATOR,
        Role.COMMUNE_POLICE_CHIEF,
        Role.POLICE_DUTY_OFFICER,
        Role.POLICE_RESIDENCE_OFFICER,
        Role.SOCIAL_INSURANCE_OFFICER,
        Role.LAND_REGISTRY_OFFICER,
        Role.TAX_OFFICER,
    }
)
MERGERS: frozenset[str] = frozenset({Role.ADMINISTRATOR, Role.ONE_STOP_HEAD})


def reader_page(
    view: Callable[Concatenate[HttpRequest, Officer, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Like ``officer_page``, for pages with personal facts: only roles that work on dossiers come in."""

    def inner(request: HttpRequest, officer: Officer, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not officer.has(*READERS):
            sentence = _(
                "Trang này có dữ liệu của người dân, chỉ mở cho người giải quyết hồ sơ. "
                "Nếu công việc cần, nhờ người quản trị của đơn vị giao thêm vị trí."
            )
            return render(request, "desk/no_post.html", {"sentence": sentence}, status=403)
        return view(request, officer, *args, **kwargs)

    return wraps(view)(officer_page(inner))
