"""All communes of the issuer are addressed in one phrase; anybody else by name."""

from datetime import date

import pytest

from motcua.directives.addressing import all_of, named
from motcua.directives.printing import content_of
from motcua.organisation.models import Unit
from tests.factories.directives import LAST_DAY, District, drafted
from tests.factories.organisation import UnitFactory

ON = date(2021, 2, 5)
ALL = "Ủy ban nhân dân các xã, thị trấn"


@pytest.fixture
def larger(district) -> District:
    """The district with six communes."""
    for place in range(3):
        made = UnitFactory(
            code=f"H-them-{place}", name=f"Xã Thêm {place}", level="commune", kind="xa",
            valid_from=date(2004, 1, 1), valid_to=LAST_DAY, under=district.unit,
        )  # fmt: skip
        district.communes.append(made)
    return district


def test_all_communes_are_one_phrase_by_the_kinds_that_occur(larger):
    everybody = [larger.home_affairs, *larger.communes]

    assert named(larger.communes, issuer=larger.unit, on=ON) == [ALL]
    assert named(everybody, issuer=larger.unit, on=ON) == [ALL, "Phòng Nội vụ"]
    assert named(larger.communes, issuer=larger.home_affairs, on=ON) == [ALL]


def test_where_one_is_missing_each_is_named(larger):
    some = larger.communes[:5]

    assert named(some, issuer=larger.unit, on=ON) == [unit.agency_name for unit in some]


def test_a_few_communes_are_named_though_they_are_all(district):
    assert len(named(district.communes, issuer=district.unit, on=ON)) == 3


def test_a_province_of_today_calls_them_xa_phuong_dac_khu():
    kinds = [Unit(kind=kind) for kind in ("dac_khu", "phuong", "xa", "phuong", "xa", "xa")]

    assert all_of(kinds) == "Ủy ban nhân dân các xã, phường, đặc khu"


def test_a_letter_to_all_communes_lists_nobody_and_keeps_what_was_typed(larger):
    letter = drafted(larger, recipient_ids=tuple(unit.pk for unit in larger.communes))
    blank = content_of(letter, [], on=ON)
    letter.addressed_to = "Các xã, thị trấn"

    assert blank.to == [ALL]
    assert content_of(letter, [], on=ON).to == ["Các xã, thị trấn"]
