import csv
from datetime import date

import pytest
from django.db import IntegrityError

from motcua.organisation import queries, register, services
from motcua.organisation.kinds import Kind
from motcua.organisation.models import Succession, Unit, UnitPlacement
from motcua.organisation.order import in_order
from motcua.organisation.queries import UnitUnknown
from tests.factories.organisation import UnitFactory

LAST_DAY_OF_DISTRICTS, FIRST_DAY_OF_TWO_LEVELS = date(2025, 6, 30), date(2025, 7, 1)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The whole register, once for this module."""
    with django_db_blocker.unblock():
        services.load_units()
        yield
        for model in (Succession, UnitPlacement, Unit):
            model.objects.all().delete()


@pytest.fixture
def units(loaded, db):
    return Unit.objects


def names(units):
    return [unit.name for unit in units]


def test_there_are_34_provinces_and_3321_communes_today(units):
    today = units.valid(on=TODAY)

    assert today.filter(level="province").count() == 34
    assert today.filter(level="commune").count() == 3321
    assert today.filter(level="district").count() == 0


def test_loading_again_changes_nothing(units, django_assert_max_num_queries):
    before = set(units.values_list("pk", "code"))

    with django_assert_max_num_queries(12):
        new = services.load_units()

    assert new == 0
    assert set(units.values_list("pk", "code")) == before


def test_a_commune_is_called_by_its_whole_address(units):
    an_thanh = queries.unit("31615")

    assert queries.full_name(an_thanh, on=TODAY) == "xã An Thạnh, thành phố Cần Thơ"
    assert an_thanh.short_name == "An Thạnh"


def test_a_town_stood_under_its_district_until_the_districts_ended(units):
    town = queries.unit("H-tt-cu-lao-dung")

    assert queries.full_name(town, on=LAST_DAY_OF_DISTRICTS) == (
        "thị trấn Cù Lao Dung, huyện Cù Lao Dung, tỉnh Sóc Trăng"
    )
    assert queries.ancestors(town, on=FIRST_DAY_OF_TWO_LEVELS) == []


def test_old_communes_are_known_to_those_that_took_over(units):
    assert names(queries.successors(queries.unit("H-an-thanh-2"))) == ["Xã Cù Lao Dung"]
    assert "Thị trấn Cù Lao Dung" in names(queries.predecessors(queries.unit("31615")))


def test_a_unit_merged_twice_is_followed_to_the_end(units):
    assert names(queries.successors(queries.unit("H-tam-phuoc"))) == ["Xã Tam An", "Xã Long Điền"]


def test_a_commune_that_changed_its_district_stood_under_each_in_its_time(units):
    town = queries.unit("H-tt-dat-do")

    assert queries.ancestors(town, on=date(2024, 12, 31))[0].name == "Huyện Đất Đỏ"
    assert queries.ancestors(town, on=date(2025, 1, 1))[0].name == "Huyện Long Đất"


@pytest.mark.parametrize(
    ("district", "communes"), [("H-chau-thanh", 12), ("H-go-cong-tay", 13), ("H-cu-lao-dung", 8)]
)
def test_the_districts_of_the_sources_have_all_their_communes(units, district, communes):
    below = queries.descendants(queries.unit(district), on=date(2022, 12, 31))

    assert sum(unit.level == "commune" for unit in below) == communes


def test_a_province_holds_its_communes_of_the_day(units):
    can_tho = queries.unit("92")

    assert len(queries.descendants(can_tho, on=TODAY)) == 103
    assert queries.descendants(can_tho, on=LAST_DAY_OF_DISTRICTS) == []


def test_units_are_found_by_words_without_marks(units):
    assert {"Xã An Thạnh", "Xã An Thạnh Thủy"} <= {*names(queries.find_units("an thanh", on=TODAY))}
    assert names(queries.find_units("thanh an 2", on=date(2022, 5, 1))) == ["Xã An Thạnh 2"]


def test_the_home_unit_is_the_one_of_the_settings(units, settings):
    settings.HOME_UNIT = "31615"
    assert queries.home_unit().name == "Xã An Thạnh"

    settings.HOME_UNIT = ""
    with pytest.raises(UnitUnknown, match="Đặt mã đơn vị vào MOTCUA_HOME_UNIT"):
        queries.home_unit()


def test_every_entry_of_the_register_ends_after_it_begins_and_stands_somewhere():
    entries = register.entries()
    codes = {entry.code for entry in entries}

    assert len(codes) == len(entries)
    for entry in entries:
        assert entry.valid_to is None or entry.valid_from <= entry.valid_to
        assert {place.parent for place in entry.places} | {*entry.heirs} <= codes
        assert bool(entry.places) == (entry.level != "province")
        if entry.places:
            assert entry.places[0].valid_from == entry.valid_from
            assert entry.places[-1].valid_to == entry.valid_to


def test_every_row_of_the_official_list_is_in_the_register():
    text = (register.DATA / "admin_units.csv").read_text(encoding="utf-8")
    listed = {row["unit_code"] for row in csv.DictReader(text.splitlines())}

    assert listed <= {entry.code for entry in register.entries()}


@pytest.mark.django_db
def test_a_unit_has_one_place_at_a_time():
    commune, one, other = UnitFactory(), UnitFactory(level="province"), UnitFactory(level="province")
    UnitPlacement.objects.create(unit=commune, parent=one, valid_from=FIRST_DAY_OF_TWO_LEVELS)

    with pytest.raises(IntegrityError):
        UnitPlacement.objects.create(unit=commune, parent=other, valid_from=TODAY)


@pytest.mark.django_db
def test_a_unit_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError, match="unit_ends_after_it_begins"):
        UnitFactory(valid_to=LAST_DAY_OF_DISTRICTS)


@pytest.mark.django_db
def test_lists_show_offices_then_towns_then_villages_in_the_vietnamese_alphabet():
    names = [("phong", "division", "Nội vụ"), ("thi_tran", "commune", "Vĩnh Bình"), ("xa", "commune", "An Hiệp"),
             ("xa", "commune", "Ẩn Cư"), ("xa", "commune", "Dương Hòa"), ("xa", "commune", "Đông Hòa")]  # fmt: skip
    units = [
        UnitFactory(kind=kind, level=level, short_name=name, name=f"{Kind(kind).label} {name}")
        for kind, level, name in names
    ]

    assert in_order(units[::-1]) == units
