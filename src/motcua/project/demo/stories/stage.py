"""The stage of the stories: units as they were, accounts, posts, and who acts for whom on a day."""

from datetime import date, datetime
from functools import cache

from django.contrib.auth.hashers import make_password

from motcua.calendars.wall_clock import LOCAL
from motcua.identity.models import Account
from motcua.organisation import queries
from motcua.organisation.access import Officer, officer
from motcua.organisation.models import Hamlet, Unit
from motcua.organisation.services import add_hamlets, appoint
from motcua.project.demo.office import MERGED_ON
from motcua.project.demo.stories.cast import AGENCY_CODES, BEGAN, HAMLETS, NEIGHBOURS, PAST, PRESENT, Part


def moment(year: int, month: int, day: int, hour: int = 8, minute: int = 30) -> datetime:
    """An instant of local time."""
    return datetime(year, month, day, hour, minute, tzinfo=LOCAL)


class Stage:
    """Units by code and their officers by role; asks each question once."""

    def __init__(self) -> None:
        self.unit = cache(queries.unit)
        self.full_name = cache(lambda code: queries.full_name(self.unit(code), on=self._day(code)))
        self._officer = cache(_officer)

    def ids(self, *codes: str) -> tuple[int, ...]:
        return tuple(self.unit(code).pk for code in codes)

    def officer(self, code: str, role: str) -> Officer:
        """Who acts in a role at a unit; everybody holds their posts as long as the stories last."""
        return self._officer(self.unit(code), role, self._day(code))

    def _day(self, code: str) -> date:
        """A day on which a unit is at work."""
        return BEGAN if self.unit(code).valid_to else MERGED_ON


def _officer(unit: Unit, role: str, on: date) -> Officer:
    account = queries.holders(unit, role, on=on)[0]
    return officer(account, on=on, unit_id=unit.pk)


def set_the_stage(*, at: datetime, password: str) -> Stage:
    """Give everybody an account and posts; those of units that have ended cannot sign in."""
    stage, parts = Stage(), [*PAST, *PRESENT, *_newcomers()]
    nobody, somebody = make_password(None), make_password(password)
    Account.objects.bulk_create(
        Account(
            username=part.account,
            display_name=part.full_name,
            password=nobody if stage.unit(part.unit).valid_to else somebody,
        )
        for part in parts
    )
    accounts = Account.objects.in_bulk([part.account for part in parts], field_name="username")
    administrator = Account.objects.get(username="quantri")
    for part in parts:
        _appoint(accounts[part.account], part, stage, by=administrator, at=at)
    for code, agency_code in AGENCY_CODES.items():
        _open_desk(stage.unit(code), agency_code)
    return stage


def _newcomers() -> list[Part]:
    """The neighbours' people that this demonstration does not have yet."""
    known = set(Account.objects.values_list("username", flat=True))
    return [part for part in NEIGHBOURS if part.account not in known]


def _appoint(account: Account, part: Part, stage: Stage, *, by: Account, at: datetime) -> None:
    unit = stage.unit(part.unit)
    for role in part.roles:
        appoint(
            account_id=account.pk,
            unit_id=unit.pk,
            role=role,
            title_vi=part.title,
            division_id=stage.unit(f"{part.unit}.{part.office}").pk if part.office else None,
            first_day=BEGAN if unit.valid_to else MERGED_ON,
            last_day=unit.valid_to,
            by=by,
            at=at,
        )


def _open_desk(unit: Unit, agency_code: str) -> None:
    if unit.agency_code:
        return
    unit.agency_code = agency_code
    unit.save(update_fields=["agency_code"])
    if not Hamlet.objects.filter(unit=unit).exists():
        add_hamlets(unit_id=unit.pk, names=HAMLETS)
