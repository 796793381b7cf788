"""Set the demonstration's office up by the services themselves: places, people at work, prices, calendars."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from motcua.calendars.services import load_national
from motcua.catalogue import shipped
from motcua.catalogue.models import FeeSchedule
from motcua.catalogue.services import load_catalogue, load_demonstration_fees, set_fee
from motcua.identity.models import Account
from motcua.organisation.models import Unit
from motcua.organisation.services import add_hamlets, appoint, load_units, open_divisions
from motcua.project.demo.roster import COLLEAGUES, HAMLETS, HOME, UNITS, Post, former_colleagues

MERGED_ON = date(2025, 7, 1)  # Luật 72/2025/QH15: the district level ends
LAST_DAY_BEFORE = date(2025, 6, 30)
OFFICE_BEGAN = date(2019, 1, 1)
FORMER_PROVINCE = "H-soc-trang"
PORTAL = "cong-dich-vu"


def set_up(*, at: datetime, password: str) -> Account:
    """Load what comes with the software, open the office and appoint everybody; return its administrator."""
    load_national()
    load_units()
    load_catalogue(at)
    load_demonstration_fees()
    _set_former_fees()
    administrator = _accounts(make_password(password))
    units = _units()
    open_divisions(unit_id=units[HOME].pk, on=MERGED_ON, by=administrator, at=at)
    offices = dict(Unit.objects.filter(code__startswith=f"{HOME}.").values_list("code", "pk"))
    accounts = Account.objects.in_bulk(field_name="username")
    for colleague in (*COLLEAGUES, *former_colleagues()):
        for post in colleague.posts:
            _appoint(accounts[colleague.username], post, units[post.unit], offices, by=administrator, at=at)
    return administrator


def _accounts(password: str) -> Account:
    """Create all accounts; those of former colleagues and of the public portal cannot sign in."""
    Account.objects.bulk_create(
        Account(
            username=colleague.username,
            display_name=colleague.name,
            password=password,
            is_staff=colleague.is_superuser,
            is_superuser=colleague.is_superuser,
        )
        for colleague in COLLEAGUES
    )
    nobody = make_password(None)
    gone = [(colleague.username, colleague.name) for colleague in former_colleagues()]
    Account.objects.bulk_create(
        Account(username=username, display_name=name, password=nobody)
        for username, name in (*gone, (PORTAL, "Cổng dịch vụ công"))
    )
    return Account.objects.get(username="quantri")


def _units() -> dict[str, Unit]:
    units = Unit.objects.in_bulk(list(UNITS), field_name="code")
    for code, unit in units.items():
        facts = UNITS[code]
        unit.agency_code, unit.phone, unit.address = facts.agency_code, facts.phone, facts.address
        unit.save(update_fields=["agency_code", "phone", "address"])
        add_hamlets(unit_id=unit.pk, names=HAMLETS[code])
    return units


def _appoint(
    account: Account, post: Post, unit: Unit, offices: dict[str, int], *, by: Account, at: datetime
) -> None:
    is_home = post.unit == HOME
    appoint(
        account_id=account.pk,
        unit_id=unit.pk,
        role=post.role,
        title_vi=post.title,
        division_id=offices[f"{HOME}.{post.office}"] if post.office else None,
        first_day=MERGED_ON if is_home else OFFICE_BEGAN,
        last_day=None if is_home else LAST_DAY_BEFORE,
        by=by,
        at=at,
    )


def _set_former_fees() -> None:
    """Invent prices for the former province too, so that its dossiers could be paid for."""
    if FeeSchedule.objects.filter(province_code=FORMER_PROVINCE).exists():
        return
    for fee in shipped.demonstration_fees():
        if fee.valid_from < MERGED_ON:
            set_fee(
                province_code=FORMER_PROVINCE,
                slug=fee.procedure,
                item=fee.item,
                amount_vnd=fee.amount_vnd,
                valid_from=fee.valid_from,
                basis="Số minh họa, chưa đối chiếu nghị quyết HĐND tỉnh",
                channel=fee.channel,
                source=fee.source,
            )


def is_built() -> bool:
    """Whether the demonstration is there: nothing else opens the account of its public portal."""
    return Account.objects.filter(username=PORTAL).exists()
