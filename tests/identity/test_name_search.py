from datetime import date

import pytest

from motcua.identity import queries
from motcua.identity.models import Person
from tests.factories.identity import MONDAY_MORNING, PersonFactory

pytestmark = pytest.mark.django_db


def names(text, **options):
    return [person.full_name for person in queries.find_people(text, **options)]


@pytest.mark.parametrize(
    "typed",
    ["nguyen thi hoa", "Hoa Nguyễn Thị", "NGUYỄN THỊ HOA", "thị ho", "hoa", "  ngu   hoa ", "Hoa, thi"],
)
def test_words_in_any_order_with_or_without_marks_find_a_name(typed):
    PersonFactory(full_name="Nguyễn Thị Hoa")
    PersonFactory(full_name="Trần Văn Khang")

    assert names(typed) == (["Nguyễn Thị Hoa"] if typed != "  ngu   hoa " else [])


def test_three_letters_find_somebody():
    PersonFactory(full_name="Đặng Ngọc Ẩn")

    assert names("dan") == names("ngo") == ["Đặng Ngọc Ẩn"]


def test_the_very_marks_come_first_then_whole_words_then_beginnings():
    for name in ["Lê Hoàng", "Lê Hòa", "Lê Hoa", "Lê Hoạ"]:
        PersonFactory(full_name=name)

    assert names("lê hoạ") == ["Lê Hoạ", "Lê Hoa", "Lê Hòa", "Lê Hoàng"]


def test_a_full_page_of_longer_words_does_not_crowd_out_the_word_itself():
    PersonFactory(full_name="Lê Hoạ")
    PersonFactory(full_name="Lê Hoa")
    for _n in range(25):
        PersonFactory(full_name="Lê Hoàng")

    assert names("lê hoạ", limit=3) == ["Lê Hoạ", "Lê Hoa", "Lê Hoàng"]


@pytest.mark.parametrize(
    "typed", ["nguyen thi hoa 1988", "14/03/1988 hoa", "hoa 14031988", "Nguyễn 14-3-1988"]
)
def test_a_birth_date_or_year_may_stand_among_the_words(typed):
    PersonFactory(full_name="Nguyễn Thị Hoa", birth_on=date(1988, 3, 14))
    PersonFactory(full_name="Nguyễn Thị Hoa", birth_on=date(1990, 3, 14))

    assert [person.birth_year for person in queries.find_people(typed)] == [1988]


def test_a_person_of_whom_only_the_year_is_known_is_found_by_it():
    PersonFactory(full_name="Lê Thị Út", birth_year=1940)

    assert names("ut 1940") == ["Lê Thị Út"]


@pytest.mark.parametrize(
    "typed",
    [
        "092 188 000 417",
        "331234567",
        "0912.345.678",
        "+84912345678",
        "092188000417||Lê Thị Hoa|14031988|Nữ|An Thạnh",
    ],
)
def test_a_whole_number_or_a_scanned_card_finds_one_person(typed):
    PersonFactory(full_name="Lê Thị Hoa", personal_id="092188000417", old_id="331234567", phone="0912345678")
    PersonFactory(full_name="Lê Thị Hoa")

    assert [person.personal_id for person in queries.find_people(typed)] == ["092188000417"]


@pytest.mark.parametrize(
    "typed", ["", " ", "''", '"', "*", "()", "a:b OR", "1988", "!&|", "\\", "%", "hoa 31/02/1988"]
)
def test_no_text_breaks_the_search(typed):
    PersonFactory(full_name="Trần Văn Khang")

    assert names(typed) == []


def test_merged_records_are_not_shown():
    keep = PersonFactory(full_name="Lê Thị Hoa", personal_id="092188000417")
    PersonFactory(full_name="Lê Thị Hoa", merged_into=keep, phone="0912345678")

    assert queries.find_people("hoa") == [keep]
    assert names("0912345678") == []


def test_the_index_follows_bulk_writes_changes_and_removals():
    people = [Person(full_name=name, created_at=MONDAY_MORNING) for name in ("Lê Hoa", "Lê Lan", "Lê Cúc")]
    hoa, lan, _cuc = Person.objects.bulk_create(people)
    lan.full_name = "Lê Mai"
    lan.save()
    hoa.delete()

    assert names("le") == ["Lê Cúc", "Lê Mai"]
    assert names("hoa") == names("lan") == []


def test_near_duplicates_tell_two_personal_numbers_apart():
    PersonFactory(full_name="Lê Thị Hoa", birth_on=date(1988, 3, 14), personal_id="092188000417")
    alike = PersonFactory(full_name="Lê Thị Hòa", birth_on=date(1988, 3, 15))
    same_phone = PersonFactory(full_name="Lê Thị Hoa", birth_year=1970, phone="0912345678")

    found = queries.near_duplicates(
        full_name="LÊ THỊ HOA", birth_on=date(1988, 3, 14), personal_id="092188000999", phone="0912345678"
    )

    assert set(found) == {alike, same_phone}
