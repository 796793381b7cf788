"""People and accounts for tests."""

from datetime import datetime
from zoneinfo import ZoneInfo

import factory

from motcua.identity.models import Account, Entitlement, Person

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY_MORNING = datetime(2026, 11, 23, 9, 12, tzinfo=HANOI)


class AccountFactory(factory.django.DjangoModelFactory):
    """An account that can sign in with the password of the demonstration."""

    class Meta:
        model = Account
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"canbo{n}")
    display_name = factory.Sequence(lambda n: f"Cán bộ số {n}")
    password = factory.django.Password("motcua-demo")


class PersonFactory(factory.django.DjangoModelFactory):
    """A person of whom only the name is known."""

    class Meta:
        model = Person

    full_name = factory.Sequence(lambda n: "Nguyễn Thị Hoa " + "ABCDEGHIKL"[n % 10])
    created_at = MONDAY_MORNING


class EntitlementFactory(factory.django.DjangoModelFactory):
    """A household on the list of the poor of 2026."""

    class Meta:
        model = Entitlement

    person = factory.SubFactory(PersonFactory)
    group = "poor_household"
    year = 2026
    valid_from = "2026-01-01"
    valid_to = "2026-12-31"
