"""Who keeps the calendars."""

from django.utils.translation import gettext as _

from motcua.organisation.access import NotAllowed, Officer, require
from motcua.organisation.roles import Role


def require_keeper(officer: Officer, *, unit_id: int | None) -> None:
    """Refuse unless the officer keeps this calendar.

    Administrators keep the common one and all others; heads of a desk, leaders and home affairs their unit's.
    """
    if officer.has(Role.ADMINISTRATOR):
        return
    if unit_id is None:
        require(officer, Role.ADMINISTRATOR)
    require(officer, Role.ADMINISTRATOR, Role.ONE_STOP_HEAD, Role.COMMUNE_LEADER, Role.HOME_AFFAIRS_OFFICER)
    if officer.unit_id != unit_id:
        raise NotAllowed(_("Đây là lịch của đơn vị khác. Chỉ người của đơn vị đó đổi được."))
