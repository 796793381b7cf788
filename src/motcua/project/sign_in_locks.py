"""When the door of the office stays shut for a while: after many wrong passwords for a name, or from an address."""

from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest


class SignInLocks(AxesDatabaseHandler):  # type: ignore[misc]
    """Locks of names as django-axes keeps them, and of an address that tries many names a few times each.

    A whole office may stand behind one address: its limit is far above that of a name, and signing in while
    it is locked does not make the lock last longer.
    """

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        return super().is_locked(request, credentials) or self._is_address_locked(request)

    def _is_address_locked(self, request: HttpRequest) -> bool:
        attempts = AccessAttempt.objects.filter(
            ip_address=request.axes_ip_address,  # type: ignore[attr-defined]
            attempt_time__gte=get_cool_off_threshold(request),
        )
        failures = attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0
        return failures >= settings.SIGN_IN_FAILURES_PER_ADDRESS
