"""Signing in and out of the officers' pages."""

from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.utils.translation import gettext_lazy as _

from motcua.organisation.models import Staff
from motcua.surfaces.portal.pages import frame

DEMO_ACCOUNTS = ("motcua", "tuphap", "vanthu", "lanhdao", "noivu", "quantri")


class SignInForm(AuthenticationForm):
    """Name and password, judged by the one sentence that says neither which was wrong nor who exists."""

    error_messages = {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Chú ý chữ hoa, chữ thường, bộ gõ."),
        "inactive": _("Tài khoản này đã ngừng. Nhờ người quản trị của đơn vị mở lại."),
    }


class SignIn(LoginView):
    """The door of the office."""

    template_name = "portal/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        return {"username": self.request.GET.get("ten", "")} if settings.DEMO else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = (
            {"accounts": demo_accounts(), "demo_password": settings.DEMO_PASSWORD} if settings.DEMO else {}
        )
        return {**super().get_context_data(**kwargs), **frame(self.request), **shown}

    def form_invalid(self, form: AuthenticationForm) -> Any:
        response = super().form_invalid(form)
        response.status_code = 422
        return response


class SignOut(LogoutView):
    """Back to the citizens' page; only by POST."""


def demo_accounts() -> list[Staff]:
    """The posts of the accounts that may be tried, in the order in which a dossier meets them."""
    posts = Staff.objects.filter(account__username__in=DEMO_ACCOUNTS).select_related("account", "unit")
    first = {post.account.username: post for post in posts.order_by("-valid_from", "-pk")}
    return [first[name] for name in DEMO_ACCOUNTS if name in first]
