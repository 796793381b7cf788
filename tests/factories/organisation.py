"""Units, posts and officers for tests."""

from datetime import date

import factory

from motcua.organisation.access import Officer
from motcua.organisation.models import Hamlet, Staff, Unit, UnitPlacement
from motcua.organisation.roles import Role
from tests.factories.identity import AccountFactory

TWO_LEVELS_FROM = date(2025, 7, 1)


class UnitFactory(factory.django.DjangoModelFactory):
    """A commune of two-level government; ``under`` puts it below another unit."""

    class Meta:
        model = Unit
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"{90000 + n}")
    short_name = factory.Sequence(lambda n: f"An Thạnh {n}")
    name = factory.LazyAttribute(lambda unit: f"Xã {unit.short_name}")
    level = "commune"
    kind = "xa"
    agency_code = factory.Sequence(lambda n: f"H13.58.{n % 1000:02}")
    valid_from = TWO_LEVELS_FROM

    @factory.post_generation
    def under(self, create, parent, **kwargs):
        if parent:
            UnitPlacement.objects.create(unit=self, parent=parent, valid_from=self.valid_from)


class ProvinceFactory(UnitFactory):
    """A city under the central government."""

    code = factory.Sequence(lambda n: f"T{n}")
    short_name = factory.Sequence(lambda n: f"Cần Thơ {n}")
    name = factory.LazyAttribute(lambda unit: f"Thành phố {unit.short_name}")
    level = "province"
    kind = "thanh_pho"
    agency_code = ""


class DivisionFactory(UnitFactory):
    """An office of a commune; say ``under=commune``."""

    code = factory.Sequence(lambda n: f"P{n}")
    short_name = factory.Sequence(lambda n: f"Phòng số {n}")
    name = factory.SelfAttribute("short_name")
    level = "division"
    kind = "phong"
    agency_code = ""


class HamletFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Hamlet

    unit = factory.SubFactory(UnitFactory)
    name = factory.Sequence(lambda n: f"An Phú {n}")


class StaffFactory(factory.django.DjangoModelFactory):
    """A post at the one-stop desk, held since the two levels began."""

    class Meta:
        model = Staff

    account = factory.SubFactory(AccountFactory)
    unit = factory.SubFactory(UnitFactory)
    role = Role.ONE_STOP_OFFICER
    title_vi = "Công chức một cửa"
    valid_from = TWO_LEVELS_FROM


def officer_at(
    unit: Unit, *roles: str, account=None, divisions: tuple[Unit, ...] = (), title: str = "Công chức"
) -> Officer:
    """An officer who holds the roles (by default that of the one-stop desk) at a unit, with real posts."""
    account = account or AccountFactory()
    roles = roles or (Role.ONE_STOP_OFFICER,)
    for n, role in enumerate(roles):
        division = divisions[n] if n < len(divisions) else None
        StaffFactory(account=account, unit=unit, role=role, division=division, title_vi=title)
    return Officer(
        account_id=account.pk,
        name=account.display_name,
        unit_id=unit.pk,
        roles=frozenset(map(str, roles)),
        division_ids=frozenset(division.pk for division in divisions),
        title=title,
    )
