from datetime import date

import pytest
from django.db import IntegrityError

from motcua.identity import services
from motcua.identity.known import AlreadyKnown, MayBeKnown
from motcua.identity.models import Person
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.kernel.refusals import Refusal
from tests.factories.identity import MONDAY_MORNING, AccountFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    return {"by": AccountFactory(), "at": MONDAY_MORNING}


def test_a_registered_person_is_stored_in_normal_forms(act):
    person = services.register_person(
        full_name=" Đỗ  Thị Ánh ", birth_on=date(1988, 3, 14), sex="female", personal_id="092 188 000 417",
        phone="+84 912 345 678", **act,
    )  # fmt: skip

    person.refresh_from_db()
    assert (person.full_name, person.search_name, person.marked_name) == (
        "Đỗ Thị Ánh",
        "do thi anh",
        "đỗ thị ánh",
    )
    assert (person.personal_id, person.phone, person.birth_year) == ("092188000417", "0912345678", 1988)
    assert [entry.verb for entry in ledger.entries(person.stream)] == ["register"]


@pytest.mark.parametrize(
    ("details", "field", "sentence"),
    [
        ({"full_name": "  "}, "full_name", "Ghi họ, chữ đệm và tên. Ví dụ: Nguyễn Thị Hoa"),
        ({"birth_on": date(2026, 11, 24)}, "birth_on", "Ngày sinh 24/11/2026 chưa tới."),
        ({"birth_year": 1830}, "birth_on", "Năm sinh 1830 không thể đúng."),
        ({"personal_id": "09218800041"}, "personal_id", "Thiếu 1 chữ số."),
        ({"old_id": "33123456"}, "old_id", "Thiếu 1 chữ số."),
        ({"phone": "091234567"}, "phone", "Thiếu 1 chữ số."),
        ({"email": "hoa@"}, "email", "Địa chỉ thư điện tử chưa đúng."),
        ({"id_issued_on": date(2027, 1, 1)}, "id_issued_on", "Ngày cấp căn cước 01/01/2027 không thể đúng."),
        ({"sex": "x"}, "sex", "Giới tính là Nam, Nữ hoặc Chưa xác định."),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_field(act, details, field, sentence):
    with pytest.raises(Refusal, match=sentence) as refused:
        services.register_person(**{"full_name": "Nguyễn Thị Hoa", **details}, **act)

    assert refused.value.field == field
    assert not Person.objects.exists()


def test_a_known_personal_number_brings_back_its_record(act):
    hoa = PersonFactory(full_name="Nguyễn Thị Hoa", personal_id="092188000417", birth_on=date(1988, 3, 14))

    with pytest.raises(AlreadyKnown, match="Nguyễn Thị Hoa, sinh ngày 14/03/1988") as refused:
        services.register_person(full_name="Trần Thị Lan", personal_id="092188000417", is_another=True, **act)

    assert refused.value.person == hoa


def test_records_that_look_alike_are_shown_before_a_second_one_is_made(act):
    hoa = PersonFactory(full_name="Nguyễn Thị Hoà", birth_on=date(1988, 4, 3))
    details = {"full_name": "Nguyễn Thị Hòa", "birth_on": date(1988, 3, 4), **act}

    with pytest.raises(MayBeKnown) as refused:
        services.register_person(**details)
    another = services.register_person(**details, is_another=True)

    assert refused.value.people == [hoa]
    assert another != hoa


def test_a_correction_keeps_the_old_facts_and_the_reason(act):
    person = PersonFactory(full_name="Nguyễn Thị Hoa", birth_on=date(1988, 3, 14))

    services.correct_person(
        person_id=person.pk, full_name="Nguyễn Thị Hoà", birth_year=1989, reason="Theo giấy khai sinh", **act
    )

    person.refresh_from_db()
    assert (person.marked_name, person.birth_on, person.birth_year) == ("nguyễn thị hoà", None, 1989)
    assert ledger.entries(person.stream).get().payload == {
        "reason": "Theo giấy khai sinh",
        "before": {"full_name": "Nguyễn Thị Hoa", "birth_on": "1988-03-14", "birth_year": 1988},
        "after": {"full_name": "Nguyễn Thị Hoà", "birth_on": None, "birth_year": 1989},
    }


def test_a_correction_cannot_take_the_number_of_another_person(act):
    hoa = PersonFactory(personal_id="092188000417")
    lan = PersonFactory(full_name="Trần Thị Lan")

    with pytest.raises(AlreadyKnown) as refused:
        services.correct_person(person_id=lan.pk, personal_id="092188000417", reason="Bổ sung số", **act)

    assert refused.value.person == hoa


def test_merging_fills_blanks_moves_lists_and_tells_the_others(act):
    keep = PersonFactory(full_name="Nguyễn Thị Hoa", phone="0912345678")
    duplicate = PersonFactory(full_name="Nguyễn Thị Hoà", personal_id="092188000417", phone="0900000417")
    services.grant_entitlement(person_id=duplicate.pk, group="poor_household", year=2026, **act)

    services.merge_people(keep_id=keep.pk, duplicate_id=duplicate.pk, reason="Một người", **act)

    keep.refresh_from_db()
    duplicate.refresh_from_db()
    assert (keep.personal_id, keep.phone) == ("092188000417", "0912345678")
    assert duplicate.merged_into == keep
    assert keep.entitlements.get().group == "poor_household"
    assert Event.objects.get().name == "identity.person_merged"


def test_two_different_personal_numbers_are_never_merged(act):
    hoa, lan = PersonFactory(personal_id="092188000417"), PersonFactory(personal_id="092188000418")

    with pytest.raises(Refusal, match="nên là hai người"):
        services.merge_people(keep_id=hoa.pk, duplicate_id=lan.pk, reason="Nhầm", **act)


@pytest.mark.parametrize(
    ("fact", "constraint"),
    [
        ({"personal_id": "09218800041x"}, "person_personal_id_has_12_digits"),
        ({"old_id": "12345678"}, "person_old_id_has_9_digits"),
        ({"full_name": ""}, "person_has_a_name"),
    ],
)
def test_the_database_refuses_numbers_that_are_not_numbers(fact, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        PersonFactory(**fact)


def test_the_database_refuses_a_number_twice():
    PersonFactory(personal_id="092188000417")

    with pytest.raises(IntegrityError):
        PersonFactory(personal_id="092188000417")
