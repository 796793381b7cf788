from datetime import date

import pytest

from motcua.catalogue import queries, services
from motcua.kernel.refusals import Refusal

ON = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def price(channel="direct", on=ON):
    found = queries.fee_schedule("marital_status_certificate", province_code="92", on=on, channel=channel)
    return {item: fee.amount_vnd for item, fee in found.items()}


def set_fee(**changes):
    details = {
        "province_code": "92",
        "slug": "marital_status_certificate",
        "item": "registration",
        "amount_vnd": 15_000,
        "valid_from": date(2026, 1, 1),
        "basis": "Nghị quyết 12/2025/NQ-HĐND",
    }
    return services.set_fee(**{**details, **changes})


def test_a_province_sets_a_price_and_a_lower_one_online(catalogue):
    set_fee()
    set_fee(channel="online", amount_vnd=0)

    assert price() == {"registration": 15_000}
    assert price("online") == {"registration": 0}
    assert price(on=date(2025, 12, 31)) == {}


def test_a_new_price_ends_the_one_before(catalogue):
    set_fee()
    set_fee(amount_vnd=20_000, valid_from=date(2026, 7, 1))

    assert price(on=date(2026, 6, 30)) == {"registration": 15_000}
    assert price(on=date(2026, 7, 1)) == {"registration": 20_000}


def test_a_price_fixed_by_law_cannot_be_set_by_a_province(catalogue):
    with pytest.raises(Refusal, match="không có khoản thu do tỉnh quy định"):
        set_fee(slug="certified_copy", item="certified_copy")


def test_the_demonstration_prices_load_once_and_say_that_they_are_unsure(catalogue):
    assert services.load_demonstration_fees() == 15
    assert services.load_demonstration_fees() == 0
    found = queries.fee_schedule("first_land_certificate", province_code="92", on=ON, channel="direct")
    assert {fee.source for fee in found.values()} == {"unsure"}


def test_ages_prove_some_groups(catalogue):
    assert queries.groups_by_age(date(2021, 1, 1), ON) == {"child", "child_u6"}
    assert queries.groups_by_age(date(1966, 11, 22), ON) == {"elderly_person"}
    assert queries.groups_by_age(date(1990, 1, 1), ON) == queries.groups_by_age(None, ON) == set()
