"""Set the demonstration's office up by the services themselves: places, people at work, prices, calendars."""

from collections.abc import Sequence
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from motcua.calendars.services import load_national
from motcua.catalogue import shipped
from motcua.catalogue.models import FeeSchedule
from motcua.catalogue.services import load_catalogue, load_demonstration_fees, set_fee
from motcua.identity.models import Account
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit
from motcua.organisation.services import add_hamlets, appoint, load_units, open_divisions
from motcua.project.demo.neighbours import colleagues_at, neighbours
from motcua.project.demo.roster import COLLEAGUES, SEATS, Colleague, Post, Seat, former_colleagues

MERGED_ON = date(2025, 7, 1)  # Luật 72/2025/QH15: the district level ends
LAST_DAY_BEFORE = date(2025, 6, 30)
OFFICE_BEGAN = date(2019, 1, 1)
FORMER_PROVINCE = "H-soc-trang"
PORTAL = "cong-dich-vu"


def set_up(*, at: datetime, password: str, communes: int = 1) -> list[Seat]:
    """Load what comes with the software, open the offices and appoint everybody; return the units.

    Args:
        communes: how many of the province, xã An Thạnh first.
    """
    load_national()
    load_units()
    load_catalogue(at)
    load_demonstration_fees()
    _set_former_fees()
    seats = [*SEATS, *neighbours(communes - 1)]
    here = (*COLLEAGUES, *colleagues_at(seats[len(SEATS) :]))
    gone = former_colleagues()
    administrator = _accounts(here, gone, password=make_password(password))
    units = _units(seats)
    accounts = Account.objects.in_bulk(field_name="username")
    for seat in seats:
        if not seat.heir:
            open_divisions(unit_id=units[seat.code].pk, on=MERGED_ON, by=administrator, at=at)
    offices = dict(Unit.objects.filter(level=Level.DIVISION).values_list("code", "pk"))
    for colleague in (*here, *gone):
        for post in colleague.posts:
            _appoint(accounts[colleague.username], post, units[post.unit], offices, by=administrator, at=at)
    return seats


def _accounts(here: Sequence[Colleague], gone: Sequence[Colleague], *, password: str) -> Account:
    """Create all accounts; those of former colleagues and of the public portal cannot sign in."""
    Account.objects.bulk_create(
        Account(
            username=colleague.username,
            display_name=colleague.name,
            password=password,
            is_staff=colleague.is_superuser,
            is_superuser=colleague.is_superuser,
        )
        for colleague in here
    )
    nobody = make_password(None)
    Account.objects.bulk_create(
        Account(username=username, display_name=name, password=nobody)
        for username, name in (
            *((colleague.username, colleague.name) for colleague in gone),
            (PORTAL, "Cổng dịch vụ công"),
        )
    )
    return Account.objects.get(username="quantri")


def _units(seats: Sequence[Seat]) -> dict[str, Unit]:
    units = Unit.objects.in_bulk([seat.code for seat in seats], field_name="code")
    for seat in seats:
        unit = units[seat.code]
        unit.agency_code, unit.phone, unit.address = seat.agency_code, seat.phone, seat.address
        unit.save(update_fields=["agency_code", "phone", "address"])
        add_hamlets(unit_id=unit.pk, names=seat.hamlets, kind=seat.hamlet_kind)
    return units


def _appoint(
    account: Account, post: Post, unit: Unit, offices: dict[str, int], *, by: Account, at: datetime
) -> None:
    goes_on = unit.valid_to is None
    appoint(
        account_id=account.pk,
        unit_id=unit.pk,
        role=post.role,
        title_vi=post.title,
        division_id=offices[f"{post.unit}.{post.office}"] if post.office else None,
        first_day=MERGED_ON if goes_on else OFFICE_BEGAN,
        last_day=None if goes_on else LAST_DAY_BEFORE,
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


def portal() -> Officer:
    """The public portal as somebody who hands dossiers in."""
    account = Account.objects.get(username=PORTAL)
    return Officer(account_id=account.pk, name=account.display_name, unit_id=0, roles=frozenset())


def is_built() -> bool:
    """Whether the demonstration is there: nothing else opens the account of its public portal."""
    return Account.objects.filter(username=PORTAL).exists()
