"""Who stands at the counter: read, found again, or written down once."""

from datetime import date

import pytest

from motcua.dossiers.models import Dossier
from motcua.identity.models import Person
from tests.factories.dossiers import Desk, accepted
from tests.factories.identity import PersonFactory
from tests.surfaces.desk.intake_page import CARD, IntakePage, birth_page
from tests.surfaces.desk.office import client_of


@pytest.fixture
def desk(db) -> Desk:
    desk = Desk()
    desk.version("birth_registration")
    return desk


@pytest.fixture
def counter(desk):
    return client_of(desk.le)


def test_a_card_fills_the_fields_and_each_says_where_it_came_from(counter):
    page = IntakePage(counter).scan(CARD)

    assert page.value("applicant.full_name") == "Trần Lê Hoàng Minh Khang"
    assert page.value("applicant.personal_id") == "092 088 000 017"
    assert page.value("applicant.birth_on") == "14/03/1988"
    assert page.value("applicant.sex") == "male"
    assert page.text.count("Lấy từ thẻ căn cước") == 7
    assert "Đã đọc lúc" in page.text


def test_a_known_person_keeps_the_phone_that_an_earlier_dossier_gave(desk, counter):
    known = accepted(desk)

    page = IntakePage(counter).scan("092185004417")

    assert page.value("applicant.pk") == str(known.applicant_id)
    assert page.value("applicant.phone") == "0912 345 678"
    assert f"Đã có trong hồ sơ {known.short_code}" in page.text


def test_a_value_changed_by_hand_no_longer_says_that_it_is_the_cards(counter):
    page = IntakePage(counter).scan(CARD).fill(applicant__full_name="Trần Minh Khang").do("save")

    assert page.text.count("Lấy từ thẻ căn cước") == 6


def test_three_letters_list_people_with_masked_numbers_and_two_letters_nobody(counter):
    PersonFactory(full_name="Nguyễn Văn Khánh", personal_id="092080001234", birth_on=date(1980, 2, 3),
                  address="Số 3, ấp Bình Du B, xã An Thạnh")  # fmt: skip

    three = counter.post("/ban-lam-viec/nhan-ho-so/nguoi/", {"intake.find": "kha"}).text
    two = counter.post("/ban-lam-viec/nhan-ho-so/nguoi/", {"intake.find": "kh"}).text

    assert "Nguyễn Văn Khánh" in three
    assert "092 ••• ••• 234" in three
    assert "ấp Bình Du B" in three
    assert "092080001234" not in three
    assert "Nguyễn" not in two


def test_no_name_ever_stands_in_an_address(counter):
    assert counter.get("/ban-lam-viec/nhan-ho-so/nguoi/?intake.find=khanh").status_code == 405


def test_without_scripts_a_button_lists_people_and_another_takes_one(counter):
    known = PersonFactory(full_name="Nguyễn Văn Khánh", personal_id="092080001234", birth_on=date(1980, 2, 3))
    PersonFactory(full_name="Nguyễn Thị Khang", birth_year=1950)

    page = IntakePage(counter).scan("kha")
    page.press("intake.pick_person", str(known.pk))

    assert page.value("applicant.full_name") == "Nguyễn Văn Khánh"


def test_enter_without_scripts_looks_people_up_and_never_accepts(counter):
    page = birth_page(counter).fill(intake__find=CARD).do("next")

    assert page.status == 200
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("0920880000177", "Số định danh thừa 1 chữ số."),
        ("12345", "Số định danh thiếu 7 chữ số."),
        ("092088000017|x|Ai|31021988|Nam|Đâu|01012022", "Không đọc được mã trên thẻ."),
    ],
)
def test_a_number_or_card_that_cannot_be_is_told_at_the_field(counter, asked, sentence):
    page = IntakePage(counter).scan(asked)

    assert page.status == 422
    assert sentence in page.text
    assert page.value("intake.find") == asked


def test_a_new_number_tells_the_year_and_the_sex(counter):
    page = IntakePage(counter).scan("092 188 000 999")

    assert page.value("applicant.birth_on") == "1988"
    assert page.value("applicant.sex") == "female"
    assert "Số này chưa có trong sổ" in page.text


def test_who_looks_alike_is_shown_before_a_second_record_is_made(counter):
    PersonFactory(full_name="Trần Lê Hoàng Minh Khang", birth_on=date(1988, 3, 14), address="ấp Bình Du A")

    page = birth_page(counter)

    assert "Có thể người này đã có trong sổ." in page.text
    assert page.tick("id_paper").do("accept").status == 422
    assert Person.objects.count() == 1
    assert page.value("child_full_name") == "Trần Lê Ngọc An Nhiên"


def test_a_known_card_is_that_person_and_no_second_record(counter):
    known = PersonFactory(
        full_name="Trần Lê Hoàng Minh Khang", personal_id="092088000017", phone="0912345678"
    )

    dossier = birth_page(counter).do("accept").dossier

    assert dossier.applicant == known
    assert Person.objects.count() == 1


def test_somebody_else_of_the_same_name_is_written_down_after_the_officer_says_so(counter):
    PersonFactory(full_name="Trần Lê Hoàng Minh Khang", birth_on=date(1988, 3, 14))

    dossier = birth_page(counter).do("new_person").do("accept").dossier

    assert Person.objects.count() == 2
    assert dossier.applicant.personal_id == "092088000017"


def test_the_father_is_not_asked_for_his_own_name_again(counter):
    page = birth_page(counter).do("save")

    assert page.value("father_full_name") == "Trần Lê Hoàng Minh Khang"
    assert page.value("father_id_number") == "092088000017"
    assert "Lấy từ phần người nộp" in page.text


def test_who_asks_for_the_own_paper_is_not_asked_twice(desk, counter):
    desk.version("marital_status_certificate")

    page = IntakePage(counter, "?thu-tuc=marital_status_certificate").scan(CARD)
    page.fill(applicant_relation="self").do("save")

    assert page.value("subject_full_name") == "Trần Lê Hoàng Minh Khang"
    assert page.value("subject_sex") == "male"


def test_an_old_person_whose_day_of_birth_nobody_knows_is_told_what_the_form_needs(counter):
    PersonFactory(full_name="Danh Thị Sen", personal_id="092150000123", birth_year=1950, phone="0912345678")

    page = IntakePage(counter, "?thu-tuc=birth_registration").scan("092150000123").do("accept")

    assert "Tờ khai này cần đủ ngày, tháng, năm sinh." in page.text


def test_a_scanned_card_ticks_the_identity_paper_whenever_it_is_scanned(counter):
    before = IntakePage(counter).scan(CARD).choose("birth_registration")
    after = IntakePage(counter, "?thu-tuc=birth_registration").scan(CARD)

    assert before.fields["paper"] == after.fields["paper"] == ["application_form", "id_paper"]
    assert before.value("kind.id_paper") == after.value("kind.id_paper") == "original"
    assert "đã đối chiếu qua mã QR" in after.text


def test_digits_that_are_none_are_words_and_break_nothing(counter):
    assert IntakePage(counter).scan("²²²²²²²²²²²²").status == 200
