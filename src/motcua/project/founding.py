"""The first day of a real office: what the package ships is loaded, and somebody may administer it."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.services import load_national
from motcua.catalogue.models import Procedure
from motcua.catalogue.services import load_catalogue
from motcua.identity.models import Account
from motcua.identity.services import record_account_change
from motcua.initiatives.models import Initiative
from motcua.initiatives.services import load_initiatives
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation import queries
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role
from motcua.organisation.services import appoint, load_units, open_divisions
from motcua.project.demo.office import is_built

GENERATED_BYTES = 12


@dataclass(frozen=True, slots=True)
class Founded:
    """What stands now; ``password`` is "" unless it was made up here and must be told once."""

    unit: Unit
    units: int
    procedures: int
    models: int
    divisions: int
    account: Account
    is_new_account: bool
    password: str


@transaction.atomic
def found_office(
    *, unit_code: str, admin_name: str, username: str, password: str | None, at: datetime
) -> Founded:
    """Load units, calendar, catalogue and models, open the divisions of a commune, and let one account administer it.

    Safe to run again: what is there stays, the password of an account that is there too.

    Args:
        unit_code: as in the national list, of a unit in force today.
        password: None to make one up.
    Raises:
        Refusal: the demonstration is here, no such unit, a weak password, or a name that is somebody else's.
    """
    if is_built():
        raise Refusal(
            _("Đây là cơ sở dữ liệu minh họa. Đặt MOTCUA_DATA_DIR sang nơi khác để lập đơn vị thật.")
        )
    load_units()
    load_national()
    load_catalogue(at)
    load_initiatives(at)
    today = timezone.localdate(at)
    unit = _unit_in_force(unit_code, today)
    known = Account.objects.filter(username=username).first()
    given = None if known else password or secrets.token_urlsafe(GENERATED_BYTES)
    account = known or _open_account(username=username, name=clean(admin_name), password=given or "", at=at)
    if not account.is_superuser:
        raise Refusal(_("Tên đăng nhập “%(name)s” là của người khác. Chọn tên khác.") % {"name": username})
    divisions = []
    if unit.level == Level.COMMUNE:
        divisions = open_divisions(unit_id=unit.pk, on=unit.valid_from, by=account, at=at)
    if not account.posts.filter(unit=unit, role=Role.ADMINISTRATOR).exists():
        appoint(
            account_id=account.pk,
            unit_id=unit.pk,
            role=Role.ADMINISTRATOR,
            first_day=today,
            by=account,
            at=at,
        )
    return Founded(
        unit=unit,
        units=Unit.objects.valid(on=today).count(),
        procedures=Procedure.objects.count(),
        models=Initiative.objects.exclude(slug="").count(),
        divisions=len(divisions),
        account=account,
        is_new_account=known is None,
        password=given if given and password is None else "",
    )


def _unit_in_force(code: str, on: date) -> Unit:
    unit = queries.unit(code)
    if not Unit.objects.valid(on=on).filter(pk=unit.pk).exists():
        words = {"unit": unit.name, "code": code}
        raise Refusal(_("%(unit)s (mã %(code)s) không còn hoạt động. Chọn đơn vị hiện nay.") % words)
    return unit


def _open_account(*, username: str, name: str, password: str, at: datetime) -> Account:
    account = Account(username=username, display_name=name, is_staff=True, is_superuser=True)
    try:
        validate_password(password, account)
        account.set_password(password)
        account.full_clean()
    except ValidationError as wrong:
        raise Refusal(" ".join(wrong.messages)) from wrong
    account.save()
    record_account_change(account=account, fields=(), by=None, at=at, opened=True)
    return account
